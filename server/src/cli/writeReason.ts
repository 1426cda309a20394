import { reasonOf } from './caseFolder.ts';

/** Why something could not be written, and what to do, for people. No full stop. */
export function writeReasonOf(error: unknown): string {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EEXIST':
      return 'it exists already and was not overwritten; give an empty folder';
    case 'EISDIR':
      return 'it is a folder; give the name of a file in it';
    case 'ENOENT':
      return 'its folder does not exist; make that first';
    case 'ENOTDIR':
      return 'a part of its path is a file and no folder; give another path';
    case 'EACCES':
    case 'EPERM':
      return 'writing there is not allowed; give another path';
    case 'EROFS':
      return 'that disk can only be read; give another path';
    case 'ENOSPC':
      return 'the disk is full; give a path on another one';
    default:
      return reasonOf(error);
  }
}
