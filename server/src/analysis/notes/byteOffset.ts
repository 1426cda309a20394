import type { EncodingId } from '../text/decode.ts';

/** Offset in the bytes of the file of a character of its decoded text; null where the encoding is not known. */
export function byteOffsetOf(text: string, offset: number, encoding: string | null): number | null {
  // `Reading` keeps the id as a text, because the command line prints it.
  switch (encoding as EncodingId | null) {
    case 'utf-8':
      return utf8Length(text, offset);
    case 'utf-8-bom':
      return utf8Length(text, offset) + 3;
    case 'utf-16le':
    case 'utf-16be':
      return offset * 2;
    case 'utf-16le-bom':
    case 'utf-16be-bom':
      return offset * 2 + 2;
    case 'windows-1252':
      return offset;
    case null:
      return null;
  }
}

function utf8Length(text: string, end: number): number {
  let bytes = 0;
  for (let at = 0; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Each half of a surrogate pair counts two of the four bytes.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}
