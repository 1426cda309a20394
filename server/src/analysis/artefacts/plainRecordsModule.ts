import { windowSlack } from '../text/byteWindow.ts';
import { numberIn, wasmModule, type WasmNumbers } from '../text/wasmModule.ts';
import type { RecordColumns } from './columns.ts';
import { plainRecordsWasm } from './plainRecordsWasm.ts';

/** An instance of `server/wasm/plainRecords.ts`: what it reads and writes in its memory, as typed arrays. */
export class PlainRecordsModule {
  /** UTF-16 units of the longest window. */
  readonly windowLength: number;
  /** Rows that one `read` makes at most. */
  readonly mostRows: number;
  /** So many middles can be learned before some have to be forgotten. */
  readonly mostLearned: number;
  /** Where the window goes, with room behind it that is looked at and decides nothing. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** The rows of the last `read`, as many as `rowCount` tells; the others are left over. */
  readonly rows: RecordColumns;
  readonly #exports: PlainRecordsExports;
  readonly #learned: Uint8Array;
  readonly #lines: Uint32Array;

  constructor() {
    compiled ??= wasmModule(plainRecordsWasm);
    const exports = new WebAssembly.Instance(compiled).exports as unknown as PlainRecordsExports;
    const at = (name: PlainRecordsNumber): number => numberIn(exports, name);
    const { buffer } = exports.memory;
    const rows = at('mostRows');
    this.#exports = exports;
    this.windowLength = at('windowLength');
    this.mostRows = rows;
    this.mostLearned = at('mostMiddles');
    this.rows = {
      localTime: new Float64Array(buffer, at('localTime'), rows),
      start: new Uint32Array(buffer, at('start'), rows),
      end: new Uint32Array(buffer, at('end'), rows),
      messageStart: new Uint32Array(buffer, at('messageStart'), rows),
      messageEnd: new Uint32Array(buffer, at('messageEnd'), rows),
      thread: new Uint32Array(buffer, at('thread'), rows),
      bias: new Int16Array(buffer, at('bias'), rows),
      component: new Uint16Array(buffer, at('component'), rows),
      type: new Uint8Array(buffer, at('type'), rows),
      flags: new Uint8Array(buffer, at('flags'), rows),
    };
    this.#learned = new Uint8Array(buffer, at('learned'), at('localTime') - at('learned'));
    this.#lines = new Uint32Array(buffer, at('lines'), this.windowLength);
    this.text = new Uint8Array(buffer, at('text'), this.windowLength + windowSlack);
  }

  /** Reads plain records from `from` on, see the module. All three count in bytes, `base` from the log's start. */
  read(from: number, to: number, base: number): number {
    return this.#exports.read(from, to, base);
  }

  get rowCount(): number {
    return this.#exports.rows();
  }

  /** Where the lines begin that the last `read` went over, save the first one. */
  get lineStarts(): Uint32Array {
    return this.#lines.subarray(0, this.#exports.lineStarts());
  }

  /** Whether the last record was left because nobody has learned what stands in the middle of its attributes. */
  get wouldLearn(): boolean {
    return this.#exports.wouldLearn() !== 0;
  }

  /** Learns up to `mostLearned`. `middle` is ASCII: what stands between the time of a record and its thread. */
  learn(middle: string, bias: number, midnight: number, component: number, type: number): void {
    const { written } = encoder.encodeInto(middle, this.#learned);
    this.#exports.learn(written, bias, midnight, component, type);
  }

  forget(): void {
    this.#exports.forget();
  }
}

/** Numbers that the module exports: addresses, by the names of columns where they are those of columns, and sizes. */
type PlainRecordsNumber =
  keyof RecordColumns | 'learned' | 'lines' | 'text' | 'mostRows' | 'mostMiddles' | 'windowLength';

interface PlainRecordsExports extends WasmNumbers<PlainRecordsNumber> {
  readonly memory: WebAssembly.Memory;
  read(from: number, to: number, base: number): number;
  rows(): number;
  lineStarts(): number;
  wouldLearn(): number;
  learn(length: number, bias: number, midnight: number, component: number, type: number): void;
  forget(): void;
}

const encoder = new TextEncoder();

let compiled: WebAssembly.Module | undefined;
