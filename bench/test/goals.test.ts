import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalsAt, judge } from '../goals.ts';
import { slowCases } from '../measureCase.ts';
import { readOptions } from '../options.ts';
import { roundsOf } from '../report.ts';
import { growingSizes, timeFigure } from '../sizes.ts';

const growthTitles = (scale: number): readonly string[] =>
  goalsAt(scale).flatMap(({ id, title }) => (id === 'growth' ? [title] : []));

test('titles name the sizes that ran', () => {
  assert.deepEqual(growthTitles(1), [
    'ten times the log, 1 MB to 10 MB',
    'ten times the log, 10 MB to 100 MB',
    'ten times the log, 100 MB to 1,000 MB',
  ]);
  assert.deepEqual(growthTitles(0.3), [
    'ten times the log, 0.3 MB to 3 MB',
    'ten times the log, 3 MB to 30 MB',
    'ten times the log, 30 MB to 300 MB',
  ]);
});

test('the goals of growth find the figures of the sizes that ran', () => {
  for (const scale of [1, 0.1, 0.3, 1 / 3]) {
    const times = growingSizes.map((size, i): [string, number[]] => [timeFigure(size * scale), [10 ** i]]);
    const rounds = roundsOf({ growth: Object.fromEntries(times) });
    for (const goal of goalsAt(scale).filter(({ id }) => id === 'growth')) {
      assert.deepEqual(judge(goal, rounds), { value: 10, verdict: 'met' });
    }
  }
});

test('a ratio of a case that ran once is taken with the reference of the same round', () => {
  const goal = goalsAt(1).find(({ cases }) => cases.includes('rg folder'));
  const rounds = roundsOf({ folder: { time: [30] }, 'rg folder': { time: [10, 1, 1] } });
  assert.deepEqual(goal?.values(rounds), [3]);
});

test('only a quick run has fewer rounds of the slow cases, and only where no number was given', () => {
  const rounds = (...args: readonly string[]): readonly number[] => {
    const options = readOptions(args);
    return [options.rounds, options.slowRounds];
  };
  assert.deepEqual(rounds(), [5, 5]);
  assert.deepEqual(rounds('--rounds', '2'), [2, 2]);
  assert.deepEqual(rounds('--quick'), [3, 1]);
  assert.deepEqual(rounds('--quick', '--rounds', '2'), [2, 2]);
});

test('every slow case is one that a goal needs', () => {
  const known = new Set(goalsAt(1).flatMap(({ cases }) => cases));
  assert.deepEqual(
    [...slowCases].filter((name) => !known.has(name)),
    [],
  );
});
