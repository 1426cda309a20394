import { pseudoRandom } from './pseudoRandom.ts';

/** An export of the registry as regedit writes it, UTF-16LE with a mark, in blocks; `size` is in bytes. */
export function* registryBlocks(size: number, seed: number): Generator<Uint8Array> {
  const next = pseudoRandom(seed);
  const number = (below: number): number => Math.floor(next() * below);
  let block = '\ufeffWindows Registry Editor Version 5.00\r\n\r\n';
  let written = 0;
  for (let key = 0; written < size; key++) {
    block += `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\Part${number(40)}\\Key${key}\\{${key.toString(16).padStart(8, '0')}-5d2e-4c1b-9f3a-7e6d5c4b3a21}]\r\n`;
    for (let value = number(12); value >= 0; value--) block += makeValue(value, number);
    block += '\r\n';
    if (block.length < 0x20000) continue;
    const bytes = Buffer.from(block, 'utf16le');
    written += bytes.length;
    yield bytes;
    block = '';
  }
}

function makeValue(index: number, number: (below: number) => number): string {
  const kind = number(10);
  if (kind < 4) return `"Setting${index}"=dword:${number(0x7fffffff).toString(16).padStart(8, '0')}\r\n`;
  if (kind < 9)
    return `"Path${index}"="C:\\\\Program Files\\\\Contoso\\\\Part ${number(900)}\\\\module.dll"\r\n`;
  const bytes = Array.from({ length: 40 }, () => number(256).toString(16).padStart(2, '0'));
  return `"Blob${index}"=hex:${bytes.slice(0, 20).join(',')},\\\r\n  ${bytes.slice(20).join(',')}\r\n`;
}
