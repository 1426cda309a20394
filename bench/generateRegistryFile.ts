import { pseudoRandom } from './pseudoRandom.ts';

/** The path of a key below the root, by its number. */
export type MakePath = (key: number, number: (below: number) => number) => string;

/** Keys that nobody knows, in one tree. */
export const unknownPaths: MakePath = (key, number) =>
  `SOFTWARE\\Contoso\\Part${number(40)}\\Key${key}\\{${guidOf(key)}}`;

/** A tree as the one of Windows, where the catalogue knows one key of a hundred, spread over all of it. */
export const mixedPaths: MakePath = (key, number) => {
  const place = `SOFTWARE\\Microsoft\\Part${Math.floor(key / 100)}\\Key${number(40)}\\{${guidOf(key)}}`;
  return key % 100 === 99 ? `SOFTWARE\\Microsoft\\Enrollments\\${guidOf(key)}` : place;
};

/** An export of the registry as regedit writes it, UTF-16LE with a mark, in blocks; `size` is in bytes. */
export function* registryBlocks(
  size: number,
  seed: number,
  makePath: MakePath = unknownPaths,
): Generator<Uint8Array> {
  const next = pseudoRandom(seed);
  const number = (below: number): number => Math.floor(next() * below);
  let block = '\ufeffWindows Registry Editor Version 5.00\r\n\r\n';
  let written = 0;
  for (let key = 0; written < size; key++) {
    block += `[HKEY_LOCAL_MACHINE\\${makePath(key, number)}]\r\n`;
    for (let value = number(12); value >= 0; value--) block += makeValue(value, number);
    block += '\r\n';
    if (block.length < 0x20000) continue;
    const bytes = Buffer.from(block, 'utf16le');
    written += bytes.length;
    yield bytes;
    block = '';
  }
}

function guidOf(key: number): string {
  return `${key.toString(16).padStart(8, '0')}-5d2e-4c1b-9f3a-7e6d5c4b3a21`;
}

function makeValue(index: number, number: (below: number) => number): string {
  const kind = number(10);
  if (kind < 4) return `"Setting${index}"=dword:${number(0x7fffffff).toString(16).padStart(8, '0')}\r\n`;
  if (kind < 9)
    return `"Path${index}"="C:\\\\Program Files\\\\Contoso\\\\Part ${number(900)}\\\\module.dll"\r\n`;
  const bytes = Array.from({ length: 40 }, () => number(256).toString(16).padStart(2, '0'));
  return `"Blob${index}"=hex:${bytes.slice(0, 20).join(',')},\\\r\n  ${bytes.slice(20).join(',')}\r\n`;
}
