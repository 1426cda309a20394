import { columnNames, makeColumns } from './columns.ts';
import type { RecordTable } from './recordTable.ts';

/** A table of some of the records, in the order of `indices`, which rise. Component names keep their numbers. */
export function selectRecords(table: RecordTable, indices: readonly number[]): RecordTable {
  const count = indices.length;
  const columns = makeColumns(count);
  for (const name of columnNames) pick(table[name], indices, columns[name]);
  const eventId = table.eventId === null ? null : new Int32Array(count);
  if (table.eventId !== null && eventId !== null) pick(table.eventId, indices, eventId);
  return { ...table, count, ...columns, eventId };
}

function pick(column: ArrayLike<number>, indices: readonly number[], into: NumberColumn): void {
  for (let i = 0; i < indices.length; i++) into[i] = column[indices[i] ?? 0] ?? 0;
}

interface NumberColumn {
  [index: number]: number;
}
