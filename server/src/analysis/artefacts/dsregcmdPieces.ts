/**
 * Cuts `dsregcmd` output into rules, titles, fields and other text, line by line. It knows the damage that pastes
 * do (quote marks, bold, lost line breaks, glued colons) and nothing of the order of the pieces.
 */
import { isBlank } from '../text/characters.ts';
import { lineBreakLength, trimEnd, trimStart } from './dsregcmdCharacters.ts';
import { readFieldsOfLine } from './dsregcmdFields.ts';

interface PieceBase {
  /** Offsets into the text, end exclusive; marks and blanks around the piece are outside. */
  readonly start: number;
  readonly end: number;
  /** Number of the line, from 0. */
  readonly line: number;
  /** The line held a box and more: its line breaks were lost. */
  readonly crowded: boolean;
}

/** A line of a box. `whole` is false for one that was cut off before its closing `+`. */
export interface RulePiece extends PieceBase {
  readonly kind: 'rule';
  readonly whole: boolean;
}

/** A title between bars; `start` and `end` are those of the title. */
export interface TitlePiece extends PieceBase {
  readonly kind: 'title';
}

export interface FieldPiece extends PieceBase {
  readonly kind: 'field';
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly origin: 'own' | 'shared' | 'unknown';
  /** No blank before the colon. */
  readonly glued: boolean;
  /** Characters from the start of the line to the end of the value: tells whether a console wrapped it. */
  readonly width: number;
}

/** Anything else that is not blank. */
export interface TextPiece extends PieceBase {
  readonly kind: 'text';
  /** Blanks before it, those of a quote mark left aside. */
  readonly indent: number;
  /** Only `=`, `` ` `` or `~`: a line that somebody drew around the output. */
  readonly decoration: boolean;
}

export type Piece = RulePiece | TitlePiece | FieldPiece | TextPiece;

const ruleStart = '+----------';

/** Yields the pieces in the order of the text. Linear in its length. */
export function* readPieces(text: string): Generator<Piece, void> {
  let line = 0;
  let start = 0;
  let nextRule = text.indexOf(ruleStart);
  while (start < text.length) {
    let end = start;
    while (end < text.length && lineBreakLength(text, end) === 0) end++;
    if (nextRule !== -1 && nextRule < start) nextRule = text.indexOf(ruleStart, start);
    const crowded = nextRule !== -1 && nextRule < end && !isRule(text, ...bodyOfLine(text, start, end));
    if (crowded) yield* readCrowdedLine(text, start, end, line);
    else yield* readLine(text, start, end, line);
    start = end + Math.max(1, lineBreakLength(text, end));
    line++;
  }
}

function* readLine(text: string, lineStart: number, lineEnd: number, line: number): Generator<Piece, void> {
  const [start, end] = bodyOfLine(text, lineStart, lineEnd);
  if (start >= end) {
    // A line of marks only: a code fence counts as a drawn line, blanks as nothing.
    const [fenceStart, fenceEnd] = trimmed(text, lineStart, lineEnd);
    if (fenceStart < fenceEnd) yield textPiece(text, fenceStart, fenceEnd, line, lineStart, false);
    return;
  }
  if (isRule(text, start, end)) {
    yield { kind: 'rule', start, end, line, crowded: false, whole: isWholeRule(text, start, end) };
    return;
  }
  if (text[start] === '|') {
    const title = readTitle(text, start, end);
    if (title !== null) {
      yield { kind: 'title', start: title.start, end: title.end, line, crowded: false };
      return;
    }
  }
  let any = false;
  for (const field of readFieldsOfLine(text, lineStart, start, end, line, false)) {
    any = true;
    yield field;
  }
  if (!any) yield textPiece(text, start, end, line, lineStart, false);
}

/** A line that holds a box beside other things: cut at its rules, then at bars and labels. */
function* readCrowdedLine(
  text: string,
  lineStart: number,
  lineEnd: number,
  line: number,
): Generator<Piece, void> {
  let position = lineStart;
  while (position < lineEnd) {
    const found = indexOfRule(text, position, lineEnd);
    const partEnd = found === -1 ? lineEnd : found;
    yield* readCrowdedPart(text, position, partEnd, line);
    if (found === -1) return;
    let ruleEnd = found + 1;
    while (ruleEnd < lineEnd && text[ruleEnd] === '-') ruleEnd++;
    const whole = text[ruleEnd] === '+' && ruleEnd < lineEnd;
    if (whole) ruleEnd++;
    yield { kind: 'rule', start: found, end: ruleEnd, line, crowded: true, whole };
    position = ruleEnd;
  }
}

