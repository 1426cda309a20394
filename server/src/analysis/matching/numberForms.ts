import type { CodeForm } from './codes.ts';

/** A number that has the form of a code, whatever it stands for. */
export interface NumberReading {
  /** Unsigned 32-bit. */
  readonly value: number;
  readonly form: CodeForm;
}

/**
 * Reads one token (ASCII letters and digits, at most 18 of them) as a number, looking at the characters around it
 * for a sign and for separators that make it a part of something longer. Null when it is no number of up to 32 bits.
 */
export function readNumber(
  text: string,
  start: number,
  end: number,
  isKnown: (value: number) => boolean,
): NumberReading | null {
  if (!hasPrefix(text, start) && isJoined(text, start, end)) return null;
  const token = text.slice(start, end);
  const prefixed = /^0[xX\u00d7]([0-9a-fA-F]{1,16})[lL]?$/.exec(token);
  if (prefixed) {
    return readPrefixed(prefixed[1] ?? '', isKnown);
  }
  if (isPartOfMore(text, start, end)) {
    return null;
  }
  if (/^[0-9a-fA-F]{8}$/.test(token) && text.charAt(start - 1) !== '-' && text.charAt(end) !== '-') {
    return { value: Number.parseInt(token, 16), form: 'bare-hex' };
  }
  if (!/^[0-9]{1,10}$/.test(token)) {
    return null;
  }
  return readDecimal(text, start, end, Number(token));
}

/** `0x`, or what blogs make of it. */
function hasPrefix(text: string, start: number): boolean {
  const second = text.charCodeAt(start + 1);
  return text.charCodeAt(start) === 0x30 && ((second | 0x20) === 0x78 || second === 0xd7);
}

/** A dash stands behind it, or before it and behind something else: a part of a GUID, a date or a range. */
function isJoined(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end) === 0x2d) return true;
  return text.charCodeAt(start - 1) === 0x2d && /[0-9A-Za-z_)]/.test(text.charAt(start - 2));
}

/** The eight digits that a nine-digit misprint may stand for: one zero of each run taken out, longest run first. */
export function withoutOneZero(digits: string): number[] {
  const runs = [...digits.matchAll(/0+/g)].sort((a, b) => b[0].length - a[0].length);
  return runs.map((run) => Number.parseInt(digits.slice(0, run.index) + digits.slice(run.index + 1), 16));
}

function readPrefixed(digits: string, isKnown: (value: number) => boolean): NumberReading | null {
  if (digits.length <= 8) {
    return { value: Number.parseInt(digits, 16), form: 'hex' };
  }
  if (digits.length === 9) {
    const value = withoutOneZero(digits).find(isKnown);
    return value === undefined ? null : { value, form: 'nine-digit' };
  }
  if (digits.length === 16 && /^f{8}[89a-f]/i.test(digits)) {
    return { value: Number.parseInt(digits.slice(8), 16), form: 'hex' };
  }
  return null;
}

function readDecimal(text: string, start: number, end: number, amount: number): NumberReading | null {
  if (text.charAt(end) === '-') {
    return null;
  }
  if (isMinus(text.charAt(start - 1))) {
    const standsAlone = !/[0-9A-Za-z_)]/.test(text.charAt(start - 2));
    return standsAlone && amount > 0 && amount <= 0x80000000
      ? { value: 0x100000000 - amount, form: 'signed' }
      : null;
  }
  return amount <= 0xffffffff ? { value: amount, form: 'unsigned' } : null;
}

/** A plain hyphen, or what word processors and blogs make of it. */
function isMinus(character: string): boolean {
  return character === '-' || character === '\u2212' || character === '\u2013';
}

/** Digits with separators around them are versions, dates, times, amounts, addresses or phone numbers. */
function isPartOfMore(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (
    before === '+' ||
    before === '/' ||
    before === '\\' ||
    before === '@' ||
    before === '&' ||
    before === '$'
  ) {
    return true;
  }
  const beforeThat = text.charAt(start - 2);
  const afterThat = text.charAt(end + 1);
  return (
    after === '%' ||
    (before === ' ' && /\+[0-9]{1,3} $/.test(text.slice(Math.max(0, start - 5), start))) ||
    after === '@' ||
    (/[0-9A-Za-z]/.test(beforeThat) && (before === '.' || before === ',')) ||
    (/[0-9A-Za-z]/.test(afterThat) && (after === '.' || after === ',' || after === '/' || after === '\\')) ||
    (/[0-9]/.test(beforeThat) && before === ':') ||
    (/[0-9]/.test(afterThat) && after === ':')
  );
}
