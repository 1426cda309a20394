import { GrowingNumbers } from '../text/growingNumbers.ts';
import { LineStarts } from '../text/lineStarts.ts';
import type { EncodingId } from '../text/decode.ts';
import type { PieceReader } from '../text/pieceReader.ts';
import type { TextPieces } from '../text/textPieces.ts';
import type { LogArtefact } from './artefact.ts';
import { CcmRecordSink } from './ccmRecordSink.ts';
import { CcmScanner } from './ccmScanner.ts';
import type { RecordRows } from './recordTable.ts';

/** Told of records while their text is at hand: the rows from `from` to before `to`, with text from `base` on. */
export type RecordListener = (rows: RecordRows, from: number, to: number, text: string, base: number) => void;

/**
 * Reads a CCM log piece by piece, with the same result as `ccmLogReader.parse` has for the whole text, save that
 * no text is kept: the artefact's is empty, and `pieces` tells how to read it again.
 */
export function readCcmPieces(
  reader: PieceReader,
  encoding: EncodingId,
  onRecords: RecordListener,
): { readonly artefact: LogArtefact; readonly pieces: TextPieces } {
  const sink = new CcmRecordSink('');
  const lines = new LineStarts();
  const pieceStarts = new GrowingNumbers();
  const pieceOffsets: number[] = [];
  let window = '';
  let base = 0;
  let goesOn = true;
  while (goesOn) {
    // What is left over is scanned again only together with at least as much behind it, so that the work stays
    // linear where a message is longer than many pieces.
    for (let fresh = 0, wanted = Math.max(reader.pieceBytes / 2, window.length); fresh < wanted;) {
      const offset = reader.position;
      const piece = reader.next();
      goesOn = piece !== null && base + window.length < longestText;
      if (piece === null) break;
      pieceStarts.add(base + window.length);
      pieceOffsets.push(offset);
      lines.add(piece);
      window += piece;
      fresh += piece.length;
    }
    const known = sink.rows.count;
    sink.moveTo(base);
    const read = new CcmScanner(window, goesOn && window.length < longestWindow, sink).scan();
    onRecords(sink.rows, known, sink.rows.count, window, base);
    window = window.slice(read);
    base += read;
  }
  return {
    artefact: { type: 'log', kind: 'ccm-log', text: '', ...sink.finish() },
    pieces: {
      encoding,
      length: base,
      lineStarts: lines.finish(),
      pieceStarts: pieceStarts.finish(),
      pieceBytes: Float64Array.from(pieceOffsets),
    },
  };
}

/** A window beyond this holds no log any more; it is read as it is before it breaks the limits of strings. */
const longestWindow = 0x8000000;

/** Offsets are kept in 32 bits. What stands behind this is left out. */
const longestText = 0xffff0000;
