import type { EncodingId } from '../text/decode.ts';

/** Bytes that the first so many characters of a text have in a file. A byte order mark at its start is not counted. */
export function bytesOf(text: string, end: number, encoding: EncodingId): number {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return utf8Length(text, end);
    case 'utf-16le':
    case 'utf-16be':
    case 'utf-16le-bom':
    case 'utf-16be-bom':
      return end * 2;
    case 'windows-1252':
      return end;
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
