import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadPool } from '../../../server/src/shell/readPool.ts';
import type { ReadAnswer, ReadJob, ReadWorker } from '../../../server/src/shell/readPool.ts';
import { UnreadableFile } from '../../../server/src/shell/unreadableFile.ts';

/** Workers that answer when the test says so. */
class Workers {
  started = 0;
  terminated = 0;
  readonly ends: (() => void)[] = [];
  readonly posted: { readonly job: ReadJob; readonly answer: (answer: ReadAnswer) => void }[] = [];

  start = (): ReadWorker => {
    this.started++;
    let answer: (answer: ReadAnswer) => void = () => undefined;
    return {
      post: (job) => this.posted.push({ job, answer: (told) => answer(told) }),
      listen: (onAnswer) => {
        answer = onAnswer;
      },
      onEnd: (callback) => void this.ends.push(callback),
      terminate: () => {
        this.terminated++;
      },
    };
  };
}

const { signal } = new AbortController();
const job = (path: string): ReadJob => ({ uri: `file:///${path}`, path, keepText: false });
const reading = (path: string): ReadAnswer => ({
  reading: {
    path,
    encoding: 'utf-8',
    bytes: 0,
    artefact: { type: 'unread', kind: 'unknown', text: '', problems: [] },
    observations: [],
    unexplained: [],
  },
});
/** Lets what was resolved go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('no more files are handed out than there are threads', async () => {
  const workers = new Workers();
  const pool = new ReadPool(2, workers.start, () => []);
  const all = ['a', 'b', 'c', 'd'].map((path) => pool.read(job(path), signal));
  await settle();
  assert.deepEqual(
    workers.posted.map((posted) => posted.job.path),
    ['a', 'b'],
  );
  for (let next = 0; next < 4; next++) {
    const posted = workers.posted[next];
    assert.ok(posted);
    posted.answer(reading(posted.job.path));
    await settle();
  }
  assert.deepEqual(
    (await Promise.all(all)).map(({ path }) => path),
    ['a', 'b', 'c', 'd'],
  );
  assert.equal(workers.started, 2);
});

test('a thread that fails takes only its file with it', async () => {
  const workers = new Workers();
  const pool = new ReadPool(1, workers.start, () => []);
  const first = pool.read(job('a'), signal);
  const second = pool.read(job('b'), signal);
  await settle();
  workers.posted[0]?.answer({ failure: 'out of memory', isUnreadable: false });
  await assert.rejects(first, /out of memory/);
  await settle();
  workers.posted[1]?.answer(reading('b'));
  assert.equal((await second).path, 'b');
  assert.equal(workers.terminated, 1);
});

test('a thread that ended while it had nothing to do is given no file', async () => {
  const workers = new Workers();
  const pool = new ReadPool(1, workers.start, () => []);
  const first = pool.read(job('a'), signal);
  await settle();
  workers.posted[0]?.answer(reading('a'));
  await first;
  workers.ends[0]?.();
  const second = pool.read(job('b'), signal);
  await settle();
  assert.equal(workers.started, 2);
  workers.posted[1]?.answer(reading('b'));
  assert.equal((await second).path, 'b');
});

test('a file that the disk does not give is told from a fault of the thread', async () => {
  const workers = new Workers();
  const pool = new ReadPool(2, workers.start, () => []);
  const [locked, broken] = [pool.read(job('a'), signal), pool.read(job('b'), signal)];
  await settle();
  workers.posted[0]?.answer({ failure: 'EBUSY', isUnreadable: true });
  workers.posted[1]?.answer({ failure: 'TypeError', isUnreadable: false });
  await assert.rejects(locked, (error) => error instanceof UnreadableFile);
  await assert.rejects(broken, (error) => !(error instanceof UnreadableFile));
});

test('stopping ends the threads that read, and hands out nothing more', async () => {
  const workers = new Workers();
  const pool = new ReadPool(1, workers.start, () => []);
  const stopper = new AbortController();
  const both = [pool.read(job('a'), stopper.signal), pool.read(job('b'), stopper.signal)];
  await settle();
  stopper.abort();
  const settled = await Promise.allSettled(both);
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(workers.posted.length, 1);
  assert.equal(workers.terminated, 1);
});

test('a resting pool holds no thread, and starts again when it is asked', async () => {
  const workers = new Workers();
  const pool = new ReadPool(1, workers.start, () => []);
  for (const [index, path] of ['a', 'b'].entries()) {
    const read = pool.read(job(path), signal);
    await settle();
    workers.posted[index]?.answer(reading(path));
    await read;
    pool.rest();
  }
  assert.equal(workers.started, 2);
  assert.equal(workers.terminated, 2);
});
