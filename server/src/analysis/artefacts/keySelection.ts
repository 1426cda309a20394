import { lastNotAbove } from '../text/sortedNumbers.ts';
import type { UnitWindow } from '../text/unitWindow.ts';
import { detached } from '../text/detached.ts';
import type { RegistryKey } from './artefact.ts';
import { readKey } from './registryKeyAt.ts';
import { lineEndFrom } from './registryFileUnits.ts';
import type { RegistryTable, RegistryTableBuilder } from './registryTable.ts';

/**
 * Says of the path of a key, as it is written, whether the key is wanted: -1 where it is. Else how many characters of the
 * path say already that neither it nor any key below them is; 0 where nothing follows from it for other keys.
 */
export type KeyFilter = (path: string) => number;

/** Picks the wanted keys of a file that is read window by window, without making strings of the others. */
export class KeySelection {
  readonly #filter: KeyFilter;
  readonly #held = new Map<number, RegistryKey>();
  /** Wanted keys that go on behind the window in which they begin. */
  readonly #long: number[] = [];
  #seen = 0;
  /** Start of a path below which no key is wanted, with its backslash: exports list the keys of a tree together. */
  #unwanted: Uint16Array = new Uint16Array();

  constructor(filter: KeyFilter) {
    this.#filter = filter;
  }

  /** Looks at the keys that the window has added to the table. */
  addFrom(table: RegistryTableBuilder, window: UnitWindow): void {
    const { rows } = table;
    for (; this.#seen < rows.keyCount; this.#seen++) {
      if (!this.#isWanted(rows, this.#seen, window)) continue;
      const key = this.#seen === rows.keyCount - 1 && !window.isLast ? null : keyIn(window, rows, this.#seen);
      if (key === null) this.#long.push(this.#seen);
      else this.#held.set(this.#seen, key);
    }
  }

  /** All wanted keys, by their numbers, which rise. `textBetween` reads a stretch of the text again. */
  finish(
    table: RegistryTable,
    lineStarts: Uint32Array,
    textBetween: (start: number, end: number) => string,
  ): ReadonlyMap<number, RegistryKey> {
    for (const key of this.#long) {
      const start = table.keyStart[key] ?? 0;
      const end = lineStarts[lastNotAbove(lineStarts, table.keyEnd[key] ?? 0) + 1];
      const text = detached(textBetween(start, end ?? Number.POSITIVE_INFINITY));
      this.#held.set(key, readKey('registry-file', table, key, text, start));
    }
    return new Map([...this.#held].sort(([left], [right]) => left - right));
  }

  #isWanted(table: RegistryTable, key: number, { units, base }: UnitWindow): boolean {
    const start = (table.pathStart[key] ?? 0) - base;
    const end = (table.pathEnd[key] ?? 0) - base;
    if (start + this.#unwanted.length <= end && this.#isBelowUnwanted(units, start)) return false;
    const path = String.fromCharCode(...units.subarray(start, Math.min(end, start + longestPath)));
    const length = this.#filter(path);
    if (length >= 0) {
      this.#unwanted = length === 0 ? new Uint16Array() : below(units.subarray(start, start + length));
    }
    return length < 0;
  }

  #isBelowUnwanted(units: Uint16Array, start: number): boolean {
    const unwanted = this.#unwanted;
    for (let i = 0; i < unwanted.length; i++) if (units[start + i] !== unwanted[i]) return false;
    return unwanted.length > 0;
  }
}

/** The key, where the window holds it up to the end of its last line: what a value is may depend on what stands there. */
function keyIn(window: UnitWindow, table: RegistryTable, key: number): RegistryKey | null {
  const { units, length, base, isLast } = window;
  const start = table.keyStart[key] ?? 0;
  const lineEnd = lineEndFrom(units, (table.keyEnd[key] ?? 0) - base, length);
  if (lineEnd === length && !isLast) return null;
  return readKey('registry-file', table, key, window.textBetween(start - base, lineEnd + 1), start);
}

/** The start of every path below one. */
function below(path: Uint16Array): Uint16Array {
  const start = new Uint16Array(path.length + 1);
  start.set(path);
  start[path.length] = backslash;
  return start;
}

const backslash = 92;

/** Characters of a path that are looked at. Windows has no longer ones. */
const longestPath = 0x8000;
