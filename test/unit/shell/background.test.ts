import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBackground } from '../../../server/src/shell/background.ts';
import { connectionLog } from '../../../server/src/shell/connectionLog.ts';
import { ReadingProgressReporter } from '../../../server/src/shell/readingProgressReporter.ts';

/** Lets what was rejected be noticed: a rejection that nobody hears of fails the test. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

for (const [kind, work] of [
  ['rejects', () => Promise.reject(new Error('the connection is closing'))],
  [
    'throws',
    () => {
      throw new Error('the connection is closed');
    },
  ],
] as const) {
  test(`work in the background that ${kind} becomes a line in the log`, async () => {
    const log: string[] = [];
    createBackground((line) => log.push(line))('sending', work);
    await settle();
    assert.equal(log.length, 1);
    assert.match(log[0] ?? '', /^sending: Error: the connection is clos/);
  });
}

test('a log without a connection throws nothing', () => {
  let calls = 0;
  const log = connectionLog({
    get console(): never {
      calls++;
      throw new Error('Connection is closed.');
    },
  });
  log('a line');
  assert.equal(calls, 1);
});

test('a reading does not fail because its progress cannot be shown', async () => {
  const log: string[] = [];
  const window: unknown = {
    createWorkDoneProgress: () => Promise.reject(new Error('the connection is closing')),
  };
  const callbacks: (() => void)[] = [];
  const progress = new ReadingProgressReporter(
    { window } as ConstructorParameters<typeof ReadingProgressReporter>[0],
    {
      now: () => 0,
      after: (_, callback) => {
        callbacks.push(callback);
        return () => {
          throw new Error('no such timer');
        };
      },
    },
    createBackground((line) => log.push(line)),
    () => undefined,
  );
  progress.report({ read: 0, total: 2 });
  for (const callback of callbacks) callback();
  await settle();
  progress.report({ read: 1, total: 2 });
  progress.report(null);
  await settle();
  assert.match(log.join(), /^showing progress: Error: no such timer/);
});
