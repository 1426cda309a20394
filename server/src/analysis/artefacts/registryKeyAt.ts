import type { RegistryArtefact, RegistryKey, RegistryValue } from './artefact.ts';
import { detached } from '../text/detached.ts';
import { lineEndAt } from './lineEnds.ts';
import { unescapeRegistryText } from './registryFileString.ts';
import { parseRegistryValue } from './registryFileValue.ts';
import { longKeyPath } from './registryPath.ts';
import type { RegistryTable } from './registryTable.ts';

type Snapshot = Pick<RegistryArtefact, 'table' | 'text'>;

/** The key of that number, with its values, as an object. */
export function registryKeyAt({ table, text }: Snapshot, index: number): RegistryKey {
  return table.held.get(index) ?? readKey(table, index, text, 0);
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
export function valueNameAt({ table, text }: Snapshot, key: number, value: number): string {
  const held = table.held.get(key);
  if (held !== undefined) return held.values[value - (table.firstValue[key] ?? 0)]?.name ?? '';
  const start = table.valueStart[value] ?? 0;
  // The default value has no name, and neither has any of version 3.
  return text.charAt(start) === '"'
    ? unescapeRegistryText(text, start + 1, table.nameEnd[value] ?? 0).text
    : '';
}

/** The key of that number as an object that does not keep the text alive. */
export function detachedKeyAt(snapshot: Snapshot, index: number): RegistryKey {
  const { table, text } = snapshot;
  const held = table.held.get(index);
  if (held !== undefined) return held;
  const start = table.keyStart[index] ?? 0;
  const end = lineEndAt(text, table.keyEnd[index] ?? 0) + 1;
  return readKey(table, index, detached(text.slice(start, end)), start);
}

/** The key of a registry file from a stretch of the text, which begins at `base` and holds the key up to the end of its last line. */
export function readKey(table: RegistryTable, index: number, text: string, base: number): RegistryKey {
  const start = table.keyStart[index] ?? 0;
  const pathStart = table.pathStart[index] ?? 0;
  const pathEnd = table.pathEnd[index] ?? 0;
  // Only the version 3 of registry files has no brackets around its keys.
  const isVersion3 = text.charAt(start - base) !== '[';
  const values: RegistryValue[] = [];
  for (let i = table.firstValue[index] ?? 0; i < (table.firstValue[index + 1] ?? 0); i++) {
    const value = isVersion3 ? readVersion3Value(table, i, text, base) : readValue(table, i, text, base);
    if (value !== null) values.push(value);
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

function readValue(table: RegistryTable, index: number, text: string, base: number): RegistryValue | null {
  const start = table.valueStart[index] ?? 0;
  const encoding = start >= table.ansiFrom ? 'ansi' : 'utf-16le';
  const { value } = parseRegistryValue(text, start - base, encoding, { add: () => undefined });
  if (value === null || base === 0) return value;
  return {
    ...value,
    start,
    end: value.end + base,
    nameStart: value.nameStart + base,
    nameEnd: value.nameEnd + base,
    dataStart: value.dataStart + base,
    dataEnd: value.dataEnd + base,
  };
}

function readVersion3Value(table: RegistryTable, index: number, text: string, base: number): RegistryValue {
  const start = table.valueStart[index] ?? 0;
  const end = table.valueEnd[index] ?? 0;
  const dataStart = table.dataStart[index] ?? 0;
  return {
    name: '',
    start,
    end,
    nameStart: start,
    nameEnd: table.nameEnd[index] ?? 0,
    dataStart,
    dataEnd: end,
    valueType: 'REG_SZ',
    data: { kind: 'string', text: text.slice(dataStart - base, end - base) },
  };
}
