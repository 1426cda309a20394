import {
  isDigit,
  isLetter,
  lineEndFrom,
  skipBlanksAndLines,
  trimBlanksAndLines,
} from '../text/characters.ts';
import { isAttributeRest, readAttributeRest } from './ccmAttributes.ts';
import type { CcmRecordSink } from './ccmRecordSink.ts';

/**
 * Reads the lines between two records in which no message ends. A line that is the end of a record's attributes
 * becomes a torn record; each stretch of other text is told once. NULs and lone punctuation are passed over.
 */
export function readBetweenRecords(text: string, start: number, end: number, sink: CcmRecordSink): void {
  let textStart = -1;
  const tellText = (textEnd: number): void => {
    if (textStart >= 0 && isRealText(text, textStart, textEnd)) {
      sink.addText(textStart, trimBlanksAndLines(text, textStart, textEnd));
    }
    textStart = -1;
  };

  for (let at = start; at < end;) {
    const lineStart = skipBlanksAndLines(text, at, end);
    const next = lineEndFrom(text, lineStart, end);
    const lineEnd = trimBlanksAndLines(text, lineStart, next);
    if (lineEnd > lineStart && isAttributeRest(text, lineStart, lineEnd)) {
      tellText(lineStart);
      addAttributeRest(text, lineStart, lineEnd, sink);
    } else if (lineEnd > lineStart && textStart < 0) {
      textStart = lineStart;
    }
    at = next;
  }
  tellText(end);
}

/** What stands before the first whole attribute is the message's end, unless it is only the end of an attribute. */
function addAttributeRest(text: string, start: number, end: number, sink: CcmRecordSink): void {
  const rest = readAttributeRest(text, start, end);
  const messageEnd = rest === null ? start : trimBlanksAndLines(text, start, rest.start);
  const isMessage = text.slice(start, messageEnd).includes(' ');
  sink.addAttributeRest(start, isMessage ? messageEnd : start, end, rest?.attributes ?? null);
}

function isRealText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code) || (code >= 0xc0 && code !== 0xfeff)) return true;
  }
  return false;
}
