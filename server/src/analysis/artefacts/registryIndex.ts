import type { Artefact, RegistryArtefact, RegistryKey, RegistryValue } from './artefact.ts';
import { keyPathAt, registryKeys } from './registryKeyAt.ts';
import { captureOf, isHole, keyPathSegments, matchSegment } from './registryPath.ts';

/** A key block and where it stands: `artefact` is the place of its file in the list given to the index. */
export interface IndexedKey {
  readonly artefact: number;
  /** Normalised: `HKLM\...`. */
  readonly path: string;
  readonly key: RegistryKey;
}

export interface IndexedValue extends IndexedKey {
  readonly value: RegistryValue;
}

/** What a pattern found: the key blocks of one path, in the order of files and offsets. */
export interface FoundKey {
  readonly path: string;
  /** What `*`, `{guid}` and `**` stood for. */
  readonly captures: readonly string[];
  readonly blocks: readonly IndexedKey[];
}

export type KeyPresence = 'present' | 'absent-under-exported-parent' | 'not-exported';
export type ValuePresence = 'present' | 'absent-from-exported-key' | 'not-exported';

/** One level of the tree of all keys. */
interface Level {
  /** By folded name. */
  readonly children: Map<string, Level>;
  /** As written where it was first seen. */
  readonly name: string;
  readonly blocks: IndexedKey[];
}

/**
 * All registry snapshots of a case as one tree. A later file, and a later block in one file, counts as the newer
 * one, as it does when Windows imports them. Keys and values that a file deletes are instructions, no observations,
 * and stay out.
 */
export class RegistryIndex {
  readonly #root: Level = newLevel('');
  /** For each artefact whether it shows whole trees, so that a missing key below an exported one is missing. */
  readonly #isRecursive = new Map<number, boolean>();
  /** How many registry snapshots there are. */
  readonly snapshots: number;

  /** `artefacts` may hold files of any kind; places name positions in this list. */
  constructor(artefacts: readonly Artefact[]) {
    let snapshots = 0;
    for (const [number, artefact] of artefacts.entries()) {
      if (artefact.type !== 'registry') continue;
      snapshots++;
      this.#isRecursive.set(number, showsWholeTrees(artefact));
      for (const key of registryKeys(artefact)) if (!key.deleted) this.#add(number, key);
    }
    this.snapshots = snapshots;
  }

  /** The blocks of one key, oldest first; empty where none is exported. */
  key(path: string): readonly IndexedKey[] {
    return this.#level(keyPathSegments(path))?.blocks ?? [];
  }

  /** The value of that name as the newest snapshot has it; `''` or `@` is the default value. */
  value(path: string, name: string): IndexedValue | null {
    return newestValue(this.key(path), name);
  }

