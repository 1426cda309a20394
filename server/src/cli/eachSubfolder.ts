import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf, type Unreadable } from './caseFolder.ts';

/** What `--each` makes of the paths that were given. */
export interface EachSubfolder {
  /** The folders that are cases. */
  readonly cases: readonly string[];
  readonly unreadable: readonly Unreadable[];
  /** Sentences for the user, about what is not as it was asked for. */
  readonly remarks: readonly string[];
}

/**
 * Every direct subfolder of the folders given is a case. A folder without subfolders is one case itself: one device
 * was collected where several could have been. Files beside subfolders belong to no case, and that is said.
 */
export async function eachSubfolder(paths: readonly string[]): Promise<EachSubfolder> {
  const cases: string[] = [];
  const unreadable: Unreadable[] = [];
  const remarks: string[] = [];
  for (const path of paths) {
    try {
      const { folders, files } = await insideOf(path);
      if (folders.length === 0) remarks.push(`${path} has no subfolders; it is analysed as one case.`);
      else if (files.length > 0) remarks.push(besideSentence(path, files));
      cases.push(...(folders.length === 0 ? [path] : folders.map((name) => join(path, name))));
    } catch (error) {
      unreadable.push({ path, reason: whyNot(error) });
    }
  }
  return { cases, unreadable, remarks };
}

async function insideOf(
  path: string,
): Promise<{ readonly folders: readonly string[]; readonly files: readonly string[] }> {
  const entries = (await readdir(path, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith('.'))
    .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return {
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
  };
}

/** File names that a sentence lists; the rest is counted. */
const namesShown = 3;

function besideSentence(path: string, files: readonly string[]): string {
  const names = files.slice(0, namesShown).join(', ');
  const more = files.length > namesShown ? `, and ${String(files.length - namesShown)} more` : '';
  return files.length === 1
    ? `1 file beside the subfolders of ${path} belongs to no case and was left out: ${names}.`
    : `${String(files.length)} files beside the subfolders of ${path} belong to no case and were left out: ${names}${more}.`;
}

function whyNot(error: unknown): string {
  return error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
    ? '--each takes a folder with a subfolder for each device, and this is a file; leave --each out to analyse it'
    : reasonOf(error);
}
