import type { ReadAnswer, ReadJob, ReadWorker } from './readPool.ts';

/** What is used of a `Worker` of Node. */
export interface Thread {
  on(event: 'message', listener: (answer: ReadAnswer) => void): unknown;
  on(event: 'error' | 'messageerror', listener: (error: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  postMessage(job: ReadJob): void;
  terminate(): Promise<unknown>;
  ref(): void;
  unref(): void;
}

/** A thread as the pool knows it. Whatever befalls the thread, who waits for it gets an answer. */
export function threadWorker(thread: Thread): ReadWorker {
  let answer: ((answer: ReadAnswer) => void) | null = null;
  const tell = (told: ReadAnswer): void => {
    answer?.(told);
    answer = null;
    // A program that has come to its end does not wait for a thread that has nothing to do.
    thread.unref();
  };
  const fail = (failure: string): void => tell({ failure, isUnreadable: false });
  thread.on('message', tell);
  thread.on('error', (error) => fail(String(error)));
  thread.on('messageerror', (error) =>
    fail(`What the thread answered could not be taken over: ${String(error)}`),
  );
  thread.on('exit', () => fail('The thread that read the file ended.'));
  return {
    post: (job) => {
      thread.ref();
      thread.postMessage(job);
    },
    listen: (onAnswer) => {
      answer = onAnswer;
    },
    onEnd: (callback) => void thread.on('exit', callback),
    // It rejects for no reason that anybody could do something about.
    terminate: () => void thread.terminate().catch(() => undefined),
  };
}
