import { fstatSync, readSync, statSync } from 'node:fs';
import { stat, type FileHandle } from 'node:fs/promises';
import type { FileStat, OpenFile } from './runtime.ts';

/**
 * A file by its handle. One on a local disk is asked at once, which takes less time than a question to another thread
 * would; any other may let the asker wait, and is asked from another thread.
 */
export function openNodeFile(handle: FileHandle, path: string, isLocal: boolean): OpenFile {
  return {
    async stat() {
      return fileStatOf(isLocal ? fstatSync(handle.fd) : await handle.stat());
    },
    async statByName() {
      try {
        return fileStatOf(isLocal ? statSync(path) : await stat(path));
      } catch {
        // Gone, or not to be asked about, which comes to the same.
        return null;
      }
    },
    async read(position, length) {
      const buffer = new Uint8Array(length);
      const bytesRead =
        isLocal && length <= quickRead
          ? readSync(handle.fd, buffer, 0, length, position)
          : (await handle.read(buffer, 0, length, position)).bytesRead;
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

/** What Node tells of a file, as the server knows it. */
export function fileStatOf({ size, mtimeMs, ino }: NodeStat): FileStat {
  return { size, modified: mtimeMs, id: ino };
}

interface NodeStat {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/** Bytes that a local disk has sooner than another thread could be asked for them. */
const quickRead = 0x10000;
