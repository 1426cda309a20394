import { bytesOfBase64 } from '../text/base64.ts';
import type { RecordColumns } from './columns.ts';
import { plainRecordsWasm } from './plainRecordsWasm.ts';

/** An instance of `server/wasm/plainRecords.ts`: what it reads and writes in its memory, as typed arrays. */
export class PlainRecordsModule {
  /** Rows that one `read` makes at most. */
  static readonly mostRows = 0x400;
  /** So many middles can be learned before some have to be forgotten. */
  static readonly mostLearned = 0x800;
  /** UTF-16 units of the longest window. */
  static readonly windowLength = 0xc000;

  /** Where the window goes, with room behind it that is looked at and decides nothing. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** The rows of the last `read`, as many as `rowCount` tells; the others are left over. */
  readonly rows: RecordColumns;
  readonly #exports: PlainRecordsExports;
  readonly #learned: Uint8Array;
  readonly #lines: Uint32Array;

  constructor() {
    compiled ??= new WebAssembly.Module(bytesOfBase64(plainRecordsWasm));
    this.#exports = new WebAssembly.Instance(compiled).exports as unknown as PlainRecordsExports;
    const { buffer } = this.#exports.memory;
    const rows = PlainRecordsModule.mostRows;
    this.#learned = new Uint8Array(buffer, 0x400, 0x400);
    this.rows = {
      localTime: new Float64Array(buffer, 0x800, rows),
      start: new Uint32Array(buffer, 0x800 + rows * 8, rows),
      end: new Uint32Array(buffer, 0x800 + rows * 12, rows),
      messageStart: new Uint32Array(buffer, 0x800 + rows * 16, rows),
      messageEnd: new Uint32Array(buffer, 0x800 + rows * 20, rows),
      thread: new Uint32Array(buffer, 0x800 + rows * 24, rows),
      bias: new Int16Array(buffer, 0x800 + rows * 28, rows),
      component: new Uint16Array(buffer, 0x800 + rows * 30, rows),
      type: new Uint8Array(buffer, 0x800 + rows * 32, rows),
      flags: new Uint8Array(buffer, 0x800 + rows * 33, rows),
    };
    this.#lines = new Uint32Array(buffer, 0xc0000, PlainRecordsModule.windowLength);
    this.text = new Uint8Array(buffer, 0x100000, PlainRecordsModule.windowLength + 0x400);
  }

  /** Reads plain records from `from` on, see the module. All three count in bytes, `base` from the log's start. */
  read(from: number, end: number, base: number): number {
    return this.#exports.read(from, end, base);
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
    const { written } = new TextEncoder().encodeInto(middle, this.#learned);
    this.#exports.learn(written, bias, midnight, component, type);
  }

  forget(): void {
    this.#exports.forget();
  }
}

/** What the module exports; addresses and lengths in bytes. */
interface PlainRecordsExports {
  readonly memory: WebAssembly.Memory;
  read(from: number, end: number, base: number): number;
  rows(): number;
  lineStarts(): number;
  wouldLearn(): number;
  learn(length: number, bias: number, midnight: number, component: number, type: number): void;
  forget(): void;
}

let compiled: WebAssembly.Module | undefined;
