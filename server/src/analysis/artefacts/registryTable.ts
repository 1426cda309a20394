/**
 * The keys and values of one registry snapshot as columns over its text: 20 bytes a key and 16 a value, whatever they
 * hold. A key becomes an object only when somebody looks at it (`registryKeyAt`).
 */
import type { RegistryKey } from './artefact.ts';
import { putNumbers } from '../text/growingNumbers.ts';
import { lastNotAbove } from '../text/sortedNumbers.ts';
import { refitted } from './columns.ts';
import type { PlainEntriesModule } from './plainEntriesModule.ts';

export interface RegistryTable extends KeyColumns, ValueColumns {
  readonly keyCount: number;
  readonly valueCount: number;
  /** Offset from which on bytes that spell text are ANSI and not UTF-16: behind a header of REGEDIT4. Else infinite. */
  readonly ansiFrom: number;
  /**
   * Keys whose objects are here already, by their number: all of a form of which offsets do not tell everything
   * (regedit's text, PowerShell), and those that were wanted of a file whose text was let go.
   */
  readonly held: ReadonlyMap<number, RegistryKey>;
}

/** Collects keys and values into columns; `finish` trims the columns to size. */
export class RegistryTableBuilder {
  /** See `RegistryTable`. */
  ansiFrom = Number.POSITIVE_INFINITY;
  #keyCount = 0;
  #valueCount = 0;
  #keys: KeyColumns;
  #values: ValueColumns;

  /** `length` of the text, for a guess at how many there will be: columns that have to grow are copied. */
  constructor(length: number) {
    this.#keys = makeKeyColumns(Math.ceil(length / usualKeyLength) + 16);
    this.#values = makeValueColumns(Math.ceil(length / usualValueLength) + 16);
  }

  get keyCount(): number {
    return this.#keyCount;
  }

  get valueCount(): number {
    return this.#valueCount;
  }

