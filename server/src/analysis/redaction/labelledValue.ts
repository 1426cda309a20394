import type { IdentifierKind, LabelledValue } from '../../catalogue/types.ts';
import { isNobody, sightNamed } from './everydayName.ts';
import { sightHost, type HostContext } from './hosts.ts';
import { isPseudonym } from './pseudonym.ts';
import type { SightingList } from './sighting.ts';

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
  if (value === '' || isPseudonym(value) || isNobody(value, context.knowledge)) return;
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

/** `told-secret` is a secret in a sentence, which has a digit, as `the password is wrong` says nothing. */
export function sightLabelled(
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
  sightAs(list, { at, start, end: start + value.length, isWhole: quote !== undefined }, form, kind, context);
}

/** Where a value stands behind its label. */
export interface ValuePlace {
  /** Behind the label and what separates the two. */
  readonly at: number;
  /** Without quotation marks. */
  readonly start: number;
  readonly end: number;
  /** Whether the form says where the value ends, as quotation marks do; else it is one word, and more may follow. */
  readonly isWhole: boolean;
}

/** What a value names by what its label promises. */
export function sightAs(
  list: SightingList,
  { at, start, end, isWhole }: ValuePlace,
  form: LabelledValue | 'told-secret',
  kind: IdentifierKind,
  context: HostContext,
): void {
  const { text } = list;
  const value = text.slice(start, end);
  const { knowledge } = context;
  const lower = value.toLowerCase();
  switch (form) {
    case 'id':
      if (guid.test(value)) sightValue(list, kind, start, end, context);
      return;
    case 'told-secret':
    case 'secret': {
      if (form === 'told-secret' && !/[0-9]/.test(value)) return;
      // In a query the value ends at `&`; behind a colon that is a part of it.
      const tail = /:[ \t]{0,30}$/.test(text.slice(Math.max(0, at - 32), at)) ? /^&[^\s"'<>]{0,200}/ : /^$/;
      const rest = isWhole ? '' : (tail.exec(text.slice(end, end + 200))?.[0] ?? '');
      if (
        value.length >= 8 &&
        !knowledge.commonWords.has(lower) &&
        !isPseudonym(value) &&
        /[0-9\W_]/.test(value)
      ) {
        list.add(kind, start, end + rest.length);
      }
      return;
    }
    case 'here': {
      // Several words without quotation marks, as far as they look like a name.
      const words = isWhole ? value : (severalWords.exec(text.slice(start, start + 80))?.[0] ?? value);
      sightNamed(list, kind, start, start + words.length, knowledge);
      return;
    }
    case 'person': {
      const name = start > at ? undefined : personName.exec(text.slice(start, start + 80))?.[0];
      if (name === undefined) return;
      const isAny = name.split(' ').every((word) => knowledge.commonWords.has(word.toLowerCase()));
      if (!isAny) sightNamed(list, kind, start, start + name.length, knowledge);
      return;
    }
    case 'loose':
      if (knowledge.commonWords.has(lower) || !nameLike.test(value)) return;
      if (/^microsoft|^mp_/i.test(value)) return;
      // Words of a sentence stand in small letters; names of accounts do, too, but then behind quotation marks or `=`.
      if (start === at && /^\p{Ll}+$/u.test(value) && !/[=:[]\s*$/.test(text.slice(Math.max(0, at - 8), at)))
        return;
      sightValue(list, kind, start, end, context);
      return;
    case 'name':
      if (nameLike.test(value) || isWhole) sightValue(list, kind, start, end, context);
      return;
  }
}

const nameLike = /^[\p{L}\p{N}_][\p{L}\p{N}._$-]+$|^[0-9a-f-]{36}$/iu;
const severalWords = /^\p{Lu}[\p{L}\p{N}.'&-]*(?: [\p{Lu}&][\p{L}\p{N}.'&-]*(?![\p{L}\p{N}:=])){1,4}/u;
/** Unquoted, up to the end of what it is a value of. */
const personName = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}(?=[ \t]{0,8}(?:$|[\r\n,;]|\]LOG\]))/u;
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
