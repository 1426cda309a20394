/**
 * Finds the numbers of a text that are error codes. A number is one when its form and its surroundings say so:
 *
 * 1. `0x` and eight digits: a failure (bit 31) that the table or the facility knows; any other failure, and a known
 *    success such as 0x00041303, only after a word like error, code, hr, result or failed. A word that names
 *    something else (`Flags=`, `thread (`) forbids it.
 * 2. Eight bare hex digits: such a word before them; or, where the table knows them, brackets around them
 *    (`{800B010A}`, `(80004005)`) or a sentence that tells of a failure. Parts of a GUID touch a dash and are none.
 * 3. Decimals, signed or unsigned, that stand for a failure which the table knows; one that only has a plausible
 *    facility needs the word. Numbers with separators, units or `+` are amounts, dates or phone numbers.
 * 4. Small numbers (1603, 0x643, 0x00000001) are Win32 errors only after error, exit code or return code, and only
 *    where Windows has a name for them; those of WinHTTP (12002) also after a plain code or result. 0 is success and
 *    never reported; a decimal 1 is what scripts return.
 * 5. Microsoft's misprint with one zero too many (0x80180002b), where the table knows what it must mean; and 16 digits
 *    that are a sign-extended failure (0xFFFFFFFF80070005). Other long numbers are masks or keywords.
 *
 * Masks of workloads, such as 2147479807, have no severity bit and are no codes. The text is read once, and each
 * number looks back over a bounded stretch, so the work is linear whatever the text holds.
 */
import { contextBefore, errorCodeWords, failureBefore, type NumberContext } from './codeContext.ts';
import { isFailure, looksLikeFailure } from './hresult.ts';
import type { KnownNumbers } from './knownNumbers.ts';
import { readNumber, type NumberReading } from './numberForms.ts';

/** A number in a text that is an error code. */
export interface CodeMention {
  /** Unsigned 32-bit; a small Win32 error or exit code stays small (1603). */
  readonly value: number;
  /** Offsets into the text that was read. A minus sign belongs to the number. */
  readonly start: number;
  readonly end: number;
  /** How it was written. */
  readonly form: CodeForm;
}

export type CodeForm = 'hex' | 'bare-hex' | 'signed' | 'unsigned' | 'nine-digit';

/** No form of a number is longer: `0x` and 16 digits. */
const longestToken = 18;

/** Mentions in the order of the text. */
export function findCodes(text: string, numbers: KnownNumbers): CodeMention[] {
  const mentions: CodeMention[] = [];
  let namesOne: boolean | undefined;
  const mayNameErrorCode = (): boolean => (namesOne ??= errorCodeWords.test(text));
  const numberStart = bareHex.test(text) ? anyNumber : digitNumber;
  numberStart.lastIndex = 0;
  for (let found = numberStart.exec(text); found !== null; found = numberStart.exec(text)) {
    const end = tokenEnd(text, found.index);
    const mention =
      end - found.index <= longestToken
        ? readMention(text, found.index, end, numbers, mayNameErrorCode)
        : null;
    if (mention !== null) mentions.push(mention);
    numberStart.lastIndex = end;
  }
  return mentions;
}

/** Where a word begins that may be a number: with a digit, or as eight bare hex digits do, which hardly ever stand there. */
const digitNumber = /\d(?<!\w\d)/g;
const anyNumber = /(?<!\w)(?:\d|[a-fA-F][\da-fA-F]{7}(?!\w))/g;
const bareHex = /[a-fA-F][\da-fA-F]{7}/;

function readMention(
  text: string,
  tokenStart: number,
  end: number,
  numbers: KnownNumbers,
  mayNameErrorCode: () => boolean,
): CodeMention | null {
  const reading = readNumber(text, tokenStart, end, numbers.isKnown);
  if (!reading || !couldBeCode(reading, numbers, mayNameErrorCode)) return null;
  const start = reading.form === 'signed' ? tokenStart - 1 : tokenStart;
  const context = contextBefore(text, start);
  if (reading.value <= 0xffff) {
    return isSmallCode(text, end, reading, context)
      ? { value: reading.value, start, end, form: reading.form }
      : null;
  }
  return isLargeCode(text, start, end, reading, context, numbers)
    ? { value: reading.value, start, end, form: reading.form }
    : null;
}

