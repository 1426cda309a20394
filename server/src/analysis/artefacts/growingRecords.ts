import { columnNames, copyRows, isSameRow, makeColumns, refitted, stretchOf } from './columns.ts';
import type { RecordColumns } from './columns.ts';
import { mostComponents, type RecordRows, type RecordTable } from './recordTable.ts';

/**
 * The records of a log that grows. Tables of it can be had at any time and cost nothing, whatever the length of the
 * log: they show the same memory. What a table shows never changes.
 */
export class GrowingRecords {
  #columns: RecordColumns = makeColumns(1024);
  #count = 0;
  /** So many rows stand in some table. They are not written to, save with what stands there already. */
  #shown = 0;
  readonly #names = new Map<string, number>([['', 0]]);
  /** Another list for each set of names: tables show it. */
  #nameList: readonly string[] = [''];

  get count(): number {
    return this.#count;
  }

  /** Takes the rows from `from` to before `to`, for good. */
  add(rows: RecordRows, from: number, to: number): void {
    const { component, added } = this.#withNames(rows, from, to);
    for (const name of added) this.#names.set(name, this.#names.size);
    if (added.length > 0) this.#nameList = [...this.#nameList, ...added];
    this.#write({ ...stretchOf(rows.columns, from, to), component });
    this.#count += to - from;
  }

  /** The rows so far, and behind them those of `rest` from `from` to before `to`, which may be others the next time. */
  tableWith(rest: RecordRows, from: number, to: number): RecordTable {
    const { component, added } = this.#withNames(rest, from, to);
    this.#write({ ...stretchOf(rest.columns, from, to), component });
    const count = this.#count + to - from;
    this.#shown = Math.max(this.#shown, count);
    return {
      text: '',
      count,
      ...stretchOf(this.#columns, 0, count),
      eventId: null,
      components: added.length === 0 ? this.#nameList : [...this.#nameList, ...added],
    };
  }

  /** The numbers of the components of these rows, and the names among them that are new, in their order. */
  #withNames(rows: RecordRows, from: number, to: number): NamedRows {
    const component = new Uint16Array(to - from);
    const added = new Map<string, number>();
    for (let i = from; i < to; i++) {
      const name = rows.componentName(rows.columns.component[i] ?? 0);
      let number = this.#names.get(name) ?? added.get(name);
      if (number === undefined) {
        number = this.#names.size + added.size;
        // See `RecordTableBuilder.intern`.
        if (number < mostComponents) added.set(name, number);
        else number = 0;
      }
      component[i - from] = number;
    }
    return { component, added: [...added.keys()] };
  }

  /** Puts rows behind the last one that was taken for good. */
  #write(rows: RecordColumns): void {
    const from = this.#count;
    const { length } = rows.start;
    const { length: capacity } = this.#columns.start;
    if (from + length > capacity) this.#moveTo(Math.max(from + length, capacity * 2));
    else if (!this.#agrees(rows)) this.#moveTo(capacity);
    copyRows(rows, this.#columns, from);
  }

  /** Whether what stands in some table where these rows go is the same. */
  #agrees(rows: RecordColumns): boolean {
    const shown = Math.min(this.#shown - this.#count, rows.start.length);
    for (let i = 0; i < shown; i++) {
      if (!isSameRow(columnNames, this.#columns, this.#count + i, rows, i)) return false;
    }
    return true;
  }

  /** Leaves the memory that tables show to them. */
  #moveTo(capacity: number): void {
    this.#columns = refitted(this.#columns, makeColumns(capacity));
    this.#shown = 0;
  }
}

interface NamedRows {
  /** See `RecordColumns`. */
  readonly component: Uint16Array;
  readonly added: readonly string[];
}
