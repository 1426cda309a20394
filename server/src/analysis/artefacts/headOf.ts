import { readStretch, type ByteSource } from '../text/byteSource.ts';
import { decodeAs, markLength, type EncodingId } from '../text/decode.ts';
import { headLength } from './index.ts';

/** The first characters of a file, as many as tell of what kind it is. */
export function headOf(source: ByteSource, encoding: EncodingId): string {
  const from = markLength(encoding);
  const head = decodeAs(readStretch(source, from, from + headLength), encoding);
  if (head.length >= headLength || from + headLength >= source.size) return head;
  // No character of the encodings known has more than three bytes for each unit of UTF-16.
  return decodeAs(readStretch(source, from, from + headLength * 3), encoding).slice(0, headLength);
}
