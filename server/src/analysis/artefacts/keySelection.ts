import type { RegistryTableBuilder } from './registryTable.ts';
import type { UnitWindow } from '../text/unitWindow.ts';

/**
 * Says of the path of a key, as it is written, whether the key is wanted: -1 where it is. Else how many characters of the
 * path say already that neither it nor any key below them is; 0 where nothing follows from it for other keys.
 */
export type KeyFilter = (path: string) => number;

/** Picks the wanted keys of a file that is read window by window, without making strings of the others. */
export class KeySelection {
  /** Numbers of the wanted keys. */
  readonly keys: number[] = [];
  readonly #filter: KeyFilter;
  #seen = 0;
  /** Start of a path below which no key is wanted, with its backslash: exports list the keys of a tree together. */
  #unwanted: Uint16Array = new Uint16Array();

  constructor(filter: KeyFilter) {
    this.#filter = filter;
  }

  /** Looks at the keys that the window has added to the table. */
  addFrom(table: RegistryTableBuilder, { units, base }: UnitWindow): void {
    const { pathStart, pathEnd } = table.keys;
    for (; this.#seen < table.keyCount; this.#seen++) {
      const start = (pathStart[this.#seen] ?? 0) - base;
      const end = (pathEnd[this.#seen] ?? 0) - base;
      if (this.#isUnwanted(units, start, end)) continue;
      const path = String.fromCharCode(...units.subarray(start, Math.min(end, start + longestPath)));
      const known = this.#filter(path);
      if (known < 0) this.keys.push(this.#seen);
      else this.#unwanted = known === 0 ? new Uint16Array() : below(units.subarray(start, start + known));
    }
  }

  #isUnwanted(units: Uint16Array, start: number, end: number): boolean {
    const { length } = this.#unwanted;
    if (length === 0 || length > end - start) return false;
    for (let i = 0; i < length; i++) if (units[start + i] !== this.#unwanted[i]) return false;
    return true;
  }
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
