/** Finds `Label : value` on a line of `dsregcmd` output, once or, where line breaks were lost, many times. */
import { isBlank } from '../text/characters.ts';
import { trimEnd, trimStart } from './dsregcmdCharacters.ts';
import { labelOrigin, longestLabel } from './dsregcmdLabels.ts';
import type { FieldPiece } from './dsregcmdPieces.ts';

/** Fields whose value is free text, in which a label means nothing. */
const freeText: ReadonlySet<string> = new Set(['server message', 'server error description']);

interface Label {
  readonly start: number;
  readonly end: number;
  /** Offset of the `:` or `=`. */
  readonly separator: number;
  readonly origin: 'own' | 'shared' | 'unknown';
}

/** Fields between `start` and `end`, offsets of one line's content without the marks around it. */
export function* readFieldsOfLine(
  text: string,
  lineStart: number,
  start: number,
  end: number,
  line: number,
  crowded: boolean,
): Generator<FieldPiece, void> {
  let label = firstLabel(text, start, end);
  if (label === null && crowded) label = nextLabel(text, start, end, true);
  while (label !== null) {
    const name = text.slice(label.start, label.end);
    const afterSeparator = skipDoubledColon(text, label.separator + 1, end);
    // Server messages are free text, and a list in braces is one value: labels in them begin no field.
    const inBraces = text[trimStart(text, afterSeparator, end)] === '{';
    const mayHoldMore = crowded || !(inBraces || freeText.has(name.toLowerCase()));
    const next: Label | null = mayHoldMore ? nextLabel(text, afterSeparator, end, crowded) : null;
    const [valueStart, valueEnd] = valueRange(text, afterSeparator, next === null ? end : next.start);
    yield {
      kind: 'field',
      start: label.start,
      end: Math.max(valueEnd, label.separator + 1),
      line,
      crowded,
      nameStart: label.start,
      nameEnd: label.end,
      valueStart,
      valueEnd,
      origin: label.origin,
      glued: !isBlank(text.charCodeAt(label.separator - 1)),
      width: valueEnd - lineStart,
    };
    label = next;
  }
}

/** The label at the start of a line: one the tool prints, or one that looks like it. */
function firstLabel(text: string, start: number, end: number): Label | null {
  const limit = Math.min(end, start + longestLabel + 24);
  for (let at = start; at < limit; at++) {
    const character = text.charAt(at);
    if (character === ':' || character === '=') return labelBefore(text, start, at, end);
    if (!isLabelCharacter(text.charCodeAt(at)) && character !== '*' && !isBlank(text.charCodeAt(at)))
      return null;
  }
  return null;
}

function labelBefore(text: string, start: number, separator: number, end: number): Label | null {
  const labelEnd = trimLabelEnd(text, start, separator);
  const name = text.slice(start, labelEnd);
  if (name === '' || isPartOfWord(text, separator, end)) return null;
  const label = { start, end: labelEnd, separator, origin: labelOrigin(name) };
  if (label.origin !== 'unknown') return label;
  const blankBefore = isBlank(text.charCodeAt(separator - 1));
  const blankAfter = separator + 1 >= end || isBlank(text.charCodeAt(separator + 1));
  const words = name.split(' ').length;
  if (name.length < 3 || name.length > longestLabel || words > 4 || !blankAfter) return null;
  if (blankBefore) return label;
  // A glued colon ends headings and sentences too; only a single word with something behind it is taken.
  const hasValue = trimStart(text, separator + 1, end) < end;
  return text[separator] === ':' && words === 1 && hasValue ? label : null;
}

/** The next label within a line, whose line breaks may have been lost. */
function nextLabel(text: string, from: number, end: number, crowded: boolean): Label | null {
  for (let at = from; at < end; at++) {
    const character = text.charAt(at);
    if (character !== ':' && character !== '=') continue;
    if (isPartOfWord(text, at, end)) continue;
    const label = labelEndingAt(text, from, at, crowded);
    if (label !== null) return label;
  }
  return null;
}

/** Walks back over at most four words and takes the longest run of them that is a label. */
function labelEndingAt(text: string, from: number, separator: number, crowded: boolean): Label | null {
  const end = trimLabelEnd(text, from, separator);
  const limit = Math.max(from, end - longestLabel);
  let found: Label | null = null;
  let start = end;
  for (let words = 0; words < 4 && start > limit; words++) {
    while (start > limit && isLabelCharacter(text.charCodeAt(start - 1))) start--;
    if (start === limit && start > from) break;
    const behindGap = start === from || (isBlank(text.charCodeAt(start - 1)) && isGap(text, from, start));
    const origin = labelOrigin(text.slice(start, end));
    const bounded =
      start === from || isBlank(text.charCodeAt(start - 1)) || '*`'.includes(text.charAt(start - 1));
    if (bounded && start > from && (origin === 'own' || (origin === 'shared' && (crowded || behindGap)))) {
      found = { start, end, separator, origin };
    }
    if (behindGap) {
      const printedAlone = crowded && start < end && isBlank(text.charCodeAt(separator - 1));
      if (found === null && printedAlone) found = { start, end, separator, origin };
      break;
    }
    if (!isBlank(text.charCodeAt(start - 1))) break;
    start--;
  }
  return found;
}

function isGap(text: string, from: number, start: number): boolean {
  return start - 2 >= from && isBlank(text.charCodeAt(start - 2));
}

/** `https://`, `C:\`, `Class::Method` and `12:30`: the colon separates nothing. */
function isPartOfWord(text: string, separator: number, end: number): boolean {
  if (separator + 1 >= end) return false;
  const next = text.charAt(separator + 1);
  if (next === ':' || next === '/' || next === '\\') return true;
  return text[separator] === ':' && text[separator - 1] === ':';
}

/** `KeySignTest: : PASSED`, as Windows 10 printed it before 2018. */
function skipDoubledColon(text: string, from: number, end: number): number {
  let at = trimStart(text, from, end);
  if (at < end && text[at] === ':' && (at + 1 >= end || isBlank(text.charCodeAt(at + 1)))) at += 1;
  else at = from;
  return at;
}

/** The value without blanks and without the marks of bold and code around it; empty right behind the separator. */
function valueRange(text: string, from: number, to: number): [number, number] {
  let start = trimStart(text, from, to);
  let end = trimEnd(text, start, to);
  if (start >= end) return [from, from];
  if (text.startsWith('**', start) && start + 2 <= end && text[start + 2] !== '*')
    start = trimStart(text, start + 2, end);
  if (text.startsWith('**', end - 2) && end - 2 >= start && text[end - 3] !== '*')
    end = trimEnd(text, start, end - 2);
  while (end > start && text[end - 1] === '`') end = trimEnd(text, start, end - 1);
  return start < end ? [start, end] : [start, start];
}

function trimLabelEnd(text: string, start: number, separator: number): number {
  let end = trimEnd(text, start, separator);
  while (end > start && text[end - 1] === '*') end = trimEnd(text, start, end - 1);
  return end;
}

function isLabelCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x2d ||
    code === 0x5f
  );
}
