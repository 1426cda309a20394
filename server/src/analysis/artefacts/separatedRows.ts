import { isBlank, isLineEnd } from '../text/characters.ts';

/** A cell of a table as text. Offsets into the text. */
export interface SeparatedCell {
  /** With its quotation marks. */
  readonly start: number;
  readonly end: number;
  /** Without them; doubled marks inside stay as they are. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

/** The rows of a text whose cells stand between separators. A quoted cell may go over several lines. */
export function* separatedRows(text: string, separator: string): Generator<readonly SeparatedCell[]> {
  let row: SeparatedCell[] = [];
  for (let at = 0; at < text.length;) {
    const cell = readCell(text, at, separator);
    row.push(cell);
    at = cell.end;
    if (text.charAt(at) === separator) {
      at++;
      continue;
    }
    if (row.length > 1 || cell.contentEnd > cell.contentStart) yield row;
    row = [];
    while (at < text.length && isLineEnd(text.charCodeAt(at))) at++;
  }
  if (row.length > 0) yield row;
}

/** A quotation mark that never closes is a character like any other: a cut file must not lose its other rows. */
const longestQuoted = 0x10000;

function readCell(text: string, at: number, separator: string): SeparatedCell {
  let start = at;
  while (isBlank(text.charCodeAt(start)) && text.charAt(start) !== separator) start++;
  if (text.charAt(start) === '"') {
    const close = closingQuote(text, start + 1);
    if (close >= 0) {
      let end = close + 1;
      while (end < text.length && text.charAt(end) !== separator && !isLineEnd(text.charCodeAt(end))) end++;
      return { start, end, contentStart: start + 1, contentEnd: close };
    }
  }
  let end = start;
  while (end < text.length && text.charAt(end) !== separator && !isLineEnd(text.charCodeAt(end))) end++;
  let contentEnd = end;
  while (contentEnd > start && isBlank(text.charCodeAt(contentEnd - 1))) contentEnd--;
  return { start, end, contentStart: start, contentEnd };
}

function closingQuote(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestQuoted);
  for (let at = from; at < limit; at++) {
    if (text.charAt(at) !== '"') continue;
    if (text.charAt(at + 1) !== '"') return at;
    at++;
  }
  return -1;
}
