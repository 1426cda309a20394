import { afterLineEnd, lineEndAt, skipBlanks } from './lineEnds.ts';
import { keptBytes } from './registryData.ts';

/** How reading the bytes of a `hex` value ended. */
export type HexEnd =
  | 'complete'
  /** The text ends where more bytes were announced. */
  | 'cut'
  /** Something that is no byte: Windows drops the whole value. */
  | 'not-a-byte'
  /** A backslash without a comma before it: Windows drops the value and reads the next line by itself. */
  | 'no-comma'
  /** A continuation line that begins with no hex digit: Windows drops the value and that line with it. */
  | 'swallowed-line';

export interface HexBytes {
  readonly ending: HexEnd;
  /** At most `keptBytes`. */
  readonly bytes: Uint8Array;
  /** How many bytes were written. */
  readonly length: number;
  /** Behind the last byte or comma that was read. */
  readonly end: number;
  /** The line that spoiled it; of the last line read otherwise. */
  readonly lineStart: number;
  readonly lineEnd: number;
  /** Start of the line at which reading goes on. */
  readonly next: number;
}

const backslash = 92;
const comma = 44;
const semicolon = 59;

/** Reads the bytes of a `hex` value from behind its colon, over all its continuation lines. */
export function readHexBytes(text: string, from: number): HexBytes {
  const kept: number[] = [];
  let length = 0;
  let end = from;
  let lineStart = from;
  let lineEnd = lineEndAt(text, from);
  const finish = (ending: HexEnd, next = afterLineEnd(text, lineEnd)): HexBytes => ({
    ending,
    bytes: Uint8Array.from(kept),
    length,
    end,
    lineStart,
    lineEnd,
    next,
  });

  let at = from;
  // True where the next character may be a byte or the backslash: at the start and behind a comma.
  let afterComma = true;
  for (;;) {
    at = skipBlanks(text, at, lineEnd);
    const code = at < lineEnd ? text.charCodeAt(at) : semicolon;
    if (code === semicolon) {
      const announcesMore = afterComma && length > 0 && at === text.length;
      return finish(announcesMore ? 'cut' : 'complete');
    }
    if (!afterComma) return finish(code === backslash ? 'no-comma' : 'not-a-byte');
    if (code === backslash) {
      const behind = skipBlanks(text, at + 1, lineEnd);
      if (behind < lineEnd && text.charCodeAt(behind) !== semicolon) return finish('not-a-byte');
      end = at + 1;
      const continuation = nextContinuation(text, afterLineEnd(text, lineEnd));
      if (continuation === null) return finish('cut', text.length);
      ({ lineStart, lineEnd } = continuation);
      at = continuation.at;
      if (hexDigit(text.charCodeAt(at)) < 0) return finish('swallowed-line');
      continue;
    }
    const high = hexDigit(code);
    if (high < 0) return finish('not-a-byte');
    const low = at + 1 < lineEnd ? hexDigit(text.charCodeAt(at + 1)) : -1;
    if (length < keptBytes) kept.push(low < 0 ? high : high * 16 + low);
    length++;
    at += low < 0 ? 1 : 2;
    if (at < lineEnd && hexDigit(text.charCodeAt(at)) >= 0) return finish('not-a-byte');
    afterComma = at < lineEnd && text.charCodeAt(at) === comma;
    if (afterComma) at++;
    end = at;
  }
}

/** The next line that is neither blank nor a comment; null at the end of the text. */
function nextContinuation(
  text: string,
  from: number,
): { readonly at: number; readonly lineStart: number; readonly lineEnd: number } | null {
  let lineStart = from;
  while (lineStart < text.length) {
    const lineEnd = lineEndAt(text, lineStart);
    const at = skipBlanks(text, lineStart, lineEnd);
    if (at < lineEnd && text.charCodeAt(at) !== semicolon) return { at, lineStart, lineEnd };
    lineStart = afterLineEnd(text, lineEnd);
  }
  return null;
}

/** Value of a hex digit by its character code, -1 for any other character. */
function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
