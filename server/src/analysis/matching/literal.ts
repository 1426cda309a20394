/**
 * Literal text of a template, found without regard to case and to the number of blanks. No regular expression
 * is involved: words are found by `indexOf`, blanks are walked over.
 */

/** A literal, cut at its blanks. */
export interface Literal {
  /** Folded words; empty for a literal of blanks only. */
  readonly words: readonly string[];
  readonly leadingBlank: boolean;
  readonly trailingBlank: boolean;
  /** Characters that are not blank, or 1 for a literal of blanks only; 0 for an empty one. */
  readonly weight: number;
}

export interface LiteralPlace {
  readonly start: number;
  readonly end: number;
}

export function literalFrom(text: string): Literal {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  return {
    words,
    leadingBlank: /^\s/.test(text),
    trailingBlank: /\s$/.test(text),
    weight: letters > 0 ? letters : Math.min(text.length, 1),
  };
}

/** The leftmost place of a literal that starts at or after `from` and at or before `limit`. */
export function findLiteral(
  literal: Literal,
  folded: string,
  from: number,
  limit: number,
): LiteralPlace | null {
  const word = literal.words[0];
  if (word === undefined) return findBlank(folded, from, limit);
  let at = folded.indexOf(word, from);
  while (at >= 0) {
    const start = literal.leadingBlank ? startOfBlanks(folded, at, from) : at;
    if (start > limit) return null;
    if (!literal.leadingBlank || start < at) {
      const end = endOfWords(literal, folded, at);
      if (end !== null) return { start, end };
    }
    at = folded.indexOf(word, at + 1);
  }
  return null;
}

/** The literal, if it stands exactly at `position`. */
export function matchLiteralAt(literal: Literal, folded: string, position: number): LiteralPlace | null {
  const at = literal.leadingBlank || literal.words.length === 0 ? endOfBlanks(folded, position) : position;
  if ((literal.leadingBlank || literal.words.length === 0) && at === position) return null;
  if (literal.words.length === 0) return { start: position, end: at };
  const end = endOfWords(literal, folded, at);
  return end === null ? null : { start: position, end };
}

/** The literal's words with one blank between them. */
export function literalText(literal: Literal): string {
  return literal.words.join(' ');
}

export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

function findBlank(folded: string, from: number, limit: number): LiteralPlace | null {
  const last = Math.min(limit, folded.length - 1);
  for (let index = from; index <= last; index += 1) {
    if (isBlank(folded.charCodeAt(index))) return { start: index, end: endOfBlanks(folded, index) };
  }
  return null;
}

/** End of the literal whose first word is looked for at `at`; null where it does not stand there. */
function endOfWords(literal: Literal, folded: string, at: number): number | null {
  let position = at;
  for (let index = 0; index < literal.words.length; index += 1) {
    const word = literal.words[index] ?? '';
    if (index > 0) {
      const behind = endOfBlanks(folded, position);
      if (behind === position) return null;
      position = behind;
    }
    if (!folded.startsWith(word, position)) return null;
    position += word.length;
  }
  if (!literal.trailingBlank) return position;
  const behind = endOfBlanks(folded, position);
  // The end of a message stands for the blank that a copy lost.
  return behind > position || position === folded.length ? behind : null;
}

function startOfBlanks(text: string, position: number, from: number): number {
  let index = position;
  while (index > from && isBlank(text.charCodeAt(index - 1))) index -= 1;
  return index;
}

function endOfBlanks(text: string, position: number): number {
  let index = position;
  while (index < text.length && isBlank(text.charCodeAt(index))) index += 1;
  return index;
}
