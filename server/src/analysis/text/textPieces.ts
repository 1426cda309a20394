import { readStretch, type ByteSource } from './byteSource.ts';
import { decodeAs, type EncodingId } from './decode.ts';
import { lastNotAbove } from './sortedNumbers.ts';

/**
 * What is kept of a text that was read piece by piece and let go: where its lines begin, and where its pieces stand
 * in the file, so that a stretch can be read again. Offsets are UTF-16 offsets into the decoded text, as everywhere.
 */
export interface TextPieces {
  readonly encoding: EncodingId;
  /** Length of the text. */
  readonly length: number;
  /** Offset at which each line begins. */
  readonly lineStarts: Uint32Array;
  /** Offset at which each piece begins, and beside it its offset in the file, in bytes. */
  readonly pieceStarts: Uint32Array;
  readonly pieceBytes: Float64Array;
}

/** Line and character of an offset, both from 0, as an editor counts them. */
export function positionIn(
  pieces: TextPieces,
  offset: number,
): { readonly line: number; readonly character: number } {
  const within = Math.max(0, Math.min(offset, pieces.length));
  const line = Math.max(0, lastNotAbove(pieces.lineStarts, within));
  return { line, character: within - (pieces.lineStarts[line] ?? 0) };
}

/** Offset of the start of a line that counts from 0; the end of the text for a line behind the last one. */
export function lineStartIn(pieces: TextPieces, line: number): number {
  return pieces.lineStarts[Math.max(0, line)] ?? pieces.length;
}

/**
 * Reads a stretch of the text again. The file must still be the one that was read; where it is not, the answer is
 * some other text of it.
 */
export function textAgain(source: ByteSource, pieces: TextPieces, start: number, end: number): string {
  if (end <= start) return '';
  const first = Math.max(0, lastNotAbove(pieces.pieceStarts, start));
  const last = lastNotAbove(pieces.pieceStarts, end - 1);
  const from = pieces.pieceBytes[first] ?? 0;
  const to = pieces.pieceBytes[last + 1] ?? source.size;
  const base = pieces.pieceStarts[first] ?? 0;
  return decodeAs(readStretch(source, from, to), pieces.encoding).slice(start - base, end - base);
}

/** Offsets are kept in 32 bits. What stands behind this is left out. */
export const longestText = 0xffff0000;
