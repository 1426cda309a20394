import { CcmRecordSink } from './artefacts/ccmRecordSink.ts';
import { CcmScanner } from './artefacts/ccmScanner.ts';
import { joinProblems } from './artefacts/joinProblems.ts';
import { GrowingRecords } from './artefacts/growingRecords.ts';
import { recordFlags, rowsOf, type RecordRows, type RecordTable } from './artefacts/recordTable.ts';
import type { Reading } from './caseAnalysis.ts';
import { FewObservations } from './matching/fewObservations.ts';
import {
  AllObservations,
  type LogObservations,
  type ObservationCollector,
} from './matching/logObservations.ts';
import type { RecordObserver } from './matching/recordObserver.ts';
import { repeatedLines } from './repeatedLines.ts';
import type { EncodingId } from './text/decode.ts';
import { LineStarts } from './text/lineStarts.ts';
import type { TextPieces } from './text/textPieces.ts';

/**
 * A CCM log that grows. Each piece of it is read once, when it is added; only what stands behind the last record that
 * is certainly complete is looked at again. Its text is let go.
 */
export class LogTail {
  readonly #path: string;
  readonly #condensed: boolean;
  readonly #makeObserver: (collector: ObservationCollector) => RecordObserver;
  readonly #observed = new AllObservations();
  readonly #records = new GrowingRecords();
  readonly #sink = new CcmRecordSink('');
  /** For what is looked at again. Making one takes longer than what it is made for, so it is used again. */
  #restSink = new CcmRecordSink('');
  readonly #observer: RecordObserver;
  readonly #lines = new LineStarts();
  readonly #pieceStarts: number[] = [];
  readonly #pieceBytes: number[] = [];
  #knownPieces: Pick<TextPieces, 'pieceStarts' | 'pieceBytes'> | null = null;
  /** What is not read for good, and where it begins in the text. */
  #window = '';
  #base = 0;
  /** Length of the window when it was last scanned. */
  #scanned = 0;

  /** `condensed`: whether its readings leave out what the log repeats, as those of large files without texts do. */
  constructor(
    path: string,
    makeObserver: (collector: ObservationCollector) => RecordObserver,
    condensed: boolean,
  ) {
    this.#path = path;
    this.#condensed = condensed;
    this.#makeObserver = makeObserver;
    this.#observer = makeObserver(behind(this.#records, this.#observed));
  }

