import { fstatSync, readSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { withFileSource } from './fileSource.ts';
import { childUri } from './uris.ts';
import type { DirectoryEntry, FileSystem } from './runtime.ts';

/** The files of the machine that the server runs on. Other schemes than `file:` are refused. */
export const nodeFiles: FileSystem = {
  async readFile(uri) {
    return readFile(fileURLToPath(uri));
  },
  readSource(uri, use) {
    return atOnce(() => withFileSource(fileURLToPath(uri), use));
  },
  async open(uri) {
    const file = await open(fileURLToPath(uri), 'r');
    return {
      stat() {
        return atOnce(() => {
          const { size, mtimeMs, ino } = fstatSync(file.fd);
          return { size, modified: mtimeMs, id: ino };
        });
      },
      async read(position, length) {
        const buffer = new Uint8Array(length);
        if (length <= quickRead)
          return atOnce(() => buffer.subarray(0, readSync(file.fd, buffer, 0, length, position)));
        const { bytesRead } = await file.read(buffer, 0, length, position);
        return buffer.subarray(0, bytesRead);
      },
      close: () => file.close(),
    };
  },
  async readDirectory(uri) {
    const entries = await readdir(fileURLToPath(uri), { withFileTypes: true });
    return Promise.all(entries.map((entry) => directoryEntry(uri, entry)));
  },
  async stat(uri) {
    const { size, mtimeMs, ino } = await stat(fileURLToPath(uri));
    return { size, modified: mtimeMs, id: ino };
  },
};

/** Bytes that are read from an open file sooner than another thread could be asked for them. */
const quickRead = 0x10000;

/** For what takes less time than a question to another thread would. */
function atOnce<Answer>(answer: () => Answer): Promise<Answer> {
  return new Promise((resolve) => resolve(answer()));
}

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
