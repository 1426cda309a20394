import type { Candidate } from './findCandidates.ts';
import type { FileStat } from './runtime.ts';

export interface FileToRead {
  readonly candidate: Candidate;
  /** An error where size and time cannot be told; null where nobody asked for them. */
  readonly stat: FileStat | Error | null;
  /** It was read before and has not changed. */
  readonly known: boolean;
}

export interface PlannedFile extends FileToRead {
  readonly way: ReadingWay;
}

/** How a file is read, if it has to be. */
export type ReadingWay =
  | { readonly kind: 'here' }
  /** In a thread; `keepText: false` leaves its text there. */
  | { readonly kind: 'thread'; readonly keepText: boolean }
  | { readonly kind: 'passed-over'; readonly id: string; readonly message: string };

const megabyte = 1024 * 1024;

/** A folder with less than this is read before a thread would have started. */
export const smallFolder = 5 * megabyte;
/** A file beyond this is named and not read. */
const largestFile = 400 * megabyte;
/** Together, the files that are read stay below this. */
const largestCollection = 4096 * megabyte;
/** Without threads every text stays in memory, and the limits are lower. */
const largestFileHere = 200 * megabyte;
const largestCollectionHere = 800 * megabyte;
/** The texts of a folder up to this stay in memory although nobody has its files open, so that one can search them. */
const largestKeptTexts = 64 * megabyte;

/**
 * Decides how each file of a folder is read: small folders at once, large ones in threads, very large ones without
 * keeping their texts. The same sizes give the same plan, however fast the disk is.
 */
export function planReading(files: readonly FileToRead[], hasThreads: boolean): readonly PlannedFile[] {
  const fresh = files.reduce((sum, file) => sum + (file.known ? 0 : sizeOf(file)), 0);
  const inThreads = hasThreads && fresh >= smallFolder;
  const keepText = fresh <= largestKeptTexts;
  let total = 0;
  return files.map((file) => {
    const size = sizeOf(file);
    const most = inThreads ? largestFile : largestFileHere;
    if (size > most) return { ...file, way: tooLarge(size, most) };
    if (total + size > (inThreads ? largestCollection : largestCollectionHere))
      return { ...file, way: tooMuch };
    total += size;
    if (!inThreads || !file.candidate.uri.startsWith('file:')) return { ...file, way: { kind: 'here' } };
    return { ...file, way: { kind: 'thread', keepText } };
  });
}

function sizeOf({ stat }: FileToRead): number {
  return stat === null || stat instanceof Error ? 0 : stat.size;
}

const tooMuch: ReadingWay = {
  kind: 'passed-over',
  id: 'too-much',
  message:
    'The file was not read: the files of these folders together are too large to be kept in memory. ' +
    'Open the folder of one device.',
};

function tooLarge(size: number, most: number): ReadingWay {
  const message = `The file was not read: it has ${Math.round(size / megabyte)} MB, and files above ${most / megabyte} MB are passed over.`;
  return { kind: 'passed-over', id: 'too-large', message };
}