  /** Takes what was added to the log; `position` is where it begins in the file, in bytes. */
  add(text: string, position: number): void {
    if (text === '') return;
    this.#addPiece(this.#base + this.#window.length, position);
    this.#lines.add(text);
    this.#window += text;
    // A message that does not end is not looked through again for every line of it.
    if (this.#scanned > longWindow && this.#window.length < this.#scanned * 2) return;
    const { rows } = this.#sink;
    this.#sink.moveTo(this.#base);
    const read = new CcmScanner(this.#window, true, this.#sink).scan();
    this.#observer.add(rows, 0, rows.count, this.#window, this.#base);
    this.#records.add(rows, 0, rows.count);
    this.#sink.dropRows();
    this.#window = this.#window.slice(read);
    this.#base += read;
    this.#scanned = this.#window.length;
  }

  /**
   * What a whole reading of the log says now. `waits` leaves out a last record that is being written: it breaks off,
   * and no line end has come behind it.
   */
  reading(encoding: EncodingId, bytes: number, waits: boolean): Reading {
    const { rows, problems: late } = this.#scanRest();
    const kept = waits && this.#isHalf(rows) ? rows.count - 1 : rows.count;
    const limit = kept < rows.count ? (rows.columns.start[kept] ?? 0) : Infinity;
    const known = this.#sink.problems;
    const problems =
      joinProblems(
        known,
        [],
        late.filter(({ start }) => start < limit),
        [],
      ) ?? known;
    const records = this.#records.tableWith(rows, 0, kept);
    const said = joinedObservations(this.#observed, this.#observerOfRest(records, kept), this.#condensed);
    return {
      path: this.#path,
      condensed: this.#condensed,
      encoding,
      bytes,
      artefact: {
        type: 'log',
        kind: 'ccm-log',
        text: '',
        records,
        get problems() {
          const { left } = said();
          return left === 0 ? problems : [...problems, repeatedLines(left)];
        },
      },
      get observations() {
        return said().observations;
      },
      get unexplained() {
        return said().unexplained;
      },
      get left() {
        return said().left;
      },
      dropped: {
        encoding,
        length: this.#base + this.#window.length,
        lineStarts: this.#lines.soFar(),
        ...this.#pieces(),
      },
    };
  }

  /** Pieces that are too short to be worth the search are one with the piece before. */
  #addPiece(start: number, position: number): void {
    const last = this.#pieceStarts.at(-1);
    if (last !== undefined && start - last < shortPiece) return;
    this.#pieceStarts.push(start);
    this.#pieceBytes.push(position);
    this.#knownPieces = null;
  }

  /** Where the pieces begin. There are new ones seldom, and others ask for them often. */
  #pieces(): Pick<TextPieces, 'pieceStarts' | 'pieceBytes'> {
    return (this.#knownPieces ??= {
      pieceStarts: Uint32Array.from(this.#pieceStarts),
      pieceBytes: Float64Array.from(this.#pieceBytes),
    });
  }

  /** Reads what is left as if nothing came behind it. */
  #scanRest(): CcmRecordSink {
    // What it has said of problems it would not say again.
    if (this.#restSink.problems.length > 0) this.#restSink = new CcmRecordSink('');
    const sink = this.#restSink;
    sink.dropRows();
    sink.moveTo(this.#base);
    new CcmScanner(this.#window, false, sink).scan();
    return sink;
  }

  /** Tells what the last `kept` records say, which are in the window as it is now. */
  #observerOfRest(records: RecordTable, kept: number): () => LogObservations {
    const [window, base] = [this.#window, this.#base];
    return () => {
      const observed = new AllObservations();
      const observer = this.#makeObserver(observed);
      observer.add(rowsOf(records), records.count - kept, records.count, window, base);
      return observed;
    };
  }

  #isHalf({ count, columns }: RecordRows): boolean {
    const isTorn = ((columns.flags[count - 1] ?? 0) & recordFlags.torn) !== 0;
    return count > 0 && isTorn && !/[\r\n]$/.test(this.#window);
  }
}

/** Characters of a piece that is not worth a place of its own. */
const shortPiece = 0x8000;

/** Characters of a window that can be looked through again at any time. */
const longWindow = 0x10000;

/** Collects what is said of rows that stand behind all the known records and are numbered from 0 on. */
function behind(known: GrowingRecords, collector: ObservationCollector): ObservationCollector {
  return {
    add(observation) {
      collector.add({ ...observation, record: known.count + observation.record });
    },
    addUnexplained(unexplained) {
      collector.addUnexplained({ ...unexplained, record: known.count + unexplained.record });
    },
  };
}

/**
 * Both in one, `condensed` without what the log repeats, put together when somebody asks: most looks at a log are not
 * followed by a judgement.
 */
function joinedObservations(
  known: LogObservations,
  observeRest: () => LogObservations,
  condensed: boolean,
): () => ReturnType<FewObservations['finish']> {
  // More may be known by then.
  const [observed, unexplained] = [known.observations.length, known.unexplained.length];
  let joined: ReturnType<FewObservations['finish']> | undefined;
  return () => {
    if (joined !== undefined) return joined;
    const collector = condensed ? new FewObservations() : new AllObservations();
    const rest = observeRest();
    for (const each of known.observations.slice(0, observed)) collector.add(each);
    for (const each of rest.observations) collector.add(each);
    for (const each of known.unexplained.slice(0, unexplained)) collector.addUnexplained(each);
    for (const each of rest.unexplained) collector.addUnexplained(each);
    return (joined = collector.finish());
  };
}
