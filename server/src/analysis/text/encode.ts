import type { EncodingId } from './decode.ts';

/**
 * The bytes of a text in the encoding that `decode` told, byte order mark included. What Windows-1252 has no byte for
 * becomes a question mark.
 */
export function encode(text: string, encoding: EncodingId): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return utf16(text, true);
    case 'utf-16le-bom':
      return utf16(`\ufeff${text}`, true);
    case 'utf-16be':
      return utf16(text, false);
    case 'utf-16be-bom':
      return utf16(`\ufeff${text}`, false);
    case 'windows-1252':
      return windows1252(text);
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** The characters of 0x80 to 0x9F; the five that are not assigned stand for themselves. */
const upperControls =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

function windows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const upper = code < 0x100 && (code < 0x80 || code >= 0xa0) ? -1 : upperControls.indexOf(text.charAt(i));
    bytes[i] = upper >= 0 ? 0x80 + upper : code < 0x100 ? code : 0x3f;
  }
  return bytes;
}
