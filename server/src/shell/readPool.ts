import type { Catalogue } from '../catalogue/index.ts';
import type { Reading } from '../analysis/index.ts';
import { unpackReading } from './packedReading.ts';
import type { PackedReading } from './packedReading.ts';
import { UnreadableFile } from './unreadableFile.ts';

/** What a worker is asked: read one file. */
export interface ReadJob {
  readonly uri: string;
  /** Path of the file relative to its folder. */
  readonly path: string;
  readonly keepText: boolean;
}

/** What a worker answers: the reading, or why there is none. */
export type ReadAnswer = { readonly reading: PackedReading } | ReadFailure;

export interface ReadFailure {
  readonly failure: string;
  /** Whether the disk did not give the file; else the fault is ours. */
  readonly isUnreadable: boolean;
}

/** A thread that reads files, one at a time. */
export interface ReadWorker {
  post(job: ReadJob): void;
  /** Called once for each job, also when the thread dies of it. */
  listen(onAnswer: (answer: ReadAnswer) => void): void;
  /** Called when the thread has ended, also while it had nothing to do. */
  onEnd(callback: () => void): void;
  terminate(): void;
}

/**
 * Reads files in threads of their own, so that the main thread answers meanwhile. A file is handed out when a thread
 * is free for it, never earlier, so that no more is in memory than is being read.
 */
export class ReadPool {
  readonly #start: () => ReadWorker;
  readonly #messages: () => Catalogue['messages'];
  readonly #idle: ReadWorker[] = [];
  readonly #busy = new Set<ReadWorker>();
  readonly #waiting: (() => void)[] = [];
  /** Threads at most. */
  readonly size: number;

  constructor(size: number, start: () => ReadWorker, messages: () => Catalogue['messages']) {
    this.size = size;
    this.#start = start;
    this.#messages = messages;
  }

  /** Reads a file once a thread is free. Rejects when it cannot be read, or when `signal` says to stop. */
  async read(job: ReadJob, signal: AbortSignal): Promise<Reading> {
    while (this.#busy.size >= this.size) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    signal.throwIfAborted();
    const worker = this.#idle.pop() ?? this.#startWorker();
    this.#busy.add(worker);
    try {
      const answer = await askWorker(worker, job, signal);
      if ('failure' in answer) {
        throw answer.isUnreadable ? new UnreadableFile(answer.failure) : new Error(answer.failure);
      }
      if (this.#busy.has(worker)) this.#idle.push(worker);
      return unpackReading(answer.reading, this.#messages());
    } catch (error) {
      // It died, or reads something that nobody waits for any more; a new one is started when it is needed.
      worker.terminate();
      throw error;
    } finally {
      this.#busy.delete(worker);
      this.#waiting.shift()?.();
    }
  }

  #startWorker(): ReadWorker {
    const worker = this.#start();
    // One that ended while it had nothing to do would answer nothing ever.
    worker.onEnd(() => {
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }

  /** Ends the threads that have nothing to do: they hold memory. The next file starts new ones. */
  rest(): void {
    for (const worker of this.#idle.splice(0)) worker.terminate();
  }
}

function askWorker(worker: ReadWorker, job: ReadJob, signal: AbortSignal): Promise<ReadAnswer> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('Reading was stopped.'));
    signal.addEventListener('abort', stop, { once: true });
    worker.listen((answer) => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    });
    worker.post(job);
  });
}
