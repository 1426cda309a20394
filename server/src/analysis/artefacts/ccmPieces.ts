import type { EncodingId } from '../text/decode.ts';
import { LineStarts } from '../text/lineStarts.ts';
import type { PieceReader } from '../text/pieceReader.ts';
import { SlidingWindow } from '../text/slidingWindow.ts';
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
  const window = new SlidingWindow(reader);
  do {
    window.fill();
    const { text, base } = window;
    const known = sink.rows.count;
    sink.moveTo(base);
    const read = new CcmScanner(text, window.goesOn && text.length < longestWindow, sink, lines).scan();
    onRecords(sink.rows, known, sink.rows.count, text, base);
    window.pass(read);
    sink.expect(reader.share);
  } while (window.goesOn);
  return {
    artefact: { type: 'log', kind: 'ccm-log', text: '', ...sink.finish() },
    pieces: { encoding, lineStarts: lines.finish(), ...window.finish() },
  };
}

/** A window beyond this holds no log any more; it is read as it is before it breaks the limits of strings. */
const longestWindow = 0x8000000;
