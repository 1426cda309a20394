import type { IdentifierKind, IdentifyingLabel, LabelledValue } from '../../catalogue/types.ts';
import { sightHost, type HostContext } from './hosts.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

/** Identifiers behind a label: `HostName is now X`, `"UPN"="X"`, `<Computer>X</Computer>`, `DeviceId = X`, `MP [X]`. */
export function findByLabel(list: SightingList, context: HostContext): void {
  const { text } = list;
  for (const match of text.matchAll(labelEnds)) {
    const [whole, word = '', separator = ''] = match;
    const label = labelAt(text, match.index, word, context);
    if (label === null) continue;
    // `</Computer>` ends a value.
    if (separator.startsWith('>') && text.charAt(match.index - 1) === '/') continue;
    const isSentence = !/[:=[>]/.test(separator) && !separator.includes('now');
    if (isSentence && label.value === 'loose') continue;
    const at = match.index + whole.length;
    const inSentence = label.value === 'secret' ? 'told-secret' : 'loose';
    sightLabelled(list, at, isSentence ? inSentence : label.value, label.kind, context);
  }
  findInRows(list, context);
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(pairs)) {
    const label = context.knowledge.labels.get(name.toLowerCase());
    const start = index + whole.length - value.length;
    if (label?.value === 'name' || label?.value === 'loose')
      sightValue(list, label.kind, start, start + value.length, context);
    if (label?.value === 'here') list.addHere(label.kind, start, start + value.length);
  }
}

/** `    RegisteredOwner    REG_SZ    Adele Vance`, as `reg query` prints it. What is a name elsewhere, too, is learnt from structure. */
function findInRows(list: SightingList, { knowledge }: HostContext): void {
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of list.text.matchAll(rows)) {
    const label = knowledge.labels.get(name.replace(/\s+/g, '').toLowerCase());
    const start = index + whole.length - value.length;
    if (label === undefined || isPseudonym(value) || knowledge.noNames.has(value.toLowerCase())) continue;
    if (label.value === 'here') list.addHere(label.kind, start, start + value.length);
    if (label.value === 'secret') list.add(label.kind, start, start + value.length);
  }
}

const rows =
  /(?<![^\r\n])[ \t]{1,8}([\p{L}\p{N}_][\p{L}\p{N}_ ]{0,60}?)[ \t]{1,8}REG_(?:EXPAND_)?SZ[ \t]{1,8}([^\r\n]{1,200}(?<=\S))/gu;
const severalWords = /^\p{Lu}[\p{L}\p{N}.'&-]*(?: [\p{Lu}&][\p{L}\p{N}.'&-]*(?![\p{L}\p{N}:=])){1,4}/u;

