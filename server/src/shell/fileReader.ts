import { TextDocument } from 'vscode-languageserver-textdocument';
import { createClosedDocument, decode } from '../analysis/index.ts';
import type { Analyser, Reading } from '../analysis/index.ts';
import type { Candidate } from './findCandidates.ts';
import { planReading } from './planReading.ts';
import type { PlannedFile } from './planReading.ts';
import type { ReadPool } from './readPool.ts';
import type { FileStat, FileSystem } from './runtime.ts';
import { uriKey } from './uris.ts';

/** A file as it was on disk. */
export interface ReadFile {
  readonly uri: string;
  readonly reading: Reading;
  readonly document: TextDocument;
  /** Whether its text was read. A file that was not makes no case, but is listed in the one that it lies in. */
  readonly read: boolean;
}

/** Without threads, so many files are waited for at a time. */
const readAtOnce = 4;

/** Reads files from disk and keeps what it read until size or time of the file change. */
export class FileReader {
  readonly #files: FileSystem;
  readonly #analyser: Analyser;
  readonly #pool: ReadPool | null;
  readonly #kept = new Map<string, Kept>();

  /** `pool`: the threads for large folders; null where there are none. */
  constructor(files: FileSystem, analyser: Analyser, pool: ReadPool | null) {
    this.#files = files;
    this.#analyser = analyser;
    this.#pool = pool;
  }

  /** Reads every candidate, a few at a time; in the order of the candidates. Stops early when told to. */
  async readAll(
    candidates: readonly Candidate[],
    signal: AbortSignal,
    onRead: () => void,
  ): Promise<readonly ReadFile[]> {
    const stats = await this.#statAll(candidates, signal);
    const plan = planReading(
      candidates.map((candidate, index) => {
        const stat = stats[index] ?? null;
        return { candidate, stat, known: this.#known(candidate, stat) !== null };
      }),
      this.#pool !== null,
    );
    const read: (ReadFile | undefined)[] = [];
    let next = 0;
    const lane = async (): Promise<void> => {
      while (!signal.aborted && next < plan.length) {
        const index = next++;
        const planned = plan[index];
        if (planned === undefined) return;
        const file = await this.#read(planned, signal);
        // What was under way when the reading was stopped is left for the next one.
        if (isStopped(signal) && !file.read) return;
        read[index] = file;
        onRead();
      }
    };
    await Promise.all(Array.from({ length: Math.max(readAtOnce, this.#pool?.size ?? 0) }, lane));
    this.#pool?.rest();
    return read.filter((file) => file !== undefined);
  }

  /** Forgets every file, so that all are read again. */
  forget(): void {
    this.#kept.clear();
  }

  /** Forgets the files that no group holds any more. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const key of this.#kept.keys()) if (!uris.has(key)) this.#kept.delete(key);
  }

  /** Sizes and times; an error in place of those that cannot be told. */
  async #statAll(
    candidates: readonly Candidate[],
    signal: AbortSignal,
  ): Promise<readonly (FileStat | Error)[]> {
    const stats: (FileStat | Error)[] = [];
    for (let from = 0; from < candidates.length && !signal.aborted; from += statAtOnce) {
      const some = candidates.slice(from, from + statAtOnce);
      const asked = some.map(({ uri }) => this.#files.stat(uri).catch((error: unknown) => asError(error)));
      stats.push(...(await Promise.all(asked)));
    }
    return stats;
  }

  #known({ uri, path }: Candidate, stat: FileStat | Error | null): ReadFile | null {
    const kept = this.#kept.get(uriKey(uri));
    if (kept === undefined || stat === null || stat instanceof Error || kept.path !== path) return null;
    return kept.stat.size === stat.size && kept.stat.modified === stat.modified ? kept.file : null;
  }

  async #read({ candidate, stat, way }: PlannedFile, signal: AbortSignal): Promise<ReadFile> {
    const { uri, path } = candidate;
    if (stat instanceof Error || stat === null) return unreadable(candidate, 0, stat);
    const known = this.#known(candidate, stat);
    if (known !== null) return known;
    try {
      switch (way.kind) {
        case 'passed-over':
          return unread(candidate, stat.size, way.id, way.message);
        case 'here':
          return this.#keep(candidate, stat, withoutIdleText(await this.#readHere(candidate)));
        case 'thread': {
          const { keepText } = way;
          const reading = await this.#pool?.read({ uri, path, keepText }, signal);
          return this.#keep(candidate, stat, withoutIdleText(reading ?? (await this.#readHere(candidate))));
        }
      }
    } catch (error) {
      // Gone since it was listed, locked by its writer, or not ours to read.
      return unreadable(candidate, stat.size, error);
    }
  }

  async #readHere({ uri, path }: Candidate): Promise<Reading> {
    const bytes = await this.#files.readFile(uri);
    const { text, encoding } = decode(bytes);
    return this.#analyser.read(path, text, encoding, bytes.length);
  }

  #keep({ uri, path }: Candidate, stat: FileStat, reading: Reading): ReadFile {
    const document =
      reading.dropped === undefined
        ? TextDocument.create(uri, '', 0, reading.artefact.text)
        : createClosedDocument(uri, reading.dropped);
    const file = { uri, reading, document, read: true };
    this.#kept.set(uriKey(uri), { stat, path, file });
    return file;
  }
}

interface Kept {
  readonly stat: FileStat;
  readonly path: string;
  readonly file: ReadFile;
}

const statAtOnce = 64;

/** A file of no known kind is remembered as such; its text would only take room. */
function withoutIdleText(reading: Reading): Reading {
  const { artefact } = reading;
  if (artefact.type !== 'unread') return reading;
  return { ...reading, artefact: { ...artefact, text: '' } };
}

// A function, because the compiler does not expect a field to change while one awaits.
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function unreadable(candidate: Candidate, bytes: number, error: unknown): ReadFile {
  return unread(candidate, bytes, 'unreadable', `The file could not be read: ${String(error)}`);
}

function unread({ uri, path }: Candidate, bytes: number, id: string, message: string): ReadFile {
  const problems = [{ id, start: 0, end: 0, message }];
  return {
    uri,
    reading: {
      path,
      encoding: null,
      bytes,
      artefact: { type: 'unread', kind: 'unknown', text: '', problems },
      observations: [],
      unexplained: [],
    },
    document: TextDocument.create(uri, '', 0, ''),
    read: false,
  };
}
