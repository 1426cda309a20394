import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ReadPool } from '../shell/readPool.ts';
import { decode, type Analyser, type NotesText, type Reading } from '../analysis/index.ts';

/** Files larger than this are named and not read: the whole text has to fit into memory. */
const largestFile = 400 * 1024 * 1024;

/** From here on a folder is read in threads, if there are any, and its texts are let go. */
const largeFolder = 64 * 1024 * 1024;

/** A path that could not be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** The files of one case, read; what could not be read is told apart. */
export interface CaseFolder {
  readonly name: string;
  /** The folder that the paths of the readings are relative to. */
  readonly base: string;
  readonly readings: readonly Reading[];
  /** The notes files among them, by path; they are no part of the device. */
  readonly notes: readonly NotesText[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * Reads a file, or every file below a folder, in the order of their names. `onFile` is told each path before it is
 * read. A large folder is read in the threads of `pool`; of its files no text is kept then.
 */
export async function readCaseFolder(
  path: string,
  analyser: Analyser,
  onFile: (path: string) => void,
  pool: ReadPool | null = null,
): Promise<CaseFolder> {
  const unreadable: Unreadable[] = [];
  const readings: Reading[] = [];
  const notes: NotesText[] = [];
  const root = resolve(path);
  const { files, base } = await listFiles(root, unreadable);
  const pathOf = (file: string): string => relative(base, file).split(sep).join('/');
  const ahead = pool === null ? null : await readAhead(files, pathOf, pool);
  for (const file of files) {
    onFile(file);
    try {
      const path = pathOf(file);
      if (isNotesFile(file)) {
        notes.push({ uri: path, text: await readFile(file, 'utf8') });
        continue;
      }
      const reading = (await ahead?.get(file)?.()) ?? (await readOne(file, path, analyser));
      if (typeof reading === 'string') unreadable.push({ path: file, reason: reading });
      else readings.push(reading);
    } catch (error) {
      unreadable.push({ path: file, reason: reasonOf(error) });
    }
  }
  pool?.rest();
  return { name: basename(root) || root, base, readings, notes, unreadable };
}

/**
 * Begins to read the files of a large folder in threads, and answers how to come by each reading; null where the
 * folder is small. The pool hands out no more files than it has threads.
 */
async function readAhead(
  files: readonly string[],
  pathOf: (file: string) => string,
  pool: ReadPool,
): Promise<ReadonlyMap<string, () => Promise<Reading>> | null> {
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  if (sizes.reduce((sum, size) => sum + size, 0) < largeFolder) return null;
  const { signal } = new AbortController();
  const begun = new Map<string, () => Promise<Reading>>();
  for (const [index, file] of files.entries()) {
    if (isNotesFile(file) || (sizes[index] ?? 0) > largestFile) continue;
    const job = { uri: pathToFileURL(file).href, path: pathOf(file), keepText: false };
    const reading = pool.read(job, signal);
    // Whoever asks for it is told what went wrong; until then nobody waits for it.
    reading.catch(() => undefined);
    begun.set(file, () => reading);
  }
  return begun;
}

/** Why a path could not be read, and what to do, for people. No full stop. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it does not exist; check how it is written';
  if (code === 'ENOTDIR') return 'a part of its path is a file and no folder; check how it is written';
  if (code === 'EACCES' || code === 'EPERM')
    return 'access is denied; run from an account that may read it, or copy it';
  if (code === 'EBUSY') return 'another program holds it; copy it and analyse the copy';
  return error instanceof Error ? error.message : String(error);
}

function isNotesFile(file: string): boolean {
  return file.toLowerCase().endsWith('.comgmt.json');
}

async function readOne(file: string, path: string, analyser: Analyser): Promise<Reading | string> {
  const { size } = await stat(file);
  if (size > largestFile)
    return `it is larger than ${String(largestFile / 1024 / 1024)} MB; split it, or analyse its rotated parts`;
  const bytes = await readFile(file);
  const { text, encoding } = decode(bytes);
  return analyser.read(path, text, encoding, bytes.length);
}

async function listFiles(root: string, unreadable: Unreadable[]): Promise<{ files: string[]; base: string }> {
  try {
    const info = await stat(root);
    if (!info.isDirectory()) return { files: [root], base: join(root, '..') };
    return { files: (await walk(root, unreadable)).toSorted(), base: root };
  } catch (error) {
    unreadable.push({ path: root, reason: reasonOf(error) });
    return { files: [], base: root };
  }
}

async function walk(folder: string, unreadable: Unreadable[]): Promise<string[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    unreadable.push({ path: folder, reason: reasonOf(error) });
    return [];
  }
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links are not followed: a bundle can link to itself.
    if (entry.isDirectory()) found.push(...(await walk(path, unreadable)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}
