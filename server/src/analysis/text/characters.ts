/** Classes of characters that the scanners ask about, by UTF-16 code. */

export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

/** Blank within a line. NULs and stray byte order marks count, as damaged and glued files have them anywhere. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0 || code === 0xfeff || code === 0xa0;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Offset of the first character from `from` on that is neither blank nor a line end; at most `to`. */
export function skipBlanksAndLines(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at)))) at++;
  return at;
}

/** Offset behind the last character before `to` that is neither blank nor a line end; at least `from`. */
export function trimBlanksAndLines(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && (isBlank(text.charCodeAt(at - 1)) || isLineEnd(text.charCodeAt(at - 1)))) at--;
  return at;
}

/** Offset of the first line end from `from` on; at most `to`. */
export function lineEndFrom(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}
