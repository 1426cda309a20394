/** What a hole of a template may hold: text of a type, or exactly one text. */
export interface Hole {
  readonly name: string;
  readonly type: HoleType;
  /** The folded text of an `exact` hole; empty for the others. */
  readonly exact: string;
}

export type HoleType = TypeWithPattern | 'any' | 'exact';
type TypeWithPattern = 'number' | 'flags' | 'code' | 'bool' | 'guid' | 'time' | 'word';

/** Reads what stands between the braces: `name`, `name:type` or `name=text`. Null where it is none of them. */
export function holeFrom(text: string): Hole | null {
  const parts = /^([a-z][A-Za-z0-9]*)(?::([a-z]+)|=(.+))?$/.exec(text);
  if (parts === null) return null;
  const [, name = '', type, exact] = parts;
  if (exact !== undefined) return { name, type: 'exact', exact: exact.toLowerCase() };
  if (type === undefined) return { name, type: 'any', exact: '' };
  return hasPattern(type) ? { name, type, exact: '' } : null;
}

/**
 * How far a hole can reach at most from `position`: the end of the run of characters that its values are made
 * of. Exclusive.
 */
export function reachOfHole(hole: Hole, folded: string, position: number): number {
  if (hole.type === 'any') return folded.length;
  if (hole.type === 'exact') return reachOfExact(hole.exact, folded, position);
  const limit = Math.min(folded.length, position + longestValue);
  let index = position;
  while (index < limit && reaches(hole.type, folded.charCodeAt(index))) index += 1;
  return index;
}

/** Whether a text is a value of this hole. Texts are short here, see `longestValue`. */
export function acceptsHole(hole: Hole, text: string): boolean {
  if (hole.type === 'any') return true;
  if (hole.type === 'exact') return text.toLowerCase() === hole.exact;
  const value = text.trim();
  return value.length > 0 && value.length <= longestValue && patterns[hole.type].test(value);
}

/** Longest value of a typed hole; what is longer is no number, time or word. */
const longestValue = 256;

const patterns: Readonly<Record<TypeWithPattern, RegExp>> = {
  number: /^[+-]?\d{1,20}$/,
  flags: /^(?:0x[0-9a-f]{1,16}|\d{1,20})$/i,
  code: /^(?:0x[0-9a-f]{1,9}|[0-9a-f]{8}|-?\d{1,10})$/i,
  bool: /^(?:true|false)$/i,
  guid: /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  // A digit is asked for, so that the dots of "fire at..." are no time.
  time: /^(?=\D{0,40}\d).{4,}$/s,
  word: /^[^\s"'`]+$/,
};

function hasPattern(type: string): type is TypeWithPattern {
  return Object.hasOwn(patterns, type);
}

/** An exact text counts as a word of its own: 7 does not stand in 70. */
function reachOfExact(exact: string, folded: string, position: number): number {
  const end = position + exact.length;
  const stands = folded.startsWith(exact, position) && !isWordCode(folded.charCodeAt(end));
  return stands ? end : position;
}

function reaches(type: TypeWithPattern, code: number): boolean {
  switch (type) {
    case 'number':
      return isDigit(code) || code === plus || code === minus;
    case 'flags':
      return isHexDigit(code) || code === letterX;
    case 'code':
      return isHexDigit(code) || code === letterX || code === minus;
    case 'bool':
      return isLetter(code);
    case 'guid':
      return isHexDigit(code) || code === minus || code === openBrace || code === closeBrace;
    case 'time':
      return code !== lineFeed && code !== carriageReturn && code !== singleQuote && code !== doubleQuote;
    case 'word':
      return (
        code > 0x20 && code !== 0xa0 && code !== singleQuote && code !== doubleQuote && code !== backQuote
      );
  }
}

const plus = 0x2b;
const minus = 0x2d;
const letterX = 0x78;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const singleQuote = 0x27;
const doubleQuote = 0x22;
const backQuote = 0x60;

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Folded text holds no capitals. */
function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66);
}

function isWordCode(code: number): boolean {
  return isDigit(code) || isLetter(code);
}
