/**
 * The records of one log as columns over its text: 34 bytes a record, whatever the record holds.
 * A record becomes an object only when somebody looks at it (`recordAt`).
 */

import { detached } from '../text/detached.ts';
import { lastNotAbove } from '../text/sortedNumbers.ts';
import { copyRows, makeColumns, refitted, stretchOf, type RecordColumns } from './columns.ts';

/** Bits of the `flags` column. */
export const recordFlags = {
  /** The record is torn: its head, its tail or its attributes are missing. */
  torn: 1,
  /** Its message goes over several lines. */
  multiLine: 2,
  /** It has no usable time. */
  timeless: 4,
  /** Its time carries no bias: local time of an unknown zone. */
  zoneless: 8,
} as const;

/** Bias value that stands for "none written". Minutes otherwise; UTC = local time + bias. */
export const noBias = 0x7fff;

/** A log with more component names is not a log; the surplus stays nameless (0) rather than wrong. */
export const mostComponents = 0x10000;

/** Value of the `eventId` column that stands for "no event id". */
const noEventId = -1;

export interface RecordTable extends RecordColumns {
  readonly text: string;
  readonly count: number;
  /** Windows event ids, -1 where a record has none; null for a log without events, so that it costs nothing. */
  readonly eventId: Int32Array | null;
  /** Interned component names; index 0 is the empty name. */
  readonly components: readonly string[];
}

/** One record, made when looked at. */
export interface LogRecord {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly messageStart: number;
  readonly messageEnd: number;
  readonly message: string;
  readonly component: string;
  /** Local milliseconds, or null. */
  readonly localTime: number | null;
  /** Minutes, or null when none is written. */
  readonly bias: number | null;
  /** 0..3, or null when missing. */
  readonly type: number | null;
  readonly thread: number;
  readonly torn: boolean;
}

/** A table that is being filled. */
export interface RecordRows {
  readonly count: number;
  readonly columns: RecordColumns;
  /** The name of a component, by its index. */
  componentName(index: number): string;
}

export interface NewRecord {
  start: number;
  end: number;
  messageStart: number;
  messageEnd: number;
  /** NaN when there is none. */
  localTime: number;
  bias: number;
  type: number;
  component: string;
  thread: number;
  flags: number;
  /** Windows event id, of a record that is an event. */
  eventId?: number;
}

/** Collects records into columns; `finish` trims the columns to size. */
export class RecordTableBuilder implements RecordRows {
  readonly #text: string;
  readonly #names = new Map<string, number>([['', 0]]);
  readonly #nameList: string[] = [''];
  #capacity = 1024;
  #count = 0;
  /** Rows that there will be, as far as anybody can tell. */
  #expected = 0;
  #columns: RecordColumns;
  /** Made with the first event. */
  #eventIds: Int32Array | null = null;

  constructor(text: string) {
    this.#text = text;
    this.#columns = makeColumns(this.#capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** The columns as they are now; they hold room for more rows than there are, and are others after the next row. */
  get columns(): RecordColumns {
    return this.#columns;
  }

  /**
   * Tells which share of all rows is there, from 0 to 1. To grow once to what is expected spares copies; memory that
   * nobody writes to costs nothing.
   */
  expect(share: number): void {
    if (share > 0) this.#expected = Math.min(Math.ceil((this.#count / share) * 1.02), this.#count * 64);
  }

  add(record: NewRecord): void {
    const { start, end, messageStart, messageEnd, localTime, bias, type, component, thread, flags } = record;
    const name = this.intern(component);
    this.addRow(start, end, messageStart, messageEnd, localTime, bias, type, name, thread, flags);
    if (record.eventId === undefined) return;
    this.#eventIds ??= new Int32Array(this.#capacity).fill(noEventId);
    this.#eventIds[this.#count - 1] = record.eventId;
  }

  /** The same without an object, for the reader that adds millions. `component` is what `intern` answered. */
  addRow(
    start: number,
    end: number,
    messageStart: number,
    messageEnd: number,
    localTime: number,
    bias: number,
    type: number,
    component: number,
    thread: number,
    flags: number,
  ): void {
    if (this.#count === this.#capacity) this.#grow();
    const i = this.#count++;
    const c = this.#columns;
    c.start[i] = start;
    c.end[i] = end;
    c.messageStart[i] = messageStart;
    c.messageEnd[i] = messageEnd;
    c.localTime[i] = localTime;
    c.bias[i] = bias;
    c.type[i] = type;
    c.component[i] = component;
    c.thread[i] = thread;
    c.flags[i] = flags;
  }

  /** The first `count` rows of others, which have the numbers of this table's components. */
  addRows(rows: RecordColumns, count: number): void {
    while (this.#count + count > this.#capacity) this.#grow();
    copyRows(stretchOf(rows, 0, count), this.#columns, this.#count);
    this.#count += count;
  }

  componentName(index: number): string {
    return this.#nameList[index] ?? '';
  }

  /** The index that stands for a component's name. */
  intern(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (this.#names.size >= mostComponents) return 0;
    // The name may be a view on the whole text, which it must not keep.
    const kept = detached(name);
    this.#nameList.push(kept);
    this.#names.set(kept, this.#names.size);
    return this.#names.size - 1;
  }

  /** Forgets the rows, which somebody else has taken. The numbers of names stay what they are. */
  drop(): void {
    this.#count = 0;
  }

  finish(): RecordTable {
    const n = this.#count;
    // What little was expected in vain costs less than a copy of everything.
    const isTight = n + n / 32 >= this.#capacity;
    const columns = isTight ? stretchOf(this.#columns, 0, n) : refitted(this.#columns, makeColumns(n));
    const eventId = this.#eventIds?.slice(0, n) ?? null;
    return { text: this.#text, count: n, ...columns, eventId, components: this.#nameList };
  }

  #grow(): void {
    this.#capacity = Math.max(this.#capacity * 2, this.#expected);
    this.#columns = refitted(this.#columns, makeColumns(this.#capacity));
    if (this.#eventIds === null) return;
    const wideIds = new Int32Array(this.#capacity).fill(noEventId);
    wideIds.set(this.#eventIds);
    this.#eventIds = wideIds;
  }
}

/** A finished table as rows. */
export function rowsOf(table: RecordTable): RecordRows {
  const { count, components } = table;
  return { count, columns: table, componentName: (index) => components[index] ?? '' };
}

/** The record at `index`, as an object. */
export function recordAt(table: RecordTable, index: number): LogRecord {
  const messageStart = table.messageStart[index] ?? 0;
  const messageEnd = table.messageEnd[index] ?? 0;
  const localTime = table.localTime[index] ?? Number.NaN;
  const bias = table.bias[index] ?? noBias;
  const type = table.type[index] ?? 255;
  return {
    index,
    start: table.start[index] ?? 0,
    end: table.end[index] ?? 0,
    messageStart,
    messageEnd,
    message: table.text.slice(messageStart, messageEnd),
    component: table.components[table.component[index] ?? 0] ?? '',
    localTime: Number.isNaN(localTime) ? null : localTime,
    bias: bias === noBias ? null : bias,
    type: type === 255 ? null : type,
    thread: table.thread[index] ?? 0,
    torn: ((table.flags[index] ?? 0) & recordFlags.torn) !== 0,
  };
}

/** Index of the record that covers `offset`, or of the last one that starts before it; -1 before the first. */
export function recordIndexAt(table: RecordTable, offset: number): number {
  return lastNotAbove(table.start, offset);
}
