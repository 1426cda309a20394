import { findHexData } from './hexData.ts';

export interface DecodedViews {
  /** The whole text, decoded. */
  readonly texts: readonly string[];
  /** What bytes in it say if they are text, which they need not be. */
  readonly bytes: readonly string[];
}

/**
 * What a text says once its encodings are undone, one text for each way: the percent signs of URLs, the doubled
 * backslashes of registry files and JSON, line breaks of wrapped mail, base64, and bytes in hexadecimal digits.
 */
export function decodedViews(text: string): DecodedViews {
  const views: string[] = [];
  if (/%[0-9a-f]{2}/i.test(text)) views.push(withoutPercents(text));
  if (text.includes('\\\\') || /\\u[0-9a-f]{4}/i.test(text)) views.push(withoutEscapes(text));
  if (/\n/.test(text)) views.push(text.replace(/=?\r?\n[ \t>]{0,16}/g, ''));
  const bytes: string[] = [];
  for (const [run] of text.matchAll(base64Runs)) bytes.push(...textsOf(fromBase64(run)));
  for (const data of findHexData(text)) bytes.push(...textsOf(data.bytes));
  for (const [run] of text.matchAll(hexRuns)) bytes.push(...textsOf(fromHex(run)));
  return { texts: views, bytes };
}

/** Base64 that is long enough to hold a name. */
export const base64Runs = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{12,}={0,2}(?![A-Za-z0-9+/_-])/g;
const hexRuns = /(?<![0-9a-z])(?:[0-9a-f]{2}[ ,-]?){8,}(?![0-9a-z])/gi;

/** What base64 in a text holds, where that is plainly text. */
export function hiddenTexts(text: string): readonly string[] {
  const found: string[] = [];
  for (const [run] of text.matchAll(base64Runs)) {
    const bytes = fromBase64(run);
    const [narrow = '', wide = ''] = textsOf(bytes);
    for (const one of [narrow, wide]) if (plainText.test(one)) found.push(one);
  }
  return found;
}

const plainText = /^[\x20-\x7e\n]{4,}$/;

/** Bytes as the texts that they may be: one byte a character, and two from either start. */
export function textsOf(bytes: Uint8Array): readonly string[] {
  return [textFrom(bytes, 0, 1), textFrom(bytes, 0, 2), textFrom(bytes, 1, 2)];
}

export function fromBase64(run: string): Uint8Array {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of run) {
    const value = base64Alphabet.indexOf(character === '-' ? '+' : character === '_' ? '/' : character);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

const base64Alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function withoutPercents(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(
      (run.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16)),
    );
    return new TextDecoder().decode(bytes);
  });
}

function withoutEscapes(text: string): string {
  return text
    .replaceAll('\\\\', '\\')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function fromHex(run: string): Uint8Array {
  return Uint8Array.from((run.match(/[0-9a-f]{2}/gi) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

function textFrom(bytes: Uint8Array, start: number, width: 1 | 2): string {
  const pieces: string[] = [];
  for (let i = start; i + width <= bytes.length; i += width) {
    const code = width === 1 ? (bytes[i] ?? 0) : (bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8);
    pieces.push(code < 0x20 ? '\n' : String.fromCharCode(code));
  }
  return pieces.join('');
}
