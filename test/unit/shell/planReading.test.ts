import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planReading } from '../../../server/src/shell/planReading.ts';

const megabyte = 1024 * 1024;

function ways(sizes: readonly number[], hasThreads = true): string[] {
  const files = sizes.map((size, index) => ({
    candidate: { uri: `file:///logs/${index}.log`, path: `${index}.log` },
    stat: { size: size * megabyte, modified: 1 },
    known: false,
  }));
  return planReading(files, hasThreads).map(({ way }) => {
    if (way.kind === 'thread') return way.keepText ? 'thread with text' : 'thread';
    return way.kind === 'here' ? 'here' : way.id;
  });
}

test('a small folder is read here', () => {
  assert.deepEqual(ways([1, 2, 1]), ['here', 'here', 'here']);
});

test('a large folder is read in threads; of a very large one no text stays', () => {
  assert.deepEqual(ways([5, 40, 15]), ['thread with text', 'thread with text', 'thread with text']);
  assert.deepEqual(ways([5, 60]), ['thread', 'thread']);
});

test('without threads the limits are lower, and what is beyond them is named', () => {
  assert.deepEqual(ways([300, 10], false), ['too-large', 'here']);
  assert.deepEqual(ways([300, 500, 7]), ['thread', 'too-large', 'thread']);
});

test('files that did not change do not make a folder large', () => {
  const file = (size: number, known: boolean) => ({
    candidate: { uri: `file:///logs/${size}.log`, path: `${size}.log` },
    stat: { size: size * megabyte, modified: 1 },
    known,
  });
  const plan = planReading([file(100, true), file(1, false)], true);
  assert.deepEqual(
    plan.map(({ way }) => way.kind),
    ['here', 'here'],
  );
});
