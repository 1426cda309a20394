import { isDigit, isLetter } from '../text/characters.ts';
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
  // This is asked of every number of a log, so what is rare is looked for only where there is a sign of it.
  if (hasPrefix(text, start)) {
    const prefixed = /^0[xX\u00d7]([0-9a-fA-F]{1,16})[lL]?$/.exec(text.slice(start, end));
    if (prefixed !== null) return readPrefixed(prefixed[1] ?? '', isKnown);
  }
  if (isJoined(text, start, end) || isPartOfMore(text, start, end)) return null;
  if (end - start === 8 && text.charCodeAt(start - 1) !== dash) {
    const token = text.slice(start, end);
    if (/^[0-9a-fA-F]{8}$/.test(token)) return { value: Number.parseInt(token, 16), form: 'bare-hex' };
  }
  const amount = end - start <= 10 ? amountOf(text, start, end) : -1;
  return amount < 0 ? null : readDecimal(text, start, amount);
}

/** The number that decimal digits make; -1 where there is anything else. */
function amountOf(text: string, start: number, end: number): number {
  let amount = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) return -1;
    amount = amount * 10 + code - 0x30;
  }
  return amount;
}

/** `0x`, or what blogs make of it. */
function hasPrefix(text: string, start: number): boolean {
  const second = text.charCodeAt(start + 1);
  return text.charCodeAt(start) === 0x30 && ((second | 0x20) === 0x78 || second === 0xd7);
}

/** A dash stands behind it, or before it and behind something else: a part of a GUID, a date or a range. */
function isJoined(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end) === dash) return true;
  return text.charCodeAt(start - 1) === dash && /[0-9A-Za-z_)]/.test(text.charAt(start - 2));
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

function readDecimal(text: string, start: number, amount: number): NumberReading | null {
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
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  const beforeThat = text.charCodeAt(start - 2);
  const afterThat = text.charCodeAt(end + 1);
  switch (before) {
    case plus:
    case slash:
    case backslash:
    case at:
    case ampersand:
    case dollar:
      return true;
    case fullStop:
    case comma:
      if (isDigit(beforeThat) || isLetter(beforeThat)) return true;
      break;
    case colon:
      if (isDigit(beforeThat)) return true;
      break;
    case space:
      // The country of a phone number.
      if (isDigit(beforeThat) && /\+[0-9]{1,3} $/.test(text.slice(Math.max(0, start - 5), start)))
        return true;
  }
  switch (after) {
    case percent:
    case at:
      return true;
    case fullStop:
    case comma:
    case slash:
    case backslash:
      return isDigit(afterThat) || isLetter(afterThat);
    case colon:
      return isDigit(afterThat);
    default:
      return false;
  }
}

const space = 0x20;
const dollar = 0x24;
const percent = 0x25;
const ampersand = 0x26;
const plus = 0x2b;
const comma = 0x2c;
const dash = 0x2d;
const fullStop = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const at = 0x40;
const backslash = 0x5c;
