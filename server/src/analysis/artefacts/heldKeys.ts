import type { ByteSource } from '../text/byteSource.ts';
import { detached } from '../text/detached.ts';
import { lastNotAbove } from '../text/sortedNumbers.ts';
import { textAgain, type TextPieces } from '../text/textPieces.ts';
import type { RegistryKey } from './artefact.ts';
import { readKey } from './registryKeyAt.ts';
import type { RegistryTable } from './registryTable.ts';

/** Units that are read again at a time, as wanted keys mostly stand together. */
const stretchLength = 0x8000;

/** Reads some keys of a registry file again whose text was let go. `wanted` are their numbers, rising. */
export function heldKeys(
  table: RegistryTable,
  wanted: readonly number[],
  source: ByteSource,
  pieces: TextPieces,
): ReadonlyMap<number, RegistryKey> {
  const held = new Map<number, RegistryKey>();
  let stretch = '';
  let from = 0;
  let to = 0;
  for (const key of wanted) {
    const start = table.keyStart[key] ?? 0;
    // What a value is may depend on what stands behind it in its line.
    const line = lastNotAbove(pieces.lineStarts, table.keyEnd[key] ?? 0);
    const end = pieces.lineStarts[line + 1] ?? pieces.length;
    if (start < from || end > to) {
      from = start;
      to = Math.max(end, Math.min(start + stretchLength, pieces.length));
      stretch = textAgain(source, pieces, from, to);
    }
    held.set(key, readKey(table, key, detached(stretch.slice(start - from, end - from)), start));
  }
  return held;
}