/** Whether a number may be a code, whatever stands around it: most that stand in a log are none. */
function couldBeCode(
  { value, form }: NumberReading,
  numbers: KnownNumbers,
  mayNameErrorCode: () => boolean,
): boolean {
  if (value > 0xffff) return isFailure(value) || form === 'hex';
  if (value === 0 || (form === 'unsigned' && value === 1)) return false;
  return (isWinHttp(value) || mayNameErrorCode()) && numbers.isKnown(0x80070000 + value);
}

/** Rule 4. */
function isSmallCode(text: string, end: number, reading: NumberReading, context: NumberContext): boolean {
  const decimal = reading.form === 'unsigned';
  const named = context.kind === 'error-code' || (context.kind === 'code' && isWinHttp(reading.value));
  return named && !(decimal && (countsSomething(text, end) || isInstallerMessage(text, end)));
}

function isWinHttp(value: number): boolean {
  return value >= 12000 && value < 13000;
}

/** Rules 1 to 3 and 5, for numbers above 65535. */
function isLargeCode(
  text: string,
  start: number,
  end: number,
  reading: NumberReading,
  context: NumberContext,
  numbers: KnownNumbers,
): boolean {
  const { value, form } = reading;
  const named = context.kind === 'error-code' || context.kind === 'code';
  const known = numbers.isKnown(value);
  if (context.kind === 'other' && (context.assigned || !known)) {
    return false;
  }
  if (!isFailure(value)) {
    return form === 'hex' && known && named;
  }
  const plausible = known || looksLikeFailure(value, numbers.isFacility);
  switch (form) {
    case 'hex':
      return named || (plausible && !isRound(value));
    case 'nine-digit':
      return true;
    case 'bare-hex':
      return named ? plausible : known && (isBracketed(text, start, end) || failureBefore(text, start));
    case 'signed':
    case 'unsigned':
      return (known && !isRound(value) && !countsSomething(text, end)) || (plausible && named);
  }
}

/** 0x80000000 and its neighbours are masks, handles and sizes at least as often as they are codes. */
function isRound(value: number): boolean {
  return value >= 0x80000000 && value <= 0x800000ff;
}

function isBracketed(text: string, start: number, end: number): boolean {
  const open = '([{'.indexOf(text.charAt(start - 1) || ' ');
  return open !== -1 && text.charAt(end) === ')]}'.charAt(open);
}

const unitAfter =
  /^ ?(?:%|of\b|times\b|bytes?\b|[kmg]b\b|ms\b|sec\b|min\b|hours?\b|days?\b|\/ ?[0-9]|[a-z]{3,}[a-rt-z]s\b)/i;

/** `3 files`, `2 of 5`, `2147942405 bytes`: an amount. A word of five letters or more with an `s` counts as plural. */
function countsSomething(text: string, end: number): boolean {
  return unitAfter.test(text.slice(end, end + 24));
}

/** `Product: Example -- Error 1722. There is a problem ...`: messages of Windows Installer have numbers of their own. */
function isInstallerMessage(text: string, end: number): boolean {
  return /\bError [0-9]{4}\. ?[A-Z]$/.test(text.slice(Math.max(0, end - 12), end + 3).trimEnd());
}

function tokenEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && (isWordCharacter(text.charCodeAt(at)) || isTimesSign(text, start, at))) {
    at++;
  }
  return at;
}

/** Blog software turns `0x80180026` into `0×80180026`. */
function isTimesSign(text: string, start: number, at: number): boolean {
  return at === start + 1 && text.charCodeAt(at) === 0xd7 && text.charCodeAt(start) === 0x30;
}

/** ASCII letters, digits and the underscore. Text in other scripts may touch a number and does not belong to it. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f
  );
}
