import { isBlank, isDigit, isLetter } from '../text/characters.ts';

/** Offsets of a message, end exclusive. */
export interface MessagePlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The message on a line, without what pages put around it: list marks and numbers, quotation marks of mails, bold,
 * back-quotes, table bars. Null where the line holds neither letter nor digit.
 */
export function bareMessageIn(text: string, lineStart: number, lineEnd: number): MessagePlace | null {
  let start = lineStart;
  let end = lineEnd;
  const number = /^\d{1,3}[.)][ \t]{1,8}(?=\S)/.exec(text.slice(start, Math.min(end, start + 16)));
  if (number !== null) start += number[0].length;
  while (start < end && (decorations.includes(text.charAt(start)) || isBlank(text.charCodeAt(start))))
    start++;
  while (
    end > start &&
    (endDecorations.includes(text.charAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))
  ) {
    end--;
  }
  const opening = text.charAt(start);
  if (end - start > 2 && closingOf(opening) === text.charAt(end - 1)) {
    start++;
    end--;
  }
  return hasWord(text, start, end) ? { start, end } : null;
}

const decorations = '>*-+\u2022\u00b7\u25cf`|#';
const endDecorations = '*`|\\';

function closingOf(opening: string): string {
  if (opening === '"' || opening === "'") return opening;
  return opening === '\u201c' ? '\u201d' : '';
}

function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code) || code >= 0xc0) return true;
  }
  return false;
}
