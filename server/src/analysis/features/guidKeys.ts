import type { RegistryEntry } from '../../catalogue/types.ts';
import type { RegistryKey } from '../artefacts/artefact.ts';
import { keyPathAt, registryKeyAt } from '../artefacts/registryKeyAt.ts';
import { keyPathSegments, plainGuid } from '../artefacts/registryPath.ts';
import type { Place, Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';
import { placeInHeader } from './guidPlaces.ts';

/** A place in the registry that belongs to a GUID: the key named after it, with everything that was exported below. */
export interface GuidKey {
  /** The path up to and with the GUID, in its short form. */
  readonly path: string;
  /** What the catalogue says of such a key; null where it does not know it. */
  readonly entry: RegistryEntry | null;
  /** The blocks of that key itself, in the order of files and offsets; empty where only deeper keys were exported. */
  readonly blocks: readonly RegistryKey[];
  /** The GUID in the header of the first block, or of the first key below where the key itself has none. */
  readonly place: Place;
}

/**
 * The keys named after one GUID in all registry snapshots of a case: first the home of the GUID (such as the
 * enrollment itself), then the others that the catalogue knows, then the rest; each path once.
 */
export function keysOfGuid(
  readings: readonly Reading[],
  guid: string,
  entries: SnapshotEntries,
): readonly GuidKey[] {
  const found = new Map<string, Gathered>();
  for (const reading of readings) {
    if (reading.artefact.type !== 'registry') continue;
    const { artefact } = reading;
    for (let i = 0; i < artefact.table.keyCount; i++) {
      if (artefact.table.deleted[i] === 1 || !keyPathAt(artefact, i).toUpperCase().includes(guid)) continue;
      gather(found, reading, registryKeyAt(artefact, i), guid);
    }
  }
  const keys = [...found.values()].map(({ path, blocks, place }): GuidKey => ({
    path,
    entry: entryOf(path, entries),
    blocks,
    place,
  }));
  return keys.toSorted((left, right) => rank(left) - rank(right));
}

interface Gathered {
  readonly path: string;
  readonly blocks: RegistryKey[];
  place: Place;
}

function gather(found: Map<string, Gathered>, reading: Reading, key: RegistryKey, guid: string): void {
  const segments = keyPathSegments(key.path);
  const at = segments.findIndex((segment) => plainGuid(segment) === guid);
  if (at < 0) return;
  const path = segments.slice(0, at + 1).join('\\');
  const place = placeInHeader(reading.path, key, guid);
  const isItself = at === segments.length - 1;
  const known = found.get(path.toUpperCase());
  if (known === undefined) {
    found.set(path.toUpperCase(), { path, blocks: isItself ? [key] : [], place });
    return;
  }
  if (!isItself) return;
  if (known.blocks.length === 0) known.place = place;
  known.blocks.push(key);
}

/** The entry of the key itself, else the one of a value that makes the key known. */
function entryOf(path: string, entries: SnapshotEntries): RegistryEntry | null {
  return entries.ofKey(path).find(({ entry }) => entry.value === null)?.entry ?? null;
}

function rank({ entry }: GuidKey): number {
  if (entry === null) return 2;
  return entry.isHome === true ? 0 : 1;
}
