import { fstatSync, readSync, openSync, closeSync } from 'node:fs';
import type { ByteSource } from '../analysis/index.ts';

/** Opens a file, hands it over, and closes it. What is written to it meanwhile, behind its end, is not read. */
export function withFileSource<Answer>(path: string, use: (source: ByteSource) => Answer): Answer {
  const file = openSync(path, 'r');
  try {
    return use({
      size: fstatSync(file).size,
      read: (target, position) => readSync(file, target, 0, target.length, position),
    });
  } finally {
    closeSync(file);
  }
}
