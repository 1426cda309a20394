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
  const table = {
    text,
    count,
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    messageStart: new Uint32Array(count),
    messageEnd: new Uint32Array(count),
    localTime: new Float64Array(count),
    bias: new Int16Array(count),
    type: new Uint8Array(count),
    component: new Uint16Array(count),
    thread: new Uint32Array(count),
    flags: new Uint8Array(count),
    eventId: null,
  };
  const names = new Map<string, number>([['', 0]]);
  let at = 0;
  for (const { table: source, from, to, shift } of stretches) {
    for (const column of ['start', 'end', 'messageStart', 'messageEnd'] as const) {
      copyShifted(source[column], from, to, shift, table[column], at);
    }
    table.localTime.set(source.localTime.subarray(from, to), at);
    table.bias.set(source.bias.subarray(from, to), at);
    table.type.set(source.type.subarray(from, to), at);
    table.thread.set(source.thread.subarray(from, to), at);
    table.flags.set(source.flags.subarray(from, to), at);
    copyNames(source, from, to, names, table.component, at);
    at += to - from;
  }
  return { ...table, components: [...names.keys()] };
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
  const offsets = (column: 'start' | 'end' | 'messageStart' | 'messageEnd'): Uint32Array => {
    const all = new Uint32Array(table.count);
    all.set(table[column].subarray(0, from));
    all.set(rows[column], from);
    copyShifted(table[column], to, table.count, shift, all, to);
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
      Object.is(table.localTime[at], rows.localTime[i]) &&
      table.bias[at] === rows.bias[i] &&
      table.type[at] === rows.type[i] &&
      table.thread[at] === rows.thread[i] &&
      table.flags[at] === rows.flags[i] &&
      table.components[table.component[at] ?? 0] === rows.components[rows.component[i] ?? 0];
    if (!isSame) return false;
  }
  return true;
}

function copyShifted(
  source: Uint32Array,
  from: number,
  to: number,
  shift: number,
  target: Uint32Array,
  at: number,
): void {
  target.set(source.subarray(from, to), at);
  if (shift === 0) return;
  const end = at + to - from;
  for (let i = at; i < end; i++) target[i] = (target[i] ?? 0) + shift;
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
