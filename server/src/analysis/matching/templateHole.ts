/** The types of a template's holes. `any` is the one without a type. */
export const holeTypes = [
  'any',
  'number',
  'flags',
  'code',
  'bool',
  'true',
  'false',
  'guid',
  'time',
  'word',
] as const;
export type HoleType = (typeof holeTypes)[number];

export function isHoleType(text: string): text is HoleType {
  return (holeTypes as readonly string[]).includes(text);
}

/**
 * How far a hole of this type can reach at most from `position`: the end of the run of characters that its
 * values are made of. Exclusive.
 */
export function reachOfHole(type: HoleType, text: string, position: number): number {
  if (type === 'any') return text.length;
  const limit = Math.min(text.length, position + longestValue);
  let index = position;
  while (index < limit && reaches(type, text.charCodeAt(index))) index += 1;
  return index;
}

/** Whether a text is a value of this type. Texts are short here, see `longestValue`. */
export function acceptsHole(type: HoleType, text: string): boolean {
  if (type === 'any') return true;
  const value = text.trim();
  return value.length > 0 && value.length <= longestValue && patterns[type].test(value);
}

/** Longest value of a typed hole; what is longer is no number, time or word. */
const longestValue = 256;

const patterns: Readonly<Record<Exclude<HoleType, 'any'>, RegExp>> = {
  number: /^[+-]?\d{1,20}$/,
  flags: /^(?:0x[0-9a-f]{1,16}|\d{1,20})$/i,
  code: /^(?:0x[0-9a-f]{1,9}|[0-9a-f]{8}|-?\d{1,10})$/i,
  bool: /^(?:true|false)$/i,
  true: /^(?:true|1)$/i,
  false: /^(?:false|0)$/i,
  guid: /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i,
  // A digit is asked for, so that the dots of "fire at..." are no time.
  time: /^(?=\D{0,40}\d).{4,}$/s,
  word: /^[^\s"'`]+$/,
};

function reaches(type: Exclude<HoleType, 'any'>, code: number): boolean {
  switch (type) {
    case 'number':
      return isDigit(code) || code === plus || code === minus;
    case 'flags':
      return isHexDigit(code) || code === letterX;
    case 'code':
      return isHexDigit(code) || code === letterX || code === minus;
    case 'bool':
    case 'true':
    case 'false':
      return isLetter(code) || isDigit(code);
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

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}
