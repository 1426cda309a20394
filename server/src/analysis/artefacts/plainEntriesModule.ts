import { bytesOfBase64 } from '../text/base64.ts';
import { slackUnits } from '../text/unitWindow.ts';
import { plainEntriesWasm } from './plainEntriesWasm.ts';
import type { KeyColumns, ValueColumns } from './registryTable.ts';

/** An instance of `server/wasm/plainEntries.ts`: what it reads and writes in its memory, as typed arrays. */
export class PlainEntriesModule {
  /** UTF-16 units of the longest window. */
  static readonly windowLength = 0x8000;

  /** Where the window goes, with room behind it that is looked at and decides nothing. */
  readonly units: Uint16Array<ArrayBuffer>;
  /** The rows of the last `read`, as many as `keyCount` and `valueCount` tell; the others are left over. */
  readonly keys: Omit<KeyColumns, 'deleted'>;
  readonly values: ValueColumns;
  /** Where the lines begin that the last `read` went over, save the first one: as many as `lineCount` tells. */
  readonly lineStarts: Uint32Array;
  readonly #exports: PlainEntriesExports;
  readonly #root: Uint16Array;
  #learned: Uint16Array | null = null;
  readonly #counts: Uint32Array;
  readonly #openKeyEnd: Uint32Array;

  constructor() {
    compiled ??= new WebAssembly.Module(bytesOfBase64(plainEntriesWasm));
    this.#exports = new WebAssembly.Instance(compiled).exports as unknown as PlainEntriesExports;
    const { buffer } = this.#exports.memory;
    const keyColumn = (column: number, row = 0): Uint32Array =>
      new Uint32Array(buffer, keysAt + 4 * (column * mostKeys + row), mostKeys - row);
    const valueColumn = (column: number): Uint32Array =>
      new Uint32Array(buffer, valuesAt + 4 * column * mostValues, mostValues);
    this.keys = {
      keyStart: keyColumn(0),
      keyEnd: keyColumn(1, 1),
      pathStart: keyColumn(2),
      pathEnd: keyColumn(3),
      firstValue: keyColumn(4),
    };
    this.values = {
      valueStart: valueColumn(0),
      valueEnd: valueColumn(1),
      nameEnd: valueColumn(2),
      dataStart: valueColumn(3),
    };
    this.#counts = new Uint32Array(buffer, countsAt, 3);
    this.#openKeyEnd = keyColumn(1).subarray(0, 1);
    this.lineStarts = new Uint32Array(buffer, linesAt, PlainEntriesModule.windowLength);
    this.#root = new Uint16Array(buffer, rootAt, 0x40);
    this.units = new Uint16Array(buffer, windowAt, PlainEntriesModule.windowLength + slackUnits);
  }

  /** Whether these units stand in the window from its start on. */
  holds(units: Uint16Array): boolean {
    return units.buffer === this.units.buffer;
  }

  /**
   * Reads plain entries of the window from `from` on, see the module. `base` is the offset in the text of the first
   * unit, `firstValue` the number of the first value that is read.
   */
  read(
    from: number,
    end: number,
    base: number,
    firstValue: number,
    hasKey: boolean,
    isAnsi: boolean,
  ): number {
    return this.#exports.read(from, end, base, firstValue, hasKey ? 1 : 0, isAnsi ? 1 : 0);
  }

  /** How many keys the last `read` made. */
  get keyCount(): number {
    return this.#counts[0] ?? 0;
  }

  get valueCount(): number {
    return this.#counts[1] ?? 0;
  }

  /** Where the key ends that was open before the last `read`; 0 where it got no value. */
  get openKeyEnd(): number {
    return this.#openKeyEnd[0] ?? 0;
  }

  get lineCount(): number {
    return this.#counts[2] ?? 0;
  }

  /** From now on keys below this root, the units of its long name, are plain, and no others. Before the first `read`. */
  learnRoot(name: Uint16Array): void {
    if (name === this.#learned) return;
    this.#learned = name;
    this.#root[0] = openBracket;
    for (let i = 0; i < name.length; i++) this.#root[i + 1] = name[i] ?? 0;
    this.#root[name.length + 1] = backslash;
    this.#exports.learnRoot(2 * name.length + 4);
  }
}

/** What the module exports; addresses in bytes, offsets in UTF-16 units. */
interface PlainEntriesExports {
  readonly memory: WebAssembly.Memory;
  read(from: number, end: number, base: number, firstValue: number, hasKey: number, isAnsi: number): number;
  learnRoot(bytes: number): void;
}

const openBracket = 91;
const backslash = 92;

// Where things stand in the module's memory.
const rootAt = 0x400;
const countsAt = 0x7f0;
const keysAt = 0x800;
const mostKeys = 0x1000;
const valuesAt = keysAt + 5 * 4 * mostKeys;
const mostValues = 0x2000;
const linesAt = valuesAt + 4 * 4 * mostValues;
const windowAt = 0x60000;

let compiled: WebAssembly.Module | undefined;
let shared: PlainEntriesModule | undefined;

/** The one for all files: it is large, and files are read one after the other. */
export function plainEntries(): PlainEntriesModule {
  return (shared ??= new PlainEntriesModule());
}
