import { likelyEncoding, TailDecoder } from '../analysis/index.ts';
import type { Analyser, LogTail, Reading } from '../analysis/index.ts';
import type { FileStat, FileSystem, OpenFile } from './runtime.ts';

/** What a look at a followed file found. */
export type Sight =
  | { readonly kind: 'same' }
  /** It grew, or begins anew; `reading` says what a whole reading of it would. */
  | { readonly kind: 'changed'; readonly reading: Reading; readonly stat: FileStat }
  /** It is there and cannot be followed: its encoding is none that a tail can be read in, or it is locked. */
  | { readonly kind: 'other' };

/** Bytes at the start, and before the place that was read up to, by which a file is known again. */
const knownBytes = 64;
/** Bytes that are read at once. */
const chunkBytes = 256 * 1024;

/**
 * A CCM log on disk that its writer is adding to. Its handle stays open, as Windows tells the size of a file that
 * somebody writes to only to those who ask the file itself. Growth is read from where the last look ended; a file
 * that shrank, that begins otherwise or that stands in place of the old one is read anew.
 */
export class FollowedFile {
  readonly #uri: string;
  readonly #path: string;
  readonly #files: FileSystem;
  readonly #analyser: Analyser;
  /** Whether its readings leave out what the log repeats. */
  readonly condensed: boolean;
  #state: State | null = null;

  constructor(uri: string, path: string, files: FileSystem, analyser: Analyser, condensed = true) {
    this.#uri = uri;
    this.#path = path;
    this.#files = files;
    this.#analyser = analyser;
    this.condensed = condensed;
  }

  /** Looks whether the file changed since the last look; the first look reads all of it. */
  async look(): Promise<Sight> {
    let state = this.#state;
    const named = await (state?.file.statByName() ?? this.#files.stat(this.#uri).catch(() => null));
    // Rotated away, and the new one is not there yet: what was read stays until it is.
    if (named === null) return { kind: 'same' };
    let own: FileStat | null = null;
    if (state !== null) {
      own = await state.file.stat();
      if (!(await this.#isStill(state, own, named))) {
        await this.close();
        state = own = null;
      }
    }
    const isNew = state === null;
    state ??= await this.#start();
    const { size, modified } = own ?? (await state.file.stat());
    if (size === state.position && !isNew) return { kind: 'same' };
    const read = await this.#readUpTo(state, size);
    if (read === null) return { kind: 'other' };
    const reading = read.tail.reading(read.decoder.encoding, read.position, true);
    return { kind: 'changed', reading, stat: { size, modified } };
  }

  async close(): Promise<void> {
    const state = this.#state;
    this.#state = null;
    await state?.file.close();
  }

  /** A file that was cut off and written anew since may be as long as before, and begin as it did. */
  async #isStill({ file, head, last, position }: State, own: FileStat, named: FileStat): Promise<boolean> {
    if (own.size < position || (own.id !== undefined && own.id !== named.id)) return false;
    return (
      isSame(await file.read(0, head.length), head) &&
      isSame(await file.read(position - last.length, last.length), last)
    );
  }

  async #start(encoding?: TailDecoder['encoding']): Promise<State> {
    const file = await this.#files.open(this.#uri);
    const start = await file.read(0, 0x4000);
    const state: State = {
      file,
      decoder: new TailDecoder(encoding ?? likelyEncoding(start)),
      tail: this.#analyser.follow(this.#path, this.condensed),
      head: new Uint8Array(0),
      last: new Uint8Array(0),
      position: 0,
    };
    this.#state = state;
    return state;
  }

  /** Null where the bytes are of no encoding that can be read on. Another state where they are not what they seemed. */
  async #readUpTo(state: State, size: number): Promise<State | null> {
    while (state.position < size) {
      const bytes = await state.file.read(state.position, Math.min(chunkBytes, size - state.position));
      if (bytes.length === 0) break;
      try {
        state.tail.add(state.decoder.add(bytes), state.position);
      } catch {
        if (state.decoder.encoding === 'windows-1252') return null;
        await this.close();
        const again = await this.#start('windows-1252');
        return this.#readUpTo(again, size);
      }
      if (state.head.length < knownBytes) state.head = joined(state.head, bytes).slice(0, knownBytes);
      state.last = joined(state.last, bytes.subarray(-knownBytes)).slice(-knownBytes);
      state.position += bytes.length;
    }
    return state;
  }
}

interface State {
  readonly file: OpenFile;
  readonly decoder: TailDecoder;
  readonly tail: LogTail;
  head: Uint8Array;
  last: Uint8Array;
  /** Bytes that were read. */
  position: number;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
