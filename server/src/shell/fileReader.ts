import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createClosedDocument, decode, OpenDocument } from '../analysis/index.ts';
import type { Analyser, Reading } from '../analysis/index.ts';
import { messageOf, stackOf } from './errors.ts';
import type { Candidate } from './findCandidates.ts';
import { planReading } from './planReading.ts';
import type { PlannedFile } from './planReading.ts';
import type { ReadPool } from './readPool.ts';
import type { FileStat, FileSystem } from './runtime.ts';
import { UnreadableFile } from './unreadableFile.ts';
import { failedReading, unreadReading } from './unreadReading.ts';
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
  readonly #log: (line: string) => void;
  readonly #kept = new Map<string, Kept>();

  /** `pool`: the threads for large folders; null where there are none. */
  constructor(files: FileSystem, analyser: Analyser, pool: ReadPool | null, log: (line: string) => void) {
    this.#files = files;
    this.#analyser = analyser;
    this.#pool = pool;
    this.#log = log;
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

  /** Whether what is known of a file is what stands there now. */
  isKnown(candidate: Candidate, stat: FileStat): boolean {
    return this.#known(candidate, stat) !== null;
  }

  /** Takes a reading that was made elsewhere. Answers the file as it is now. */
  take(candidate: Candidate, stat: FileStat, reading: Reading): ReadFile {
    return this.#keep(candidate, stat, reading);
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
    if (stat instanceof Error || stat === null) return unread(candidate, unreadable(path, 0, stat));
    const known = this.#known(candidate, stat);
    if (known !== null) return known;
    try {
      switch (way.kind) {
        case 'passed-over':
          return unread(candidate, unreadReading(path, stat.size, way.id, way.message));
        case 'here':
          return this.#keep(candidate, stat, withoutIdleText(await this.#readHere(candidate)));
        case 'thread': {
          const { keepText } = way;
          const reading = await this.#pool?.read({ uri, path, keepText }, signal);
          return this.#keep(candidate, stat, withoutIdleText(reading ?? (await this.#readHere(candidate))));
        }
      }
    } catch (error) {
      if (error instanceof UnreadableFile) return unread(candidate, unreadable(path, stat.size, error));
      if (!isStopped(signal)) this.#log(`reading ${uri}: ${stackOf(error)}`);
      return unread(candidate, failedReading(path, stat.size, error));
    }
  }

  async #readHere({ uri, path }: Candidate): Promise<Reading> {
    const bytes = await this.#files.readFile(uri).catch((error: unknown) => {
      throw new UnreadableFile(messageOf(error));
    });
    const { text, encoding } = decode(bytes);
    return this.#analyser.read(path, text, encoding, bytes.length);
  }

  #keep({ uri, path }: Candidate, stat: FileStat, reading: Reading): ReadFile {
    const document =
      reading.dropped === undefined
        ? new OpenDocument(uri, '', 0, reading.artefact.text)
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

function unreadable(path: string, bytes: number, error: Error | null): Reading {
  const message = `The file could not be read: ${error?.message ?? 'its size is not known'}. Refresh to try again.`;
  return unreadReading(path, bytes, 'unreadable', message);
}

function unread({ uri }: Candidate, reading: Reading): ReadFile {
  return { uri, reading, document: new OpenDocument(uri, '', 0, ''), read: false };
}
