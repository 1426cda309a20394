import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logBlocks } from './generateLog.ts';
import { mixedPaths, registryBlocks } from './generateRegistryFile.ts';
import { growingSizes, snapshotSizes } from './sizes.ts';

const megabyte = 1024 * 1024;

/** Folder for everything that the benchmark writes; git ignores it. */
export const benchFolder = join(import.meta.dirname, '..', '.bench');

/** The generated files of one scale. */
export interface BenchData {
  /** What sizes are multiplied by, but that of `openLog`. */
  readonly scale: number;
  /** The large CCM log: 200 MB at scale 1. */
  readonly log: string;
  /** Logs of 1, 10, 100 and 1,000 MB at scale 1, for the growth of cost. */
  readonly growing: readonly string[];
  /** A small log to warm up with, and to open in an editor: always 10 MB. */
  readonly openLog: string;
  /** A registry export in UTF-16LE: 100 MB at scale 1. */
  readonly registryFile: string;
  /** Exports of 1, 10 and 100 MB at scale 1, of which the catalogue knows one key of a hundred. */
  readonly snapshots: readonly string[];
  /** A folder of 200 logs that are 1 GB together at scale 1. */
  readonly folder: string;
}

/** Writes what is missing, from fixed seeds, and answers where it is. Files of an earlier run are used again. */
export function prepareData(scale: number): BenchData {
  const folder = join(benchFolder, `scale-${scale}`);
  const log = (name: string, size: number, seed: number): string =>
    written(join(folder, name), () => logBlocks(Math.round(size * megabyte), seed));
  const logs = join(folder, 'logs');
  for (let i = 0; i < 200; i++) {
    written(join(logs, `Part${String(i).padStart(3, '0')}.log`), () =>
      logBlocks(Math.round(5 * scale * megabyte), 1000 + i),
    );
  }
  return {
    scale,
    log: log('ccm.log', 200 * scale, 1),
    growing: growingSizes.map((size) => log(`growing-${size}.log`, size * scale, 2)),
    openLog: written(join(benchFolder, 'open', 'CoManagementHandler.log'), () => logBlocks(10 * megabyte, 3)),
    registryFile: written(join(folder, 'registry.reg'), () => registryBlocks(100 * scale * megabyte, 4)),
    snapshots: snapshotSizes.map((size) =>
      written(join(folder, `snapshot-${size}.reg`), () =>
        registryBlocks(Math.round(size * scale * megabyte), 5, mixedPaths),
      ),
    ),
    folder: logs,
  };
}

export function sizeOf(path: string): number {
  return statSync(path).size;
}

/** Written under another name first, so that a run that is broken off leaves no half file behind. */
function written(path: string, blocks: () => Iterable<string | Uint8Array>): string {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  rmSync(unfinished, { force: true });
  const file = openSync(unfinished, 'w');
  for (const block of blocks()) writeSync(file, typeof block === 'string' ? Buffer.from(block) : block);
  closeSync(file);
  renameSync(unfinished, path);
  return path;
}