function* readCrowdedPart(
  text: string,
  partStart: number,
  partEnd: number,
  line: number,
): Generator<Piece, void> {
  let [start, end] = bodyOfLine(text, partStart, partEnd);
  if (start < end && text[start] === '|') {
    const bar = indexBefore(text, '|', start + 1, end);
    const close = bar === -1 ? end : bar;
    const title = trimmed(text, start + 1, close);
    if (title[0] < title[1]) yield { kind: 'title', start: title[0], end: title[1], line, crowded: true };
    [start, end] = bodyOfLine(text, Math.min(end, close + 1), end);
  }
  if (start >= end) return;
  let any = false;
  for (const field of readFieldsOfLine(text, partStart, start, end, line, true)) {
    any = true;
    yield field;
  }
  if (!any) yield textPiece(text, start, end, line, partStart, true);
}

function textPiece(
  text: string,
  start: number,
  end: number,
  line: number,
  lineStart: number,
  crowded: boolean,
): TextPiece {
  let decoration = true;
  for (let at = start; at < end && decoration; at++) decoration = '=`~'.includes(text.charAt(at));
  return { kind: 'text', start, end, line, crowded, indent: indentOf(text, lineStart, start), decoration };
}

function indentOf(text: string, lineStart: number, start: number): number {
  let from = start;
  while (from > lineStart && isBlank(text.charCodeAt(from - 1))) from--;
  const quoted = from > lineStart && text[from - 1] === '>';
  return Math.max(0, start - from - (quoted ? 1 : 0));
}

/** `| Title |` or, cut, `| Title`; null for a row of a table. */
function readTitle(text: string, start: number, end: number): { start: number; end: number } | null {
  if (end - start > 200) return null;
  const close = text[end - 1] === '|' && end - 1 > start ? end - 1 : end;
  const bar = indexBefore(text, '|', start + 1, close);
  if (bar !== -1) return null;
  const [titleStart, titleEnd] = trimmed(text, start + 1, close);
  return titleStart < titleEnd ? { start: titleStart, end: titleEnd } : null;
}

/** A line of `+`, dashes and `+`, possibly cut; or of at least forty dashes, as some pastes lose the `+`. */
function isRule(text: string, start: number, end: number): boolean {
  const plus = text[start] === '+';
  if (plus ? end - start < 2 : end - start < 40) return false;
  for (let at = plus ? start + 1 : start; at < end; at++) {
    if (text[at] !== '-' && !(text[at] === '+' && at === end - 1)) return false;
  }
  return true;
}

function isWholeRule(text: string, start: number, end: number): boolean {
  return end - start > 10 && (text[start] !== '+' || text[end - 1] === '+');
}

function indexOfRule(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text[at] === '+' && text.startsWith(ruleStart, at)) return at;
  return -1;
}

function indexBefore(text: string, character: string, from: number, end: number): number {
  for (let at = from; at < end; at++) if (text[at] === character) return at;
  return -1;
}

function trimmed(text: string, start: number, end: number): [number, number] {
  const from = trimStart(text, start, end);
  return [from, trimEnd(text, from, end)];
}

/** The line without blanks and without the marks of quotes, comments, lists, bold and code before it. */
function bodyOfLine(text: string, start: number, end: number): [number, number] {
  let from = start;
  while (from < end && (isBlank(text.charCodeAt(from)) || isMark(text, from, end))) from++;
  let to = trimEnd(text, from, end);
  while (to > from && text[to - 1] === '`') to = trimEnd(text, from, to - 1);
  return [from, to];
}

function isMark(text: string, at: number, end: number): boolean {
  const character = text.charAt(at);
  if ('>#`*•'.includes(character)) return true;
  return character === '-' && at + 1 < end && isBlank(text.charCodeAt(at + 1));
}
