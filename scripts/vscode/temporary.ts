/** Folders that are gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../processes.ts';

/** Hands over an empty folder and removes it when `use` settles or this process ends. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const forget = atExit(remove);
  try {
    return await use(folder);
  } finally {
    remove();
    forget();
  }
}
