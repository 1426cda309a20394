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
 * are hex when that is a failure (80180026), otherwise digits alone are decimal.
 */
export function parseCode(typed: string): ParsedCode | null {
  const text = typed.slice(0, longestInput).trim();
  const whole = parseNumber(text.replace(/^[\s([{<"'`#]+|[\s)\]}>"'`.,;:]+$/g, ''));
  if (whole) {
    return whole;
  }
  const words = text.split(/[^0-9A-Za-z_\u00d7\u2212-]+/);
  const prefixed = words.find((word) => /^-?0[xX\u00d7][0-9a-fA-F]+[lL]?$/.test(word));
  const [signIn] = findSignInErrors(text);
  return (
    (prefixed === undefined ? null : parseNumber(prefixed)) ??
    (signIn ? { value: signIn.aadsts, form: 'sign-in' } : null) ??
    findCodes(text, anyNumber).map(({ value, form }) => ({ value, form }))[0] ??
    words.map(parseNumber).find((parsed) => parsed !== null) ??
    null
  );
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