  /** All exported keys that fit a pattern of the catalogue, in the order in which they were first seen. */
  keys(pattern: string): readonly FoundKey[] {
    const found: FoundKey[] = [];
    const add = (path: readonly string[], captures: readonly string[], level: Level): void => {
      if (level.blocks.length > 0) found.push({ path: path.join('\\'), captures, blocks: level.blocks });
    };
    let open: { path: string[]; captures: string[]; level: Level }[] = [
      { path: [], captures: [], level: this.#root },
    ];
    const segments = pattern.split('\\');
    for (const [i, wanted] of segments.entries()) {
      if (wanted === '**' && i === segments.length - 1) {
        for (const from of open) {
          for (const below of descendants(from.level)) {
            add([...from.path, ...below.path], [...from.captures, below.path.join('\\')], below.level);
          }
        }
        return found;
      }
      open = open.flatMap(({ path, captures, level }) =>
        matchingChildren(level, wanted).map((child) => ({
          path: [...path, child.name],
          captures: isHole(wanted) ? [...captures, captureOf(wanted, child.name)] : captures,
          level: child,
        })),
      );
    }
    for (const { path, captures, level } of open) add(path, captures, level);
    return found;
  }

  /**
   * Whether a key is there, is missing although its surroundings were exported, or cannot be known. A PowerShell
   * list and a plain `reg query` show single keys, so nothing follows from what they lack.
   */
  keyExported(path: string): KeyPresence {
    let level: Level | undefined = this.#root;
    // Whether the nearest level above was exported with everything below it.
    let isShownWhole = false;
    for (const segment of keyPathSegments(path)) {
      level = level.children.get(segment.toUpperCase());
      if (level === undefined) return isShownWhole ? 'absent-under-exported-parent' : 'not-exported';
      isShownWhole ||= level.blocks.some((block) => this.#isRecursive.get(block.artefact) === true);
    }
    // A key that was only passed through on the way to an exported one exists as well.
    return 'present';
  }

  /** The same for a value: every text form of a snapshot shows all values of a key that it shows. */
  valueExported(path: string, name: string): ValuePresence {
    if (this.value(path, name) !== null) return 'present';
    const hasBlock = this.key(path).length > 0;
    return hasBlock || this.keyExported(path) === 'absent-under-exported-parent'
      ? 'absent-from-exported-key'
      : 'not-exported';
  }

  #add(artefact: number, key: RegistryKey): void {
    const segments = keyPathSegments(key.path);
    if (segments.length === 0) return;
    let level = this.#root;
    for (const segment of segments) {
      const folded = segment.toUpperCase();
      let child = level.children.get(folded);
      if (child === undefined) {
        child = newLevel(segment);
        level.children.set(folded, child);
      }
      level = child;
    }
    level.blocks.push({ artefact, path: segments.join('\\'), key });
  }

  #level(segments: readonly string[]): Level | undefined {
    let level: Level | undefined = this.#root;
    for (const segment of segments) level = level?.children.get(segment.toUpperCase());
    return level;
  }
}

/** The value of that name in the newest of these blocks that has it and does not delete it. */
export function newestValue(blocks: readonly IndexedKey[], name: string): IndexedValue | null {
  const folded = name === '@' ? '' : name.toUpperCase();
  const block = blocks.findLast((one) => one.key.values.some((value) => value.name.toUpperCase() === folded));
  const value = block?.key.values.findLast((one) => one.name.toUpperCase() === folded);
  if (block === undefined || value === undefined || value.data.kind === 'deleted') return null;
  return { ...block, value };
}

function newLevel(name: string): Level {
  return { children: new Map(), name, blocks: [] };
}

function matchingChildren(level: Level, wanted: string): readonly Level[] {
  if (!isHole(wanted)) {
    const child = level.children.get(wanted.toUpperCase());
    return child === undefined ? [] : [child];
  }
  return [...level.children.values()].filter((child) => matchSegment(wanted, child.name));
}

function* descendants(from: Level): Generator<{ readonly path: readonly string[]; readonly level: Level }> {
  const open: { path: readonly string[]; level: Level }[] = [{ path: [], level: from }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.path.length > 0) yield next;
    for (const child of [...next.level.children.values()].reverse()) {
      open.push({ path: [...next.path, child.name], level: child });
    }
  }
}

function showsWholeTrees(artefact: RegistryArtefact): boolean {
  switch (artefact.kind) {
    case 'registry-file':
    case 'registry-text':
      return true;
    case 'registry-query':
      // With /s keys follow at every depth; without it only those directly below the key that was asked for.
      return isTwoLevelsDeep(artefact);
    case 'registry-powershell':
      return false;
  }
}

function isTwoLevelsDeep(artefact: RegistryArtefact): boolean {
  const { keyCount } = artefact.table;
  const first = keyCount === 0 ? '' : `${keyPathAt(artefact, 0).toUpperCase()}\\`;
  for (let i = 1; i < keyCount; i++) {
    const folded = keyPathAt(artefact, i).toUpperCase();
    if (folded.startsWith(first) && folded.includes('\\', first.length)) return true;
  }
  return false;
}
