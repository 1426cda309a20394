import type { Catalogue, DsregcmdEntry, RegistryEntry } from '../../catalogue/types.ts';
import type { RegistryArtefact } from '../artefacts/artefact.ts';
import type { KeyFilter } from '../artefacts/keySelection.ts';
import { keyPathAt } from '../artefacts/registryKeyAt.ts';
import { keyPathSegments, matchKeySegments, wow64Original } from '../artefacts/registryPath.ts';
import { createKeyFilter } from './keyFilter.ts';

/** A registry entry that a key or value is an instance of. */
export interface RegistryMatch {
  readonly entry: RegistryEntry;
  /** What the holes of the entry's key pattern stood for, in order. */
  readonly captures: readonly string[];
}

/** A key of a snapshot that the catalogue knows, by its number. */
export interface KnownKey {
  readonly index: number;
  /** As `SnapshotEntries.ofKey` gives them; never empty. */
  readonly matches: readonly RegistryMatch[];
}

/** Finds the catalogue's entries for what stands in a snapshot. Built once from the catalogue. */
export interface SnapshotEntries {
  /** The entries of all values, and of the key itself, below one key; empty for keys that nobody knows. */
  ofKey(path: string): readonly RegistryMatch[];
  /** All keys of a snapshot that have entries, in its order. Looks at the others no longer than it takes to tell. */
  knownKeys(artefact: RegistryArtefact): readonly KnownKey[];
  /** Tells which keys have entries. */
  readonly keyFilter: KeyFilter;
  ofField(section: string, name: string): DsregcmdEntry | null;
}

/** Prepares the look-up. A 32-bit copy of a key (WOW6432Node) matches nothing: it is never authoritative. */
export function createSnapshotEntries(catalogue: Catalogue): SnapshotEntries {
  const byPattern = new Map<string, RegistryEntry[]>();
  for (const entry of catalogue.registry) {
    const list = byPattern.get(entry.key.toLowerCase());
    if (list === undefined) byPattern.set(entry.key.toLowerCase(), [entry]);
    else list.push(entry);
  }
  const patterns = [...byPattern.values()].map((entries) => ({
    segments: (entries[0]?.key ?? '').split('\\'),
    entries,
  }));
  const fields = new Map<string, DsregcmdEntry[]>();
  for (const entry of catalogue.dsregcmd) {
    for (const name of [entry.field, ...entry.aliases]) {
      const key = foldField(name);
      const list = fields.get(key);
      if (list === undefined) fields.set(key, [entry]);
      else list.push(entry);
    }
  }
  const keyFilter = createKeyFilter([...byPattern.keys()]);
  const ofKey = (path: string): readonly RegistryMatch[] => {
    if (wow64Original(path) !== null) return [];
    const segments = keyPathSegments(path);
    return patterns.flatMap((pattern) => {
      const match = matchKeySegments(pattern.segments, segments);
      if (match === null) return [];
      return pattern.entries.map((entry) => ({ entry, captures: match.captures }));
    });
  };
  return {
    ofKey,
    keyFilter,
    knownKeys(artefact) {
      const known: KnownKey[] = [];
      // Start of the paths below a key that has no entries, and none below it.
      let unknown: string | null = null;
      for (const index of keysToLookAt(artefact)) {
        const path = keyPathAt(artefact, index);
        if (unknown !== null && path.startsWith(unknown)) continue;
        const length = keyFilter(path);
        if (length < 0) known.push({ index, matches: ofKey(path) });
        else unknown = length === 0 ? null : `${path.slice(0, length)}\\`;
      }
      return known;
    },
    ofField(section, name) {
      const candidates = fields.get(foldField(name)) ?? [];
      const inSection = candidates.find((entry) => entry.section?.toLowerCase() === section.toLowerCase());
      return inSection ?? candidates[0] ?? null;
    },
  };
}

/** The entry that describes one value of a key: its own name before `*`. */
export function entryOfValue(matches: readonly RegistryMatch[], name: string): RegistryMatch | null {
  const wanted = name === '' ? '@' : name.toLowerCase();
  return (
    matches.find(({ entry }) => entry.value?.toLowerCase() === wanted) ??
    matches.find(({ entry }) => entry.value === '*') ??
    null
  );
}

/** Of a snapshot whose text was let go, only the keys are there that were wanted then. */
function keysToLookAt({ text, table }: RegistryArtefact): Iterable<number> {
  return text === '' ? table.held.keys() : Array.from({ length: table.keyCount }, (_, index) => index);
}

function foldField(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}
