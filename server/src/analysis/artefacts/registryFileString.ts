import { afterLineEnd, lineEndAt, skipBlanks } from './lineEnds.ts';
import { longRootOf } from './registryPath.ts';

/** No quote was found, and the search came to the end of the text at hand. */
export const searchedToEnd = -2;

/**
 * Offset of the unescaped quote that closes the text beginning at `from`; -1 or `searchedToEnd` where none does. The
 * text may hold line breaks up to `limit`, but never swallows a line that is a key or a value itself, and no line
 * break behind a backslash.
 */
export function findStringEnd(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const character = text[at];
    if (character === '"') return at;
    if (character === '\\') {
      const escaped = text[at + 1];
      if (escaped === '\r' || escaped === '\n') return -1;
      at += 2;
      continue;
    }
    if (character === '\r' || character === '\n') {
      at = afterLineEnd(text, at);
      if (looksLikeEntry(text, at)) return lineEndAt(text, at) < text.length ? -1 : searchedToEnd;
      continue;
    }
    at++;
  }
  return at < text.length ? -1 : searchedToEnd;
}

/** Resolves `\\` and `\"`. Other escapes keep both characters; `odd` is the offset of the first such, else -1. */
export function unescapeRegistryText(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly odd: number } {
  const raw = text.slice(start, end);
  let backslash = raw.indexOf('\\');
  if (backslash < 0) return { text: raw, odd: -1 };
  const parts: string[] = [];
  let odd = -1;
  let from = 0;
  while (backslash >= 0) {
    const escaped = raw[backslash + 1];
    const isKnown = escaped === '\\' || escaped === '"';
    if (!isKnown && odd < 0) odd = start + backslash;
    parts.push(raw.slice(from, isKnown ? backslash : backslash + 1));
    from = backslash + 1;
    backslash = raw.indexOf('\\', isKnown ? from + 1 : from);
  }
  parts.push(raw.slice(from));
  return { text: parts.join(''), odd };
}

/**
 * Whether the line at `start` is a key header or a value by its look: a text that was left open must end there.
 * Says yes to every line at which the reader could begin another text, so that no line is searched twice.
 */
function looksLikeEntry(text: string, start: number): boolean {
  const lineEnd = lineEndAt(text, start);
  const at = skipBlanks(text, text.charCodeAt(start) === 0xfeff ? start + 1 : start, lineEnd);
  const first = text[at];
  if (at >= lineEnd) return false;
  if (first === '[') {
    const root = /^\[-?(\w{1,30})/.exec(text.slice(at, Math.min(lineEnd, at + 40)))?.[1];
    return root !== undefined && longRootOf(root) !== null;
  }
  if (first !== '@' && first !== '"') return false;
  const nameEnd = first === '@' ? at : closingQuote(text, at + 1, lineEnd);
  return nameEnd >= 0 && text[skipBlanks(text, nameEnd + 1, lineEnd)] === '=';
}

function closingQuote(text: string, from: number, lineEnd: number): number {
  for (let at = from; at < lineEnd; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return -1;
}
