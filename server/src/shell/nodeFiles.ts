import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withFileSource } from './fileSource.ts';
import { isOnLocalDisk } from './localDisk.ts';
import { fileStatOf, openNodeFile } from './openNodeFile.ts';
import { childUri } from './uris.ts';
import type { DirectoryEntry, FileSystem } from './runtime.ts';

/** The files of the machine that the server runs on. Other schemes than `file:` are refused. */
export const nodeFiles: FileSystem = {
  async readFile(uri) {
    return readFile(fileURLToPath(uri));
  },
  readSource(uri, use) {
    return new Promise((resolve) => resolve(withFileSource(fileURLToPath(uri), use)));
  },
  async open(uri) {
    const path = fileURLToPath(uri);
    const isLocal = await isOnLocalDisk(path);
    return openNodeFile(await open(path, 'r'), path, isLocal);
  },
  async readDirectory(uri) {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return Promise.all(entries.map((entry) => directoryEntry(uri, entry)));
  },
  async stat(uri) {
    return fileStatOf(await stat(fileURLToPath(uri)));
  },
};

async function directoryEntry(folder: string, entry: Dirent): Promise<DirectoryEntry> {
  const { name } = entry;
  if (entry.isFile()) return { name, type: 'file' };
  if (entry.isDirectory()) return { name, type: 'folder' };
  if (!entry.isSymbolicLink()) return { name, type: 'other' };
  // A link to a file is read like the file. A link to a folder may lead back to where it stands: not followed.
  const isFile = await stat(fileURLToPath(childUri(folder, name))).then(
    (target) => target.isFile(),
    () => false,
  );
  return { name, type: isFile ? 'file' : 'other' };
}
