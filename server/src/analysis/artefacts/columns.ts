/**
 * What stands in a record's row, ten columns wide. All that moves rows about is here, so that nothing else has to
 * name every column.
 */

/** A record in each row, which columns of the same length hold: 34 bytes a record. */
export interface RecordColumns {
  /** Offset of the first character of the record. */
  readonly start: Uint32Array;
  /** Offset behind its last character (without the line end). */
  readonly end: Uint32Array;
  readonly messageStart: Uint32Array;
  readonly messageEnd: Uint32Array;
  /** Local time in milliseconds since 1970-01-01T00:00 local; NaN when there is none. */
  readonly localTime: Float64Array;
  /** Minutes to add to local time to get UTC; `noBias` when none is written. */
  readonly bias: Int16Array;
  /** `type=` as written: 0 success or progress, 1 information, 2 warning, 3 error; 255 when missing. */
  readonly type: Uint8Array;
  /** Number of the component's name; 0 is the empty name. */
  readonly component: Uint16Array;
  /** Thread number; 0 when missing. */
  readonly thread: Uint32Array;
  /** Bits of `recordFlags`. */
  readonly flags: Uint8Array;
}

/** Columns that count characters of the text. */
export const offsetColumns = ['start', 'end', 'messageStart', 'messageEnd'] as const;

/** Columns that say the same wherever the record stands, and whatever else its table holds. */
export const plainColumns = ['localTime', 'bias', 'type', 'thread', 'flags'] as const;

/** All of them. */
export const columnNames = [...offsetColumns, ...plainColumns, 'component'] as const;

/** Columns with room for so many rows. */
export function makeColumns(capacity: number): RecordColumns {
  return {
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    messageStart: new Uint32Array(capacity),
    messageEnd: new Uint32Array(capacity),
    localTime: new Float64Array(capacity),
    bias: new Int16Array(capacity),
    type: new Uint8Array(capacity),
    component: new Uint16Array(capacity),
    thread: new Uint32Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** The rows from `from` to before `to`, in the same memory. */
export function stretchOf(columns: RecordColumns, from: number, to: number): RecordColumns {
  return {
    start: columns.start.subarray(from, to),
    end: columns.end.subarray(from, to),
    messageStart: columns.messageStart.subarray(from, to),
    messageEnd: columns.messageEnd.subarray(from, to),
    localTime: columns.localTime.subarray(from, to),
    bias: columns.bias.subarray(from, to),
    type: columns.type.subarray(from, to),
    component: columns.component.subarray(from, to),
    thread: columns.thread.subarray(from, to),
    flags: columns.flags.subarray(from, to),
  };
}

/** Copies all rows of `source` into `target`, from its row `at` on. */
export function copyRows(source: RecordColumns, target: RecordColumns, at: number): void {
  for (const name of columnNames) target[name].set(source[name], at);
}

/** Whether the same stands in a row of each, as far as these columns go. */
export function isSameRow(
  names: readonly (keyof RecordColumns)[],
  left: RecordColumns,
  at: number,
  right: RecordColumns,
  i: number,
): boolean {
  return names.every((name) => Object.is(left[name][at], right[name][i]));
}

/** Puts what `columns` hold into `others`, as far as there is room, and answers those. Of any table's columns. */
export function refitted<Columns extends object>(columns: Columns, others: Columns): Columns {
  const sources: readonly (Uint32Array | Uint8Array)[] = Object.values(columns);
  const targets: readonly (Uint32Array | Uint8Array)[] = Object.values(others);
  for (const [i, target] of targets.entries()) target.set(sources[i]?.subarray(0, target.length) ?? []);
  return others;
}
