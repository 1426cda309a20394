import { CcmRecordSink } from './artefacts/ccmRecordSink.ts';
import { CcmScanner } from './artefacts/ccmScanner.ts';
import { joinProblems } from './artefacts/joinProblems.ts';
import { recordFlags, type RecordTable } from './artefacts/recordTable.ts';
import { spliceRecords } from './artefacts/spliceRecords.ts';
import type { Reading } from './caseAnalysis.ts';
import {
  AllObservations,
  type LogObservations,
  type ObservationCollector,
} from './matching/logObservations.ts';
import type { PiecewiseObserver } from './matching/observePieces.ts';
import type { EncodingId } from './text/decode.ts';
import { GrowingNumbers } from './text/growingNumbers.ts';
import { LineStarts } from './text/lineStarts.ts';

/**
 * A CCM log that grows. Each piece of it is read once, when it is added; only what stands behind the last record that
 * is certainly complete is looked at again. Its text is let go.
 */
export class LogTail {
  readonly #path: string;
  readonly #makeObserver: (collector: ObservationCollector) => PiecewiseObserver;
  readonly #observed = new AllObservations();
  readonly #sink = new CcmRecordSink('');
  readonly #observer: PiecewiseObserver;
  readonly #lines = new LineStarts();
  readonly #pieceStarts = new GrowingNumbers();
  readonly #pieceBytes: number[] = [];
  /** What is not read for good, and where it begins in the text. */
  #window = '';
  #base = 0;
  /** Length of the window when it was last scanned. */
  #scanned = 0;

  constructor(path: string, makeObserver: (collector: ObservationCollector) => PiecewiseObserver) {
    this.#path = path;
    this.#makeObserver = makeObserver;
    this.#observer = makeObserver(this.#observed);
  }

  /** Takes what was added to the log; `position` is where it begins in the file, in bytes. */
  add(text: string, position: number): void {
    if (text === '') return;
    this.#pieceStarts.add(this.#base + this.#window.length);
    this.#pieceBytes.push(position);
    this.#lines.add(text);
    this.#window += text;
    // A message that does not end is not looked through again for every line of it.
    if (this.#scanned > longWindow && this.#window.length < this.#scanned * 2) return;
    const known = this.#sink.rows.count;
    this.#sink.moveTo(this.#base);
    const read = new CcmScanner(this.#window, true, this.#sink).scan();
    this.#observer.add(this.#sink.rows, known, this.#sink.rows.count, this.#window, this.#base);
    this.#window = this.#window.slice(read);
    this.#base += read;
    this.#scanned = this.#window.length;
  }

  /**
   * What a whole reading of the log says now. `waits` leaves out a last record that is being written: it breaks off,
   * and no line end has come behind it.
   */
  reading(encoding: EncodingId, bytes: number, waits: boolean): Reading {
    const rest = new CcmRecordSink('');
    rest.moveTo(this.#base);
    new CcmScanner(this.#window, false, rest).scan();
    const observed = new AllObservations();
    this.#makeObserver(observed).add(rest.rows, 0, rest.rows.count, this.#window, this.#base);
    const end = rest.finish();
    const kept = waits ? end.records.count - this.#halfRecords(end.records) : end.records.count;
    const limit = kept < end.records.count ? (end.records.start[kept] ?? 0) : Infinity;
    const known = this.#sink.finish();
    const records = spliceRecords('', [
      { table: known.records, from: 0, to: known.records.count, shift: 0 },
      { table: end.records, from: 0, to: kept, shift: 0 },
    ]);
    const problems = joinProblems(
      known.problems,
      [],
      end.problems.filter(({ start }) => start < limit),
      [],
    );
    return {
      path: this.#path,
      encoding,
      bytes,
      artefact: {
        type: 'log',
        kind: 'ccm-log',
        text: '',
        records,
        problems: problems ?? [...known.problems],
      },
      ...joinedObservations(this.#observed, observed, known.records.count, kept),
      dropped: {
        encoding,
        length: this.#base + this.#window.length,
        lineStarts: this.#lines.finish(),
        pieceStarts: this.#pieceStarts.finish(),
        pieceBytes: Float64Array.from(this.#pieceBytes),
      },
    };
  }

  #halfRecords({ count, flags }: RecordTable): number {
    const isTorn = ((flags[count - 1] ?? 0) & recordFlags.torn) !== 0;
    return count > 0 && isTorn && !/[\r\n]$/.test(this.#window) ? 1 : 0;
  }
}

/** Characters of a window that can be looked through again at any time. */
const longWindow = 0x10000;

function joinedObservations(
  known: LogObservations,
  rest: LogObservations,
  behind: number,
  kept: number,
): LogObservations {
  return {
    observations: [
      ...known.observations,
      ...rest.observations
        .filter(({ record }) => record < kept)
        .map((each) => ({ ...each, record: each.record + behind })),
    ],
    unexplained: [
      ...known.unexplained,
      ...rest.unexplained
        .filter(({ record }) => record < kept)
        .map((each) => ({ ...each, record: each.record + behind })),
    ],
  };
}
