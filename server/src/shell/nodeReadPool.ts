import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Catalogue } from '../catalogue/index.ts';
import { ReadPool } from './readPool.ts';
import type { ReadWorker } from './readPool.ts';
import { threadWorker } from './threadWorker.ts';

/** More threads bring nothing, as they share one disk and one memory. */
const mostThreads = 3;

/** A pool of threads of Node that run the worker's bundle. No thread is started before the first file. */
export function createNodeReadPool(script: string, messages: () => Catalogue['messages']): ReadPool {
  // Two even on two cores: the main thread has little to do meanwhile, and one thread waits while the other reads.
  const size = Math.max(2, Math.min(availableParallelism() - 1, mostThreads));
  return new ReadPool(size, () => startWorker(script), messages);
}

function startWorker(script: string): ReadWorker {
  // What a thread reads lives shortly. With room for all of a file, hardly any of it is moved before it dies, which takes
  // a fifth less time and no more memory.
  return threadWorker(new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 64 } }));
}
