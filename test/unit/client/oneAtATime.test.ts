import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OneAtATime } from '../../../client/src/oneAtATime.ts';

/** Work that ends when told to; `finish` ends the oldest run that still goes on. */
function work(): { run: () => Promise<number>; finish: (error?: Error) => void; started: () => number } {
  const ends: ((error?: Error) => void)[] = [];
  let started = 0;
  const once = new OneAtATime(() => {
    const number = ++started;
    return new Promise<number>((resolve, reject) => {
      ends.push((error) => {
        if (error === undefined) resolve(number);
        else reject(error);
      });
    });
  });
  return { run: () => once.run(), finish: (error) => ends.shift()?.(error), started: () => started };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('runs once for one question', async () => {
  const { run, finish } = work();
  const answer = run();
  finish();
  assert.equal(await answer, 1);
});

test('answers questions of meanwhile with one further run, which they share', async () => {
  const { run, finish, started } = work();
  const answers = [run(), run(), run()];
  assert.equal(started(), 1);
  finish();
  await settle();
  assert.equal(started(), 2);
  finish();
  assert.deepEqual(await Promise.all(answers), [1, 2, 2]);
});

test('a question during the further run starts a third, not a parallel one', async () => {
  const { run, finish, started } = work();
  const answers = [run(), run()];
  finish();
  await settle();
  answers.push(run());
  assert.equal(started(), 2);
  finish();
  await settle();
  finish();
  assert.deepEqual(await Promise.all(answers), [1, 2, 3]);
});

test('a run that fails does not keep the next from running', async () => {
  const { run, finish } = work();
  const first = run();
  const second = run();
  finish(new Error('no'));
  await assert.rejects(first, /no/);
  finish();
  assert.equal(await second, 2);
});
