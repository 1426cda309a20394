import { TextDocument } from 'vscode-languageserver-textdocument';
import { decode } from '../analysis/index.ts';
import type { Analyser, Reading } from '../analysis/index.ts';
import type { Candidate } from './findCandidates.ts';
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

/** A file beyond this is named and not read. */
const largestFile = 200 * 1024 * 1024;
/** Together, the files that are kept in memory stay below this. */
const largestCollection = 800 * 1024 * 1024;
const readAtOnce = 4;

/** Reads files from disk and keeps what it read until size or time of the file change. */
export class FileReader {
  readonly #files: FileSystem;
  readonly #analyser: Analyser;
  readonly #kept = new Map<
    string,
    { readonly stat: FileStat; readonly path: string; readonly file: ReadFile }
  >();

  constructor(files: FileSystem, analyser: Analyser) {
    this.#files = files;
    this.#analyser = analyser;
  }

  /** Reads every candidate, a few at a time; in the order of the candidates. Stops early when told to. */
  async readAll(
    candidates: readonly Candidate[],
    signal: AbortSignal,
    onRead: () => void,
  ): Promise<readonly ReadFile[]> {
    const read: (ReadFile | undefined)[] = [];
    let next = 0;
    let bytes = 0;
    const worker = async (): Promise<void> => {
      while (!signal.aborted && next < candidates.length) {
        const index = next++;
        const candidate = candidates[index];
        if (candidate === undefined) return;
        const file = await this.#read(candidate, largestCollection - bytes);
        bytes += file.reading.artefact.text.length;
        read[index] = file;
        onRead();
      }
    };
    await Promise.all(Array.from({ length: readAtOnce }, worker));
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

  async #read({ uri, path }: Candidate, room: number): Promise<ReadFile> {
    const key = uriKey(uri);
    let size = 0;
    try {
      const stat = await this.#files.stat(uri);
      size = stat.size;
      const kept = this.#kept.get(key);
      if (kept?.path === path && kept.stat.size === stat.size && kept.stat.modified === stat.modified) {
        return kept.file;
      }
      if (stat.size > largestFile) return unread(uri, path, size, 'too-large', tooLarge(size));
      if (stat.size > room) return unread(uri, path, size, 'too-much', tooMuch);
      const bytes = await this.#files.readFile(uri);
      const { text, encoding } = decode(bytes);
      const reading = withoutIdleText(this.#analyser.read(path, text, encoding, bytes.length));
      const document = TextDocument.create(uri, '', 0, reading.artefact.text);
      const file = { uri, reading, document, read: true };
      this.#kept.set(key, { stat, path, file });
      return file;
    } catch (error) {
      // Gone since it was listed, locked by its writer, or not ours to read.
      return unread(uri, path, size, 'unreadable', `The file could not be read: ${String(error)}`);
    }
  }
}

/** A file of no known kind is remembered as such; its text would only take room. */
function withoutIdleText(reading: Reading): Reading {
  const { artefact } = reading;
  if (artefact.type !== 'unread') return reading;
  return { ...reading, artefact: { ...artefact, text: '' } };
}

const tooMuch =
  'The file was not read: the files of these folders together are too large to be kept in memory. ' +
  'Open the folder of one device.';

function tooLarge(size: number): string {
  const megabytes = Math.round(size / 1024 / 1024);
  return `The file was not read: it has ${megabytes} MB, and files above ${largestFile / 1024 / 1024} MB are passed over.`;
}

function unread(uri: string, path: string, bytes: number, id: string, message: string): ReadFile {
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
