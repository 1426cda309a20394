import type { RegistryArtefact, RegistryKey, RegistryValue } from './artefact.ts';
import { detached } from '../text/detached.ts';
import { lineEndAt } from './lineEnds.ts';
import { unescapeRegistryText } from './registryFileString.ts';
import { parseRegistryValue } from './registryFileValue.ts';
import { longKeyPath } from './registryPath.ts';
import { queriedName, queriedType, queriedValue } from './registryQueryValue.ts';
import type { RegistryTable } from './registryTable.ts';

type Snapshot = Pick<RegistryArtefact, 'kind' | 'table' | 'text'>;

/** The key of that number, with its values, as an object. */
export function registryKeyAt({ kind, table, text }: Snapshot, index: number): RegistryKey {
  return table.held.get(index) ?? readKey(kind, table, index, text, 0);
}

/** All keys, one after the other. */
export function* registryKeys(snapshot: Snapshot): Generator<RegistryKey> {
  for (let i = 0; i < snapshot.table.keyCount; i++) yield registryKeyAt(snapshot, i);
}

/** The path of a key as its object has it, without making one. */
export function keyPathAt({ table, text }: Snapshot, index: number): string {
  return table.held.get(index)?.path ?? longKeyPath(text.slice(table.pathStart[index], table.pathEnd[index]));
}

/** The name of a value of a key, by their numbers, as its object has it, without making one. */
export function valueNameAt({ kind, table, text }: Snapshot, key: number, value: number): string {
  const held = table.held.get(key);
  if (held !== undefined) return held.values[value - (table.firstValue[key] ?? 0)]?.name ?? '';
  const start = table.valueStart[value] ?? 0;
  const end = table.nameEnd[value] ?? start;
  if (kind === 'registry-query') return queriedName(text, start, end);
  // The default value has no name, and neither has any of version 3.
  return text.charAt(start) === '"' ? unescapeRegistryText(text, start + 1, end).text : '';
}

/** The key of that number as an object that does not keep the text alive. */
export function detachedKeyAt(snapshot: Snapshot, index: number): RegistryKey {
  const { kind, table, text } = snapshot;
  const held = table.held.get(index);
  if (held !== undefined) return held;
  const start = table.keyStart[index] ?? 0;
  const end = lineEndAt(text, table.keyEnd[index] ?? 0) + 1;
  return readKey(kind, table, index, detached(text.slice(start, end)), start);
}

/**
 * A key that is not held, from a stretch of the text, which begins at `base` and holds the key up to the end of its last
 * line.
 */
export function readKey(
  kind: RegistryArtefact['kind'],
  table: RegistryTable,
  index: number,
  text: string,
  base: number,
): RegistryKey {
  const start = table.keyStart[index] ?? 0;
  const pathStart = table.pathStart[index] ?? 0;
  const pathEnd = table.pathEnd[index] ?? 0;
  const read = valueReader(kind, text.charAt(start - base));
  const values: RegistryValue[] = [];
  for (let i = table.firstValue[index] ?? 0; i < (table.firstValue[index + 1] ?? 0); i++) {
    const value = read(text, placeOf(table, i, base), (table.valueStart[i] ?? 0) >= table.ansiFrom);
    if (value !== null) values.push(moved(value, base));
  }
  return {
    path: longKeyPath(text.slice(pathStart - base, pathEnd - base)),
    start,
    end: table.keyEnd[index] ?? 0,
    pathStart,
    pathEnd,
    deleted: table.deleted[index] === 1,
    lastWrite: null,
    values,
  };
}

/** Where a value stands in a stretch of the text. */
interface ValuePlace {
  readonly start: number;
  readonly end: number;
  readonly nameEnd: number;
  readonly dataStart: number;
}

type ReadValue = (text: string, place: ValuePlace, isAnsi: boolean) => RegistryValue | null;

function valueReader(kind: RegistryArtefact['kind'], first: string): ReadValue {
  if (kind === 'registry-query') return readQueried;
  // Only version 3 of registry files has no brackets around its keys.
  return first === '[' ? readFromFile : readFromVersion3;
}

function readFromFile(text: string, { start }: ValuePlace, isAnsi: boolean): RegistryValue | null {
  // What is to be told of it was told when it was found.
  return parseRegistryValue(text, start, isAnsi ? 'ansi' : 'utf-16le', { add: () => undefined }).value;
}

function readFromVersion3(text: string, { start, end, nameEnd, dataStart }: ValuePlace): RegistryValue {
  const place = { start, end, nameStart: start, nameEnd, dataStart, dataEnd: end };
  return {
    ...place,
    name: '',
    valueType: 'REG_SZ',
    data: { kind: 'string', text: text.slice(dataStart, end) },
  };
}

function readQueried(text: string, { start, end, nameEnd, dataStart }: ValuePlace): RegistryValue {
  const type = queriedType(text, nameEnd, dataStart);
  return queriedValue(text, { nameStart: start, nameEnd, type, dataStart, dataEnd: end });
}

function placeOf(table: RegistryTable, value: number, base: number): ValuePlace {
  return {
    start: (table.valueStart[value] ?? 0) - base,
    end: (table.valueEnd[value] ?? 0) - base,
    nameEnd: (table.nameEnd[value] ?? 0) - base,
    dataStart: (table.dataStart[value] ?? 0) - base,
  };
}

/** The value with offsets into the whole text, of which the stretch begins at `base`. */
function moved(value: RegistryValue, base: number): RegistryValue {
  if (base === 0) return value;
  return {
    ...value,
    start: value.start + base,
    end: value.end + base,
    nameStart: value.nameStart + base,
    nameEnd: value.nameEnd + base,
    dataStart: value.dataStart + base,
    dataEnd: value.dataEnd + base,
  };
}
