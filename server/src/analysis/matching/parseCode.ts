import { findCodes, type CodeForm } from './codes.ts';
import { isFailure } from './hresult.ts';
import { withoutOneZero } from './numberForms.ts';
import { findSignInErrors } from './signInErrors.ts';

/** A code that a person typed. */
export interface ParsedCode {
  /** Unsigned 32-bit; for `sign-in` the number behind AADSTS. */
  readonly value: number;
  readonly form: CodeForm | 'sign-in';
}

/** What a person typed is meant to be a code. */
const anyNumber = { isKnown: () => true, isFacility: () => true };

/** More than anybody types; the rest is not read. */
const longestInput = 2000;

/**
 * Reads what a person typed or pasted as a code: hex with or without `0x`, signed or unsigned decimal, a misprint with
 * one zero too many, AADSTS50076, or any of them within a sentence. Null when no number in it could be a code.
 *
 * Unlike a number found in a log, this one is meant to be a code, so its surroundings are not asked. Eight bare digits
 * are hex when that is a failure (80180026), otherwise digits alone are decimal. 5.5 is no code.
 */
export function parseCode(typed: string): ParsedCode | null {
  return parseCodes(typed)[0] ?? null;
}

/** The same for all codes of a sentence, each once: those in hex first, as they are codes for sure. */
export function parseCodes(typed: string): readonly ParsedCode[] {
  const text = typed.slice(0, longestInput).trim();
  const whole = parseNumber(text.replace(/^[\s([{<"'`#]+|[\s)\]}>"'`.,;:]+$/g, ''));
  if (whole) {
    return [whole];
  }
  const words = wordsOf(text);
  const sure = [
    ...words.filter((word) => /^-?0[xX\u00d7][0-9a-fA-F]+[lL]?$/.test(word)).map(parseNumber),
    ...findSignInErrors(text).map(({ aadsts }) => ({ value: aadsts, form: 'sign-in' as const })),
    ...findCodes(text, anyNumber)
      .filter(({ start, end }) => !isPartOfFraction(text, start, end))
      .map(({ value, form }) => ({ value, form })),
  ].filter((parsed) => parsed !== null);
  if (sure.length > 0) {
    return eachOnce(sure);
  }
  // Nothing says which of several numbers is meant, unless there is nothing but numbers.
  const numbers = words.map(parseNumber);
  const codes = numbers.filter((parsed) => parsed !== null);
  return codes.length === numbers.length ? eachOnce(codes) : codes.slice(0, 1);
}

/** Words and numbers. A dot between digits belongs to them: 5.5 and 10.0.19045 are no codes, nor are their parts. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^0-9A-Za-z_\u00d7\u2212.-]+/)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word !== '');
}

function isPartOfFraction(text: string, start: number, end: number): boolean {
  return (
    /^\.[0-9]/.test(text.slice(end, end + 2)) || /[0-9]\.$/.test(text.slice(Math.max(0, start - 2), start))
  );
}

function eachOnce(codes: readonly ParsedCode[]): readonly ParsedCode[] {
  const isSame = (left: ParsedCode, right: ParsedCode): boolean =>
    left.value === right.value && (left.form === 'sign-in') === (right.form === 'sign-in');
  return codes.filter((code, index) => codes.findIndex((other) => isSame(code, other)) === index);
}

/** One number and nothing else. */
function parseNumber(word: string): ParsedCode | null {
  const prefixed = /^-?0[xX\u00d7]([0-9a-fA-F]{1,16})[lL]?$/.exec(word);
  if (prefixed) {
    return parseHex(prefixed[1] ?? '');
  }
  const signIn = /^AADSTS\s*:?\s*([0-9]{3,9})$/i.exec(word);
  if (signIn) {
    return { value: Number(signIn[1]), form: 'sign-in' };
  }
  const signed = /^[-\u2212\u2013]([0-9]{1,10})$/.exec(word);
  if (signed) {
    const amount = Number(signed[1]);
    return amount > 0 && amount <= 0x80000000 ? { value: 0x100000000 - amount, form: 'signed' } : null;
  }
  if (/^[0-9a-fA-F]{8}$/.test(word)) {
    const value = Number.parseInt(word, 16);
    if (isFailure(value) || /[a-fA-F]/.test(word) || word.startsWith('00')) {
      return { value, form: 'bare-hex' };
    }
  }
  if (/^[0-9]{1,10}$/.test(word)) {
    const value = Number(word);
    return value <= 0xffffffff ? { value, form: 'unsigned' } : null;
  }
  return null;
}

function parseHex(digits: string): ParsedCode | null {
  if (digits.length <= 8) {
    return { value: Number.parseInt(digits, 16), form: 'hex' };
  }
  if (digits.length === 9) {
    const value = withoutOneZero(digits)[0];
    return value === undefined ? null : { value, form: 'nine-digit' };
  }
  if (digits.length === 16 && /^(?:f{8}|0{8})/i.test(digits)) {
    return { value: Number.parseInt(digits.slice(8), 16), form: 'hex' };
  }
  return null;
}