/** `<Property Name="MachineName" Value="PC-0042"/>`. */
const pairs =
  /(?<![\p{L}\p{N}])(?:name|key)=["']([\p{L}\p{N}_]{2,40})["'][^<>\r\n]{0,60}?[ \t]value=["']([^"'<>\r\n]{1,256})(?=["'])/giu;

/** A value that is known to name somebody, by structure. Adds what it holds. */
export function sightValue(
  list: SightingList,
  kind: IdentifierKind,
  start: number,
  end: number,
  context: HostContext,
): void {
  const value = list.text.slice(start, end);
  const lower = value.toLowerCase();
  if (value === '' || isPseudonym(value) || context.knowledge.noNames.has(lower)) return;
  if (context.knowledge.deviceIdentityNames.has(lower)) return;
  if (guid.test(value)) {
    const from = start + (value.startsWith('{') ? 1 : 0);
    const digits = list.text.slice(from, from + 36);
    if (!context.knowledge.isWellKnownGuid(digits) && !isPseudonym(digits)) list.add(kind, from, from + 36);
    return;
  }
  if (kind === 'enrollment' || kind === 'policy' || kind === 'id') return;
  // Told by their form, wherever they stand.
  if (/^s-1-|:\/\/|[\\@/]|^\{|^%|^\(/i.test(value)) return;
  if (kind === 'domain' || kind === 'tenant') {
    if (value.includes('.') && sightHost(list, start, end, true, { ...context, domains: new Set([lower]) }))
      return;
  } else if (value.includes('.') && kind !== 'user' && kind !== 'serial' && !value.includes(' ')) {
    if (/^[0-9.]+$/.test(value)) return;
    sightHost(
      list,
      start,
      end,
      kind === 'host' || kind === 'device',
      context,
      kind === 'device' ? kind : 'host',
    );
    return;
  }
  list.add(kind, start, end);
}

const guid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;

/** A word that may be the end of a label, with what separates it from its value. */
const labelEnds =
  /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]{0,39})["'\])]{0,2}((?:[ \t]{0,30}(?:[:=]{1,2}>?|\[|>)|[ \t]{1,4}(?:is now|is|was|as)(?=[ \t:=]))[ \t]{0,30})/gu;

/** The label that ends with this word, which may have up to two words before it. */
function labelAt(
  text: string,
  start: number,
  word: string,
  { knowledge }: HostContext,
): IdentifyingLabel | null {
  const last = word.toLowerCase();
  const before = text
    .slice(Math.max(0, start - 32), start)
    .replace(/^[\s\S]*[^\p{L}\p{N}_ ]/u, '')
    .trim()
    .toLowerCase()
    .split(/ +/);
  const [second = '', third = ''] = [before.at(-1), before.at(-2)];
  return (
    knowledge.labels.get(third + second + last) ??
    knowledge.labels.get(second + last) ??
    knowledge.labels.get(last) ??
    null
  );
}

/** `told-secret` is a secret in a sentence, which has a digit, as `the password is wrong` says nothing. */
function sightLabelled(
  list: SightingList,
  at: number,
  form: LabelledValue | 'told-secret',
  kind: IdentifierKind,
  context: HostContext,
): void {
  const { text } = list;
  const opening = /^["'[({<]{0,3}(?:GUID:|SMS:)?\{?/i.exec(text.slice(at, at + 12))?.[0] ?? '';
  const start = at + opening.length;
  const quote = ['"', "'"].find((one) => opening.includes(one));
  const value = valueAt(text, start, quote);
  if (value === '') return;
  const { knowledge } = context;
  const lower = value.toLowerCase();
  switch (form) {
    case 'id':
      if (guid.test(value)) sightValue(list, kind, start, start + value.length, context);
      return;
    case 'told-secret':
    case 'secret': {
      if (form === 'told-secret' && !/[0-9]/.test(value)) return;
      // In a query the value ends at `&`; behind a colon that is a part of it.
      const tail = /:[ \t]{0,30}$/.test(text.slice(Math.max(0, at - 32), at)) ? /^&[^\s"'<>]{0,200}/ : /^$/;
      const rest =
        quote === undefined
          ? (tail.exec(text.slice(start + value.length, start + value.length + 200))?.[0] ?? '')
          : '';
      if (
        value.length >= 8 &&
        !knowledge.commonWords.has(lower) &&
        !isPseudonym(value) &&
        /[0-9\W_]/.test(value)
      ) {
        list.add(kind, start, start + value.length + rest.length);
      }
      return;
    }
    case 'here': {
      // Several words without quotation marks, as far as they look like a name.
      const words = quote === undefined ? severalWords.exec(text.slice(start, start + 80))?.[0] : value;
      const name = words ?? value;
      const isEveryday = name.split(' ').every((word) => knowledge.noNames.has(word.toLowerCase()));
      if (!isEveryday && !isPseudonym(name) && !/^[0-9]{0,3}$/.test(name))
        list.addHere(kind, start, start + name.length);
      return;
    }
    case 'loose':
      if (knowledge.commonWords.has(lower) || !nameLike.test(value)) return;
      if (/^microsoft|^mp_/i.test(value)) return;
      // Words of a sentence stand in small letters; names of accounts do, too, but then behind quotation marks or `=`.
      if (
        opening === '' &&
        /^\p{Ll}+$/u.test(value) &&
        !/[=:[]\s*$/.test(text.slice(Math.max(0, at - 8), at))
      )
        return;
      sightValue(list, kind, start, start + value.length, context);
      return;
    case 'name':
      if (nameLike.test(value) || quote !== undefined)
        sightValue(list, kind, start, start + value.length, context);
      return;
  }
}

const nameLike = /^[\p{L}\p{N}_][\p{L}\p{N}._$-]+$|^[0-9a-f-]{36}$/iu;
const longestValue = 256;

/** Up to the closing quotation mark, else one word. */
function valueAt(text: string, start: number, quote: string | undefined): string {
  const piece = text.slice(start, start + longestValue);
  if (quote !== undefined) {
    const end = piece.indexOf(quote);
    if (end >= 0) return /[\r\n]/.test(piece.slice(0, end)) ? '' : piece.slice(0, end).trim();
  }
  return (/^[^\s"'<>[\](){},;|&]+/.exec(piece)?.[0] ?? '').replace(/[.:]+$/, '');
}
