import { slackUnits } from '../text/unitWindow.ts';
import { numberIn, wasmModule, type WasmNumbers } from '../text/wasmModule.ts';
import { plainEntriesWasm } from './plainEntriesWasm.ts';
import type { KeyColumns, ValueColumns } from './registryTable.ts';

/** An instance of `server/wasm/plainEntries.ts`: what it reads and writes in its memory, as typed arrays. */
export class PlainEntriesModule {
  /** UTF-16 units of the longest window. */
  readonly windowLength: number;
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
    compiled ??= wasmModule(plainEntriesWasm);
    const exports = new WebAssembly.Instance(compiled).exports as unknown as PlainEntriesExports;
    const at = (name: PlainEntriesNumber): number => numberIn(exports, name);
    const { buffer } = exports.memory;
    const [mostKeys, mostValues] = [at('mostKeys'), at('mostValues')];
    const keyColumn = (column: number, row = 0): Uint32Array =>
      new Uint32Array(buffer, at('keyStarts') + 4 * (column * mostKeys + row), mostKeys - row);
    const valueColumn = (column: number): Uint32Array =>
      new Uint32Array(buffer, at('valueStarts') + 4 * column * mostValues, mostValues);
    this.#exports = exports;
    this.windowLength = at('windowLength');
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
    this.#counts = new Uint32Array(buffer, at('counts'), 3);
    this.#openKeyEnd = keyColumn(1).subarray(0, 1);
    this.lineStarts = new Uint32Array(buffer, at('lines'), this.windowLength);
    this.#root = new Uint16Array(buffer, at('root'), 0x40);
    this.units = new Uint16Array(buffer, at('window'), this.windowLength + slackUnits);
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

/** Numbers that the module exports: addresses in bytes, and sizes. */
type PlainEntriesNumber =
  | 'root'
  | 'counts'
  | 'mostKeys'
  | 'keyStarts'
  | 'mostValues'
  | 'valueStarts'
  | 'lines'
  | 'window'
  | 'windowLength';

interface PlainEntriesExports extends WasmNumbers<PlainEntriesNumber> {
  readonly memory: WebAssembly.Memory;
  read(from: number, end: number, base: number, firstValue: number, hasKey: number, isAnsi: number): number;
  learnRoot(bytes: number): void;
}

const openBracket = 91;
const backslash = 92;

let compiled: WebAssembly.Module | undefined;
let shared: PlainEntriesModule | undefined;

/** The one for all files: it is large, and files are read one after the other. */
export function plainEntries(): PlainEntriesModule {
  return (shared ??= new PlainEntriesModule());
}
