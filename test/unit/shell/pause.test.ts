import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPause } from '../../../server/src/shell/pause.ts';

test('work is left off when it has lasted, and goes on after a turn', async () => {
  let clock = 0;
  let turns = 0;
  const pause = createPause(
    () => clock,
    () => {
      turns++;
      return Promise.resolve();
    },
  );
  clock = 5;
  assert.equal(pause(), null);
  clock = 50;
  await pause();
  assert.equal(turns, 1);
  clock = 55;
  assert.equal(pause(), null);
  clock = 80;
  await pause();
  assert.equal(turns, 2);
});
