import type { RegistryEntry } from '../../catalogue/types.ts';
import { keyPathSegments, matchKeySegments } from './registryPath.ts';

export interface RegistryLookup {
  readonly entry: RegistryEntry;
  /** What the holes of the entry's key pattern stood for. */
  readonly captures: readonly string[];
}

/**
 * What the catalogue knows of a key (`valueName` null) or of a value (`''` for the default one). The first entry
 * of the list that fits wins, so an entry for any value (`*`) stands behind those for single ones.
 */
export function findRegistryEntry(
  entries: readonly RegistryEntry[],
  keyPath: string,
  valueName: string | null,
): RegistryLookup | null {
  const segments = keyPathSegments(keyPath);
  for (const entry of entries) {
    if (!fitsValue(entry.value, valueName)) continue;
    const match = matchKeySegments(entry.key.split('\\'), segments);
    if (match !== null) return { entry, captures: match.captures };
  }
  return null;
}

function fitsValue(wanted: string | null, name: string | null): boolean {
  if (wanted === null || name === null) return wanted === name;
  if (wanted === '*') return true;
  return (wanted === '@' ? '' : wanted.toUpperCase()) === name.toUpperCase();
}
