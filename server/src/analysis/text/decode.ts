/** Ids of the encodings that `decode` tells apart. */
export type EncodingId =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be' | 'utf-16be-bom' | 'windows-1252';

export interface DecodedText {
  /** The text without its leading byte order mark. A mark further inside stays, as positions count it. */
  readonly text: string;
  readonly encoding: EncodingId;
}

/**
 * Turns the bytes of a file into text: by its byte order mark, else by the pattern of zero bytes that UTF-16 has,
 * else as UTF-8 when it is valid, else as Windows-1252. Never throws: what cannot be read becomes U+FFFD. Bytes
 * beyond the longest string that the platform can hold (half a gigabyte) are left out.
 */
export function decode(bytes: Uint8Array): DecodedText {
  const readable = bytes.length > longestText ? bytes.subarray(0, longestText) : bytes;
  const evident = evidentEncoding(readable);
  if (evident !== null) {
    return { text: decodeAs(readable.subarray(markLength(evident)), evident), encoding: evident };
  }
  const valid = strictUtf8(readable) ?? cutUtf8(readable);
  if (valid !== null) return { text: valid, encoding: 'utf-8' };
  return { text: decodeAs(readable, 'windows-1252'), encoding: 'windows-1252' };
}

/** The encoding that the start of a file shows, by its mark or by its zeros; null where the bytes have to be tried. */
export function evidentEncoding(start: Uint8Array): EncodingId | null {
  if (startsWith(start, [0xef, 0xbb, 0xbf])) return 'utf-8-bom';
  if (startsWith(start, [0xff, 0xfe])) return 'utf-16le-bom';
  if (startsWith(start, [0xfe, 0xff])) return 'utf-16be-bom';
  return unmarkedUtf16(start);
}

/** Bytes of the mark that a file of this encoding begins with. */
export function markLength(encoding: EncodingId): number {
  switch (encoding) {
    case 'utf-8-bom':
      return 3;
    case 'utf-16le-bom':
    case 'utf-16be-bom':
      return 2;
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be':
    case 'windows-1252':
      return 0;
  }
}

/** The text of bytes whose encoding is known, their mark left out. What cannot be read becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: EncodingId): string {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return lenientUtf8(bytes);
    case 'utf-16le':
    case 'utf-16le-bom':
      return utf16(bytes, 'utf-16le');
    case 'utf-16be':
    case 'utf-16be-bom':
      return utf16(bytes, 'utf-16be');
    case 'windows-1252':
      return windows1252(bytes);
  }
}

/** The longest string of V8, in UTF-16 code units; other engines allow as much or more. */
const longestText = 0x1fffffe8;

/** How much of the start is looked at for zero bytes. */
const sampleLength = 4096;

/** Zero bytes in a row that no UTF-16 text has, but a pre-allocated or damaged file. */
const zeroRun = 4;

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, i) => bytes[i] === byte);
}

/**
 * UTF-16 of mostly western text has a zero in every second byte and hardly any in the others. A log that ends or
 * begins with a long run of zeros has them in both, so the sample is what stands before or behind such a run.
 */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const from = leadingZeros(bytes);
  const zeros = [0, 0];
  let at = from;
  for (let run = 0; at < bytes.length && at < from + sampleLength && run < zeroRun; at++) {
    const isZero = bytes[at] === 0;
    run = isZero ? run + 1 : 0;
    if (isZero) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  }
  const units = (at - from) / 2;
  const [even = 0, odd = 0] = zeros;
  if (units < 2) return null;
  const many = units * 0.4;
  const few = units * 0.05 + zeroRun / 2;
  if (odd >= many && even <= few && odd > even) return 'utf-16le';
  if (even >= many && odd <= few && even > odd) return 'utf-16be';
  return null;
}

/** Length of the run of zeros that the file starts with, where it is long enough to be damage. */
function leadingZeros(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && bytes[at] === 0) at++;
  return at >= zeroRun ? at : 0;
}

/** An odd last byte becomes U+FFFD. Engines decode many small pieces in half the time of a large one. */
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  if (bytes.length <= decodedAtOnce) return decoder.decode(bytes);
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += decodedAtOnce) {
    parts.push(decoder.decode(bytes.subarray(at, at + decodedAtOnce), { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

const decodedAtOnce = 0x10000;

function lenientUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Null where the bytes are no UTF-8. */
export function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * UTF-8 that was cut inside a character at its start or end, as copied tails and rolled-over logs are. It counts as
 * UTF-8 only when a whole character beyond ASCII vouches for it; otherwise the odd byte is an ANSI letter.
 */
function cutUtf8(bytes: Uint8Array): string | null {
  const start = cutAtStart(bytes);
  const end = bytes.length - cutAtEnd(bytes);
  if (start === 0 && end === bytes.length) return null;
  const inner = strictUtf8(bytes.subarray(start, end));
  return inner !== null && beyondAscii.test(inner) ? lenientUtf8(bytes) : null;
}

/** Bytes at the start that belong to a character which began before. */
export function cutAtStart(bytes: Uint8Array): number {
  let start = 0;
  while (start < 3 && isContinuation(bytes[start])) start++;
  return start;
}

/** Bytes at the end that belong to a character which goes on behind, or may do so. */
export function cutAtEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > bytes.length - 3 && isContinuation(bytes[end - 1])) end--;
  return end > 0 && (bytes[end - 1] ?? 0) >= 0xc0 ? bytes.length - end + 1 : 0;
}

export const beyondAscii = /[^\0-\x7f]/;

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/**
 * Some releases of Node read Windows-1252 as ISO 8859-1 and leave control characters where quotation marks and the
 * euro sign should be; those are put right here.
 */
function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (control) => upperControls[control.charCodeAt(0) - 0x80] ?? control);
}

/** The characters of 0x80 to 0x9F in Windows-1252; five of them are not assigned and stay as they are. */
const upperControls =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';
