import { lineEndFrom, skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';

/** A line that holds more than blanks. Offsets into the text. */
export interface LineWithText {
  /** Its first character that is not blank. */
  readonly start: number;
  /** Behind its last character that is not blank. */
  readonly end: number;
  /** Where the line itself begins, before its indentation. */
  readonly lineStart: number;
  /** Its line end, behind the blanks. */
  readonly lineEnd: number;
}

/** The lines of a text that hold more than blanks, from `from` on. */
export function* linesWithText(text: string, from = 0): Generator<LineWithText> {
  for (let at = from; at < text.length;) {
    const start = skipBlanksAndLines(text, at, text.length);
    let lineStart = start;
    while (lineStart > at && lineEndFrom(text, lineStart - 1, lineStart) === lineStart) lineStart--;
    const lineEnd = lineEndFrom(text, start, text.length);
    const end = trimBlanksAndLines(text, start, lineEnd);
    if (end > start) yield { start, end, lineStart, lineEnd };
    at = lineEnd;
  }
}
