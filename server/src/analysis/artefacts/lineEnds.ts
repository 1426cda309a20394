/** Lines by offset: CR LF, LF and CR alone all end a line, and nothing is copied. */
import { carriageReturn, isLineEnd, lineFeed } from '../text/characters.ts';

/** Offset of the line end at or after `from`: of its CR or LF, or the length of the text. */
export function lineEndAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Offset of the line that follows a line end found by `lineEndAt`. */
export function afterLineEnd(text: string, lineEnd: number): number {
  if (lineEnd >= text.length) return text.length;
  const isPair = text.charCodeAt(lineEnd) === carriageReturn && text.charCodeAt(lineEnd + 1) === lineFeed;
  return lineEnd + (isPair ? 2 : 1);
}

/** Offset of the first character in `[from, end)` that is neither blank nor tab, else `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}

/** Offset behind the last character in `[start, end)` that is neither blank nor tab. */
export function trimBlanksEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpaceOrTab(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The lines of `text` as offsets, without their line ends; a trailing line end makes no further line. */
export function* linesOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  while (start < text.length) {
    const end = lineEndAt(text, start);
    yield { start, end };
    start = afterLineEnd(text, end);
  }
}

/** Narrower than a blank of a log: in a registry export a no-break space is data, or damage to be told. */
function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}
