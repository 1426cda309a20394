import { ByteWindow, windowSlack } from '../text/byteWindow.ts';
import { numberIn, wasmModule, type WasmNumbers } from '../text/wasmModule.ts';
import { classes } from './characterClasses.ts';
import { fillFirstWords } from './firstWords.ts';
import { messagesWasm } from './messagesWasm.ts';
import type { PhraseTree } from './phraseTree.ts';

/** An instance of `server/wasm/messages.ts`: what it reads and writes in its memory, as typed arrays. */
export class MessageModule {
  /** Rows that one `sort` takes at most. */
  readonly mostRows: number;
  /** The stretch of a log's text that the messages of the rows to sort stand in. */
  readonly window: ByteWindow;
  /** For each row to sort where its message begins and ends in the window. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each row to sort the number of its log, doubled, with 1 added where its writer marked it as trouble. */
  readonly marks: Uint16Array;
  /** What `sort` tells of: rows, and of each row where its message is kept, see `sortedMessage`. */
  readonly toldRows: Uint16Array;
  readonly toldPlaces: Uint16Array;
  readonly #exports: MessageExports;
  readonly #message: ByteWindow;
  readonly #found: Int32Array;

  constructor(tree: PhraseTree) {
    compiled ??= wasmModule(messagesWasm);
    const exports = new WebAssembly.Instance(compiled).exports as unknown as MessageExports;
    const at = (name: MessageNumber): number => numberIn(exports, name);
    this.#exports = exports;
    this.#found = plant(exports, tree);
    exports.forget();
    const { buffer } = exports.memory;
    const rows = at('mostRows');
    this.mostRows = rows;
    this.starts = new Uint32Array(buffer, at('rowStarts'), rows);
    this.ends = new Uint32Array(buffer, at('rowEnds'), rows);
    this.marks = new Uint16Array(buffer, at('rowMarks'), rows);
    this.toldRows = new Uint16Array(buffer, at('toldRows'), rows);
    this.toldPlaces = new Uint16Array(buffer, at('toldPlaces'), rows);
    const length = at('windowLength');
    this.window = new ByteWindow(length, new Uint8Array(buffer, at('text'), length + windowSlack));
    this.#message = new ByteWindow(length, new Uint8Array(buffer, at('message'), length + windowSlack));
  }

  /** The leaves of the phrases that stand in a message, each once; of a longer one in its first 64K units. */
  find(message: string): Int32Array {
    this.#message.moveTo(message, 0);
    return this.#found.subarray(0, this.#exports.findIn(this.#message.end));
  }

  /** Answers of how many of the rows it tells: of those that may say something or are marked. */
  sort(rows: number): number {
    return this.#exports.sort(rows);
  }

  /** From now on a kept message is told of only where it is marked. */
  silence(place: number): void {
    this.#exports.silence(place);
  }
}

/** What `toldPlaces` holds beside places. */
export const sortedMessage = {
  /** It is not kept, and may say something. */
  unkept: 0xffff,
  /** It is not kept, and says nothing. */
  silent: 0xfffe,
  /** Added to the place of a message that is told of for the first time since it is kept. */
  fresh: 0x4000,
} as const;

/** Numbers that the module exports: addresses and sizes. */
type MessageNumber =
  | 'mostRows'
  | 'rowStarts'
  | 'rowEnds'
  | 'rowMarks'
  | 'toldRows'
  | 'toldPlaces'
  | 'classes'
  | 'beginnings'
  | 'words'
  | 'text'
  | 'message'
  | 'windowLength'
  | 'tree';

interface MessageExports extends WasmNumbers<MessageNumber> {
  readonly memory: WebAssembly.Memory;
  plant(next: number, ends: number, paths: number, searches: number, found: number, shortest: number): void;
  forget(): void;
  silence(place: number): void;
  findIn(length: number): number;
  sort(rows: number): number;
}

/** Puts the tree into the module's memory, and answers where its leaves are told of that were found. */
function plant(exports: MessageExports, { next, ends, paths }: PhraseTree): Int32Array {
  const { memory } = exports;
  const leaves = paths.length;
  const nextAt = numberIn(exports, 'tree');
  const endsAt = nextAt + next.byteLength;
  const pathsAt = endsAt + ends.byteLength;
  const searchesAt = pathsAt + 4 * (leaves + 1);
  const foundAt = searchesAt + 4 * leaves;
  const bytesAt = foundAt + 4 * leaves;
  const size = bytesAt + paths.reduce((sum, { length }) => sum + length, 0);
  memory.grow(Math.max(0, Math.ceil((size - memory.buffer.byteLength) / 0x10000)));

  const { buffer } = memory;
  const bytes = new Uint8Array(buffer);
  const table = (name: 'beginnings' | 'words'): Uint8Array =>
    bytes.subarray(numberIn(exports, name)).subarray(0, 0x10000);
  bytes.set(classes, numberIn(exports, 'classes'));
  new Int32Array(buffer, nextAt).set(next);
  new Int32Array(buffer, endsAt).set(ends);
  const starts = new Uint32Array(buffer, pathsAt, leaves + 1);
  starts[0] = bytesAt;
  for (const [leaf, path] of paths.entries()) {
    const at = starts[leaf] ?? 0;
    bytes.set(path, at);
    starts[leaf + 1] = at + path.length;
  }
  const shortest = fillFirstWords(paths, table('beginnings'), table('words'));
  exports.plant(nextAt, endsAt, pathsAt, searchesAt, foundAt, shortest);
  return new Int32Array(buffer, foundAt, leaves);
}

let compiled: WebAssembly.Module | undefined;