  /** The table as it is now. Its columns hold room for more than there is, and are others after the next row. */
  get rows(): RegistryTable {
    const counts = { keyCount: this.#keyCount, valueCount: this.#valueCount };
    this.#keys.firstValue[this.#keyCount] = this.#valueCount;
    return { ...counts, ...this.#keys, ...this.#values, ansiFrom: this.ansiFrom, held: new Map() };
  }

  addKey(start: number, end: number, pathStart: number, pathEnd: number, deleted: boolean): void {
    const c = this.#keysWithRoom(1);
    const i = this.#keyCount++;
    c.keyStart[i] = start;
    c.keyEnd[i] = end;
    c.pathStart[i] = pathStart;
    c.pathEnd[i] = pathEnd;
    c.deleted[i] = deleted ? 1 : 0;
    c.firstValue[i] = this.#valueCount;
  }

  /** Where the last key ends. */
  endKey(end: number): void {
    this.#keys.keyEnd[this.#keyCount - 1] = end;
  }

  /** A value of the last key, which then reaches to its end. */
  addValue(start: number, end: number, nameEnd: number, dataStart: number): void {
    const c = this.#valuesWithRoom(1);
    const i = this.#valueCount++;
    c.valueStart[i] = start;
    c.valueEnd[i] = end;
    c.nameEnd[i] = nameEnd;
    c.dataStart[i] = dataStart;
    this.endKey(end);
  }

  /** The keys and values of the last `read`; the first values may belong to the last key that is here. */
  addPlain(plain: PlainEntriesModule): void {
    const { keyCount, valueCount, openKeyEnd } = plain;
    if (openKeyEnd > 0) this.endKey(openKeyEnd);
    if (keyCount > 0) {
      const columns = this.#keysWithRoom(keyCount);
      for (const name of plainKeyColumns)
        putNumbers(plain.keys[name], keyCount, columns[name], this.#keyCount);
      this.#keyCount += keyCount;
    }
    if (valueCount > 0) {
      const columns = this.#valuesWithRoom(valueCount);
      for (const name of valueColumns) {
        putNumbers(plain.values[name], valueCount, columns[name], this.#valueCount);
      }
      this.#valueCount += valueCount;
    }
  }

  finish(held: ReadonlyMap<number, RegistryKey> = new Map()): RegistryTable {
    this.#keys.firstValue[this.#keyCount] = this.#valueCount;
    return {
      keyCount: this.#keyCount,
      valueCount: this.#valueCount,
      ...refitted(this.#keys, makeKeyColumns(this.#keyCount)),
      ...refitted(this.#values, makeValueColumns(this.#valueCount)),
      ansiFrom: this.ansiFrom,
      held,
    };
  }

  #keysWithRoom(more: number): KeyColumns {
    const wanted = this.#keyCount + more;
    const room = this.#keys.keyStart.length;
    if (wanted > room) this.#keys = refitted(this.#keys, makeKeyColumns(Math.max(wanted, 2 * room)));
    return this.#keys;
  }

  #valuesWithRoom(more: number): ValueColumns {
    const wanted = this.#valueCount + more;
    const room = this.#values.valueStart.length;
    if (wanted > room) this.#values = refitted(this.#values, makeValueColumns(Math.max(wanted, 2 * room)));
    return this.#values;
  }
}

/** The table of keys that are objects already. */
export function tableOfKeys(keys: readonly RegistryKey[]): RegistryTable {
  const table = new RegistryTableBuilder(0);
  for (const { start, end, pathStart, pathEnd, deleted, values } of keys) {
    table.addKey(start, end, pathStart, pathEnd, deleted);
    for (const value of values) table.addValue(value.start, value.end, value.nameEnd, value.dataStart);
    // The block may go on behind its last value.
    table.endKey(end);
  }
  return table.finish(new Map(keys.entries()));
}

/** Number of the key whose block covers `offset`, or of the last one that starts before it; -1 before the first. */
export function keyIndexAt(table: RegistryTable, offset: number): number {
  return lastNotAbove(table.keyStart, offset);
}

/** Number of the value of a key that covers `offset`, its end included; -1 where none does. */
export function valueIndexAt(table: RegistryTable, key: number, offset: number): number {
  const first = table.firstValue[key] ?? 0;
  const values = table.valueStart.subarray(first, table.firstValue[key + 1] ?? first);
  const index = first + lastNotAbove(values, offset);
  return index >= first && offset <= (table.valueEnd[index] ?? 0) ? index : -1;
}

/** Characters for each key and each value in an export of Windows' own keys, or somewhat less. */
const usualKeyLength = 256;
const usualValueLength = 56;

/** A key in each row. */
export interface KeyColumns {
  /** Offset of the first character of the key block, and behind its last value. */
  readonly keyStart: Uint32Array;
  readonly keyEnd: Uint32Array;
  /** The path as written in the header. */
  readonly pathStart: Uint32Array;
  readonly pathEnd: Uint32Array;
  /** 1 where the file deletes the key. */
  readonly deleted: Uint8Array;
  /** Number of the first value of each key, and behind the last key the number of all values. */
  readonly firstValue: Uint32Array;
}

/** A value in each row. */
export interface ValueColumns {
  /** The whole value, continuation lines included. */
  readonly valueStart: Uint32Array;
  readonly valueEnd: Uint32Array;
  /** Behind the name. It begins where the value does, or behind the quote there. */
  readonly nameEnd: Uint32Array;
  readonly dataStart: Uint32Array;
}

/** Those that plain entries have, none of which deletes its key. */
const plainKeyColumns = ['keyStart', 'keyEnd', 'pathStart', 'pathEnd', 'firstValue'] as const;
const valueColumns = ['valueStart', 'valueEnd', 'nameEnd', 'dataStart'] as const;

function makeKeyColumns(capacity: number): KeyColumns {
  return {
    keyStart: new Uint32Array(capacity),
    keyEnd: new Uint32Array(capacity),
    pathStart: new Uint32Array(capacity),
    pathEnd: new Uint32Array(capacity),
    deleted: new Uint8Array(capacity),
    firstValue: new Uint32Array(capacity + 1),
  };
}

function makeValueColumns(capacity: number): ValueColumns {
  return {
    valueStart: new Uint32Array(capacity),
    valueEnd: new Uint32Array(capacity),
    nameEnd: new Uint32Array(capacity),
    dataStart: new Uint32Array(capacity),
  };
}
