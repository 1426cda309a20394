import { makeColumns, type RecordColumns, type RecordRows, type RecordTable } from './recordTable.ts';

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
  #nameList = [''];
  /** Whether a table shows the list of names. */
  #namesShown = false;

  get count(): number {
    return this.#count;
  }

  /** Takes the rows from `from` to before `to`, for good. */
  add(rows: RecordRows, from: number, to: number): void {
    this.#makeRoom(this.#count + to - from);
    for (let i = from; i < to; i++) {
      this.#write(this.#count++, rows, i, this.#intern(rows.componentName(rows.columns.component[i] ?? 0)));
    }
  }

  /** The rows so far, and behind them those of `rest` from `from` to before `to`, which may be others the next time. */
  tableWith(rest: RecordRows, from: number, to: number): RecordTable {
    const count = this.#count + to - from;
    this.#makeRoom(count);
    let components: readonly string[] = this.#nameList;
    for (let i = from; i < to; i++) {
      const name = rest.componentName(rest.columns.component[i] ?? 0);
      let component = this.#names.get(name) ?? components.indexOf(name);
      if (component < 0) {
        component = components.length;
        components = [...components, name];
      }
      this.#write(this.#count + i - from, rest, i, component);
    }
    this.#namesShown ||= components === this.#nameList;
    this.#shown = Math.max(this.#shown, count);
    const columns = this.#columns;
    return {
      text: '',
      count,
      start: columns.start.subarray(0, count),
      end: columns.end.subarray(0, count),
      messageStart: columns.messageStart.subarray(0, count),
      messageEnd: columns.messageEnd.subarray(0, count),
      localTime: columns.localTime.subarray(0, count),
      bias: columns.bias.subarray(0, count),
      type: columns.type.subarray(0, count),
      component: columns.component.subarray(0, count),
      thread: columns.thread.subarray(0, count),
      flags: columns.flags.subarray(0, count),
      eventId: null,
      components,
    };
  }

  #intern(name: string): number {
    const known = this.#names.get(name);
    if (known !== undefined) return known;
    if (this.#namesShown) this.#nameList = [...this.#nameList];
    this.#namesShown = false;
    this.#nameList.push(name);
    this.#names.set(name, this.#names.size);
    return this.#names.size - 1;
  }

  #write(at: number, { columns: from }: RecordRows, i: number, component: number): void {
    if (at < this.#shown) {
      if (isSame(this.#columns, at, from, i, component)) return;
      this.#moveTo(this.#columns.start.length);
    }
    const columns = this.#columns;
    columns.start[at] = from.start[i] ?? 0;
    columns.end[at] = from.end[i] ?? 0;
    columns.messageStart[at] = from.messageStart[i] ?? 0;
    columns.messageEnd[at] = from.messageEnd[i] ?? 0;
    columns.localTime[at] = from.localTime[i] ?? 0;
    columns.bias[at] = from.bias[i] ?? 0;
    columns.type[at] = from.type[i] ?? 0;
    columns.component[at] = component;
    columns.thread[at] = from.thread[i] ?? 0;
    columns.flags[at] = from.flags[i] ?? 0;
  }

  #makeRoom(count: number): void {
    if (count > this.#columns.start.length) this.#moveTo(Math.max(count, this.#columns.start.length * 2));
  }

  /** Leaves the memory that tables show to them. */
  #moveTo(capacity: number): void {
    const before = this.#columns;
    const columns = makeColumns(capacity);
    columns.start.set(before.start);
    columns.end.set(before.end);
    columns.messageStart.set(before.messageStart);
    columns.messageEnd.set(before.messageEnd);
    columns.localTime.set(before.localTime);
    columns.bias.set(before.bias);
    columns.type.set(before.type);
    columns.component.set(before.component);
    columns.thread.set(before.thread);
    columns.flags.set(before.flags);
    this.#columns = columns;
    this.#shown = 0;
  }
}

function isSame(
  left: RecordColumns,
  at: number,
  right: RecordColumns,
  i: number,
  component: number,
): boolean {
  return (
    left.start[at] === right.start[i] &&
    left.end[at] === right.end[i] &&
    left.messageStart[at] === right.messageStart[i] &&
    left.messageEnd[at] === right.messageEnd[i] &&
    Object.is(left.localTime[at], right.localTime[i]) &&
    left.bias[at] === right.bias[i] &&
    left.type[at] === right.type[i] &&
    left.component[at] === component &&
    left.thread[at] === right.thread[i] &&
    left.flags[at] === right.flags[i]
  );
}
