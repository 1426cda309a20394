import { copyRows, isSameRow, makeColumns, offsetColumns, plainColumns, stretchOf } from './columns.ts';
import type { RecordTable } from './recordTable.ts';

/** A stretch of a table: its rows from `from` to before `to`, with `shift` added to their offsets. */
export interface RecordStretch {
  readonly table: RecordTable;
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** Puts stretches of logs without events together to the table of `text`, as if it had been read at once. */
export function spliceRecords(text: string, stretches: readonly RecordStretch[]): RecordTable {
  const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const columns = makeColumns(count);
  const names = new Map<string, number>([['', 0]]);
  let at = 0;
  for (const { table, from, to, shift } of stretches) {
    copyRows(stretchOf(table, from, to), columns, at);
    for (const name of offsetColumns) shiftBy(columns[name], at, at + to - from, shift);
    copyNames(table, from, to, names, columns.component, at);
    at += to - from;
  }
  return { text, count, ...columns, eventId: null, components: [...names.keys()] };
}

/**
 * The table with the rows from `from` to before `to` replaced by those of `rows`, and `shift` added to the offsets of
 * the rows behind them. As long as an edit changes nothing but a message, the columns that hold no offsets are the
 * same as before, and are shared.
 */
export function replaceRecords(
  text: string,
  table: RecordTable,
  { from, to, shift }: Omit<RecordStretch, 'table'>,
  rows: RecordTable,
): RecordTable {
  const stretches = [
    { table, from: 0, to: from, shift: 0 },
    { table: rows, from: 0, to: rows.count, shift: 0 },
    { table, from: to, to: table.count, shift },
  ];
  if (!tellTheSame(table, from, to, rows)) return spliceRecords(text, stretches);
  const offsets = (column: (typeof offsetColumns)[number]): Uint32Array => {
    const all = table[column].slice();
    all.set(rows[column], from);
    shiftBy(all, to, table.count, shift);
    return all;
  };
  return {
    ...table,
    text,
    start: offsets('start'),
    end: offsets('end'),
    messageStart: offsets('messageStart'),
    messageEnd: offsets('messageEnd'),
  };
}

/** Whether rows say what those in their place said, save for where they stand. */
function tellTheSame(table: RecordTable, from: number, to: number, rows: RecordTable): boolean {
  if (rows.count !== to - from) return false;
  for (let i = 0; i < rows.count; i++) {
    const at = from + i;
    const isSame =
      isSameRow(plainColumns, table, at, rows, i) &&
      table.components[table.component[at] ?? 0] === rows.components[rows.component[i] ?? 0];
    if (!isSame) return false;
  }
  return true;
}

/** Adds `shift` to the offsets from `from` to before `to`. */
function shiftBy(offsets: Uint32Array, from: number, to: number, shift: number): void {
  if (shift === 0) return;
  for (let i = from; i < to; i++) offsets[i] = (offsets[i] ?? 0) + shift;
}

/** Names are numbered in the order of their first record, so the numbers of a stretch may be others here. */
function copyNames(
  source: RecordTable,
  from: number,
  to: number,
  names: Map<string, number>,
  target: Uint16Array,
  at: number,
): void {
  const numbers = new Int32Array(source.components.length).fill(-1);
  for (let i = from; i < to; i++) {
    const old = source.component[i] ?? 0;
    let number = numbers[old] ?? -1;
    if (number < 0) {
      const name = source.components[old] ?? '';
      number = names.get(name) ?? names.size;
      names.set(name, number);
      numbers[old] = number;
    }
    target[at + i - from] = number;
  }
}
