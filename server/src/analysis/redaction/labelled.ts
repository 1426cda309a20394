import type { IdentifyingLabel } from '../../catalogue/types.ts';
import { sightNamed } from './everydayName.ts';
import type { HostContext } from './hosts.ts';
import { findInstallerProperties } from './installerProperties.ts';
import { sightLabelled, sightValue } from './labelledValue.ts';
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
  findInstallerProperties(list, context);
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of text.matchAll(pairs)) {
    const label = context.knowledge.labels.get(name.toLowerCase());
    const start = index + whole.length - value.length;
    if (label?.value === 'name' || label?.value === 'loose')
      sightValue(list, label.kind, start, start + value.length, context);
    if (label?.value === 'here') sightNamed(list, label.kind, start, start + value.length, context.knowledge);
  }
}

/** `    RegisteredOwner    REG_SZ    Adele Vance`, as `reg query` prints it. What is a name elsewhere, too, is learnt from structure. */
function findInRows(list: SightingList, { knowledge }: HostContext): void {
  for (const { index, 0: whole, 1: name = '', 2: value = '' } of list.text.matchAll(rows)) {
    const label = knowledge.labels.get(name.replace(/\s+/g, '').toLowerCase());
    const start = index + whole.length - value.length;
    if (label === undefined || isPseudonym(value) || knowledge.noNames.has(value.toLowerCase())) continue;
    if (label.value === 'here') sightNamed(list, label.kind, start, start + value.length, knowledge);
    if (label.value === 'secret') list.add(label.kind, start, start + value.length);
  }
}

const rows =
  /(?<![^\r\n])[ \t]{1,8}([\p{L}\p{N}_][\p{L}\p{N}_ ]{0,60}?)[ \t]{1,8}REG_(?:EXPAND_)?SZ[ \t]{1,8}([^\r\n]{1,200}(?<=\S))/gu;

/** `<Property Name="MachineName" Value="PC-0042"/>`. */
const pairs =
  /(?<![\p{L}\p{N}])(?:name|key)=["']([\p{L}\p{N}_]{2,40})["'][^<>\r\n]{0,60}?[ \t]value=["']([^"'<>\r\n]{1,256})(?=["'])/giu;

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
