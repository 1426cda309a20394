import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactText } from './redactText.ts';
import { processorTime } from '../processorTime.ts';

/** Runs of characters that are hard on patterns which try a place again and again. */
const hostile: readonly string[] = [
  'a',
  'a.',
  'eyJ',
  'a@',
  '%41',
  'f:',
  '00-',
  '\\\\',
  '0a,',
  'CN=',
  '//a',
  'A5',
  ' a ',
  'is is ',
  'a=',
  '{"',
  '\\Users\\',
  'hex:',
  '1.',
  'S-1-',
  'ABCDE-',
  'user "A',
  'user a\\',
  '\\OneDrive - a',
  '\\\\a\\home\\b',
  'name="x" ',
  '"displayName":"a"',
  ' a REG_SZ b',
  'TERMSRV/a',
  '*.a',
  '_a@b',
  '\\Users\\a ',
  '\\Users\\a B=',
  "PROPERTY CHANGE: Adding username property. Its value is '",
  'Property(S): username = ',
  'DisplayName = Ab ',
];

for (const run of hostile) {
  test(`twice the text takes about twice the time: ${JSON.stringify(run)}`, () => {
    const half = run.repeat(Math.ceil(40_000 / run.length));
    redactText(half);
    const [first, second] = [timeOf(half), timeOf(half + half)];
    // A square would be four times as long; small times are all noise.
    assert.ok(second < 250 || second < first * 3.2, `${first.toFixed(0)} ms, then ${second.toFixed(0)} ms`);
  });
}

function timeOf(text: string): number {
  return processorTime(() => redactText(text), 3);
}
