import type { EncodingId } from './decode.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import { LineStarts } from './lineStarts.ts';
import type { PieceReader } from './pieceReader.ts';
import type { TextPieces } from './textPieces.ts';

/** Goes through a file to learn where its lines and pieces begin, keeping nothing of its text. */
export function indexPieces(reader: PieceReader, encoding: EncodingId): TextPieces {
  const lines = new LineStarts();
  const starts = new GrowingNumbers();
  const offsets: number[] = [];
  let length = 0;
  for (;;) {
    const offset = reader.position;
    const piece = reader.next();
    if (piece === null) break;
    starts.add(length);
    offsets.push(offset);
    lines.add(piece);
    length += piece.length;
  }
  return {
    encoding,
    length,
    lineStarts: lines.finish(),
    pieceStarts: starts.finish(),
    pieceBytes: Float64Array.from(offsets),
  };
}
