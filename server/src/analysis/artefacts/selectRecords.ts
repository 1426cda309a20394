import type { RecordTable } from './recordTable.ts';

/** A table of some of the records, in the order of `indices`, which rise. Component names keep their numbers. */
export function selectRecords(table: RecordTable, indices: readonly number[]): RecordTable {
  const pick = <
    Column extends Uint32Array | Float64Array | Int16Array | Uint8Array | Uint16Array | Int32Array,
  >(
    column: Column,
    into: Column,
  ): Column => {
    for (let i = 0; i < indices.length; i++) into[i] = column[indices[i] ?? 0] ?? 0;
    return into;
  };
  const count = indices.length;
  return {
    ...table,
    count,
    start: pick(table.start, new Uint32Array(count)),
    end: pick(table.end, new Uint32Array(count)),
    messageStart: pick(table.messageStart, new Uint32Array(count)),
    messageEnd: pick(table.messageEnd, new Uint32Array(count)),
    localTime: pick(table.localTime, new Float64Array(count)),
    bias: pick(table.bias, new Int16Array(count)),
    type: pick(table.type, new Uint8Array(count)),
    component: pick(table.component, new Uint16Array(count)),
    thread: pick(table.thread, new Uint32Array(count)),
    flags: pick(table.flags, new Uint8Array(count)),
    eventId: table.eventId === null ? null : pick(table.eventId, new Int32Array(count)),
  };
}
