import type { Problem } from './artefact.ts';
import type { CcmAttributes } from './ccmAttributes.ts';
import type { RecordColumns } from './columns.ts';
import { ProblemList } from './problemList.ts';
import { noBias, RecordTableBuilder, recordFlags, type RecordRows, type RecordTable } from './recordTable.ts';

/**
 * Takes what the CCM scanner finds, as records and problems. Offsets that it is told count in the window that is
 * scanned; those that it keeps count in the log's text.
 */
export class CcmRecordSink {
  readonly #builder: RecordTableBuilder;
  #base = 0;
  /** Names of components as plain records have them, and for each that came its number in the table. */
  #plainNames: readonly string[] = [];
  readonly #plainNumbers: number[] = [];
  readonly #problems = new ProblemList();
  #unreadableTimes = 0;
  #impossibleBiases = 0;

  constructor(text: string) {
    this.#builder = new RecordTableBuilder(text);
  }

  /** The records so far. */
  get rows(): RecordRows {
    return this.#builder;
  }

  /** Forgets the records so far, which somebody else has taken. */
  dropRows(): void {
    this.#builder.drop();
  }

  /** The problems so far. */
  get problems(): readonly Problem[] {
    return this.#problems.finish();
  }

  /** Where the window begins in the log's text. */
  get base(): number {
    return this.#base;
  }

  /** The next window begins there. */
  moveTo(base: number): void {
    this.#base = base;
  }

  /** Tells which share of the log has been read, from 0 to 1. */
  expect(share: number): void {
    this.#builder.expect(share);
  }

  /**
   * Records in the first `count` rows of columns, with offsets in the log's text. Their components are places in
   * `names`, to which more may be added later.
   */
  addPlain(rows: RecordColumns, count: number, names: readonly string[]): void {
    if (names !== this.#plainNames) {
      this.#plainNames = names;
      this.#plainNumbers.length = 0;
    }
    const { component } = rows;
    const numbers = this.#plainNumbers;
    for (let i = 0; i < count; i++) {
      const place = component[i] ?? 0;
      component[i] = numbers[place] ??= this.#builder.intern(names[place] ?? '');
    }
    this.#builder.addRows(rows, count);
  }

  /** A record with opener, closer and attributes; the attributes may break off. */
  addRecord(
    start: number,
    messageStart: number,
    messageEnd: number,
    multiLine: boolean,
    attributes: CcmAttributes,
  ): void {
    if (!attributes.closed)
      this.#torn(start, attributes.end, 'This record breaks off inside its attributes.');
    this.#add(start, messageStart, messageEnd, multiLine, !attributes.closed, attributes);
  }

  /** A message that is closed, with nothing behind it. */
  addWithoutAttributes(
    start: number,
    messageStart: number,
    messageEnd: number,
    end: number,
    multiLine: boolean,
  ): void {
    this.#torn(start, end, 'This record has no attributes: its time, component and type are missing.');
    this.#add(start, messageStart, messageEnd, multiLine, true, { ...noAttributes, end });
  }

  /** A message that never ends. */
  addUnclosed(start: number, messageStart: number, end: number, multiLine: boolean): void {
    this.#torn(
      start,
      end,
      'This record breaks off inside its message: the rest of it, its time, component and type are missing.',
    );
    this.#add(start, messageStart, end, multiLine, true, { ...noAttributes, end });
  }

  /** The end of a message whose beginning is lost, with its attributes if they are there. */
  addHeadless(
    start: number,
    messageEnd: number,
    end: number,
    multiLine: boolean,
    attributes: CcmAttributes | null,
  ): void {
    this.#torn(start, end, 'The beginning of this record is missing, and with it a part of its message.');
    this.#add(start, start, messageEnd, multiLine, true, attributes ?? { ...noAttributes, end });
  }

  /** The end of a record's attributes, perhaps with a piece of its message; whatever stood before is lost. */
  addAttributeRest(start: number, messageEnd: number, end: number, attributes: CcmAttributes | null): void {
    this.#torn(
      start,
      end,
      'Only the end of this record is left: its beginning and a part of its attributes are missing.',
    );
    this.#add(start, start, messageEnd, false, true, { ...(attributes ?? noAttributes), end });
  }

  addText(start: number, end: number): void {
    this.#problem(
      'text-between-records',
      start,
      end,
      'This text stands between records and belongs to none of them, so it is not analysed.',
    );
  }

  finish(): { readonly records: RecordTable; readonly problems: readonly Problem[] } {
    return { records: this.#builder.finish(), problems: this.#problems.finish() };
  }

  #torn(start: number, end: number, message: string): void {
    this.#problem('torn-record', start, end, message);
  }

  #problem(id: string, start: number, end: number, message: string): void {
    this.#problems.add(id, this.#base + start, this.#base + end, message);
  }

  #add(
    start: number,
    messageStart: number,
    messageEnd: number,
    multiLine: boolean,
    torn: boolean,
    attributes: CcmAttributes,
  ): void {
    const { end, localTime, bias, type, component, thread } = attributes;
    const timeless = Number.isNaN(localTime);
    // A writer that does this does it in every line, so it is said once.
    if (attributes.unreadableTime && this.#unreadableTimes++ === 0) {
      this.#problem(
        'unreadable-time',
        messageEnd,
        end,
        'The date and time of this record are no moment, so it has no place in time; others of this file may be the same.',
      );
    }
    if (attributes.impossibleBias && this.#impossibleBiases++ === 0) {
      this.#problem(
        'impossible-bias',
        messageEnd,
        end,
        'The distance to UTC of this record is impossible, so its time is taken as local time of an unknown zone; others of this file may be the same.',
      );
    }
    const base = this.#base;
    this.#builder.addRow(
      base + start,
      base + end,
      base + messageStart,
      base + messageEnd,
      localTime,
      bias ?? noBias,
      type,
      this.#builder.intern(component),
      thread,
      (torn ? recordFlags.torn : 0) |
        (multiLine ? recordFlags.multiLine : 0) |
        (timeless ? recordFlags.timeless : 0) |
        (bias === null ? recordFlags.zoneless : 0),
    );
  }
}

const noAttributes: CcmAttributes = {
  end: 0,
  closed: false,
  localTime: Number.NaN,
  bias: null,
  impossibleBias: false,
  unreadableTime: false,
  type: 255,
  component: '',
  thread: 0,
};
