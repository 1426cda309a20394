import { ByteWindow } from '../text/byteWindow.ts';
import { bytesOfBase64 } from '../text/base64.ts';
import { classes } from './characterClasses.ts';
import { fillFirstWords } from './firstWords.ts';
import { messagesWasm } from './messagesWasm.ts';
import type { PhraseTree } from './phraseTree.ts';

/** Rows that one `sort` takes at most. */
export const mostSortedRows = 0x400;

/** An instance of `server/wasm/messages.ts`: what it reads and writes in its memory, as typed arrays. */
export class MessageModule {
  /** The stretch of a log's text that the messages of the rows to sort stand in. */
  readonly window: ByteWindow;
  /** For each row to sort where its message begins and ends in the window. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** For each row to sort the number of its log, doubled, with 1 added where its writer marked it as trouble. */
  readonly marks: Uint16Array;
  /** What `sort` tells of: rows, and of each row where its message is kept, see `SortedMessage`. */
  readonly toldRows: Uint16Array;
  readonly toldPlaces: Uint16Array;
  readonly #exports: MessageExports;
  readonly #message: ByteWindow;
  readonly #found: Int32Array;
  /** Whose messages are kept. */
  #owner: object | null = null;

  constructor(tree: PhraseTree) {
    const leaves = tree.paths.length;
    const pathBytes = tree.paths.reduce((sum, { length }) => sum + length, 0);
    const nextAt = treeAt;
    const endsAt = nextAt + 4 * tree.next.length;
    const pathsAt = endsAt + 4 * tree.ends.length;
    const searchesAt = pathsAt + 4 * (leaves + 1);
    const foundAt = searchesAt + 4 * leaves;
    const bytesAt = foundAt + 4 * leaves;
    const pages = Math.ceil((bytesAt + pathBytes) / 0x10000);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const { buffer } = memory;
    const bytes = new Uint8Array(buffer);

    bytes.set(classes, classesAt);
    const beginnings = bytes.subarray(beginningsAt, beginningsAt + 0x10000);
    const words = bytes.subarray(wordsAt, wordsAt + 0x10000);
    const shortest = fillFirstWords(tree.paths, beginnings, words);
    new Int32Array(buffer, nextAt).set(tree.next);
    new Int32Array(buffer, endsAt).set(tree.ends);
    const paths = new Uint32Array(buffer, pathsAt, leaves + 1);
    let pathAt = bytesAt;
    for (const [leaf, path] of tree.paths.entries()) {
      paths[leaf] = pathAt;
      bytes.set(path, pathAt);
      pathAt += path.length;
    }
    paths[leaves] = pathAt;

    compiled ??= new WebAssembly.Module(bytesOfBase64(messagesWasm));
    this.#exports = new WebAssembly.Instance(compiled, { env: { memory } })
      .exports as unknown as MessageExports;
    this.#exports.plant(nextAt, endsAt, pathsAt, searchesAt, foundAt, shortest);
    this.#exports.forget();
    this.#found = new Int32Array(buffer, foundAt, leaves);
    this.starts = new Uint32Array(buffer, 0x400, mostSortedRows);
    this.ends = new Uint32Array(buffer, 0x400 + 4 * mostSortedRows, mostSortedRows);
    this.marks = new Uint16Array(buffer, 0x400 + 8 * mostSortedRows, mostSortedRows);
    this.toldRows = new Uint16Array(buffer, 0x400 + 10 * mostSortedRows, mostSortedRows);
    this.toldPlaces = new Uint16Array(buffer, 0x400 + 12 * mostSortedRows, mostSortedRows);
    this.window = new ByteWindow(windowLength, new Uint8Array(buffer, windowAt, windowLength + slack));
    this.#message = new ByteWindow(windowLength, new Uint8Array(buffer, messageAt, windowLength + slack));
  }

  /** The leaves of the phrases that stand in a message, each once; of a longer one in its first 64K units. */
  find(message: string): Int32Array {
    this.#message.moveTo(message, 0);
    return this.#found.subarray(0, this.#exports.find(messageAt, messageAt + this.#message.end));
  }

  /** Sorts the messages of an owner from now on; what is kept of another one's is forgotten. */
  begin(owner: object): void {
    this.window.clear();
    if (this.#owner === owner) return;
    this.#owner = owner;
    this.#exports.forget();
  }

  /** Answers of how many of the rows it tells: of those that may say something or are marked. */
  sort(rows: number): number {
    return this.#exports.sort(rows, windowAt);
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

/** What the module exports; addresses and lengths in bytes. */
interface MessageExports {
  plant(next: number, ends: number, paths: number, searches: number, found: number, shortest: number): void;
  forget(): void;
  silence(place: number): void;
  find(start: number, end: number): number;
  sort(rows: number, text: number): number;
}

// Where things stand in the module's memory.
const classesAt = 0x8000;
const beginningsAt = 0x10000;
const wordsAt = 0x20000;
const windowLength = 0x10000;
const windowAt = 0x250000;
/** Room behind a window that is looked at and decides nothing. */
const slack = 0x400;
const messageAt = 0x260400;
const treeAt = 0x270800;

let compiled: WebAssembly.Module | undefined;
