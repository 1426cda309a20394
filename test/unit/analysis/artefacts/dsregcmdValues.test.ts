import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  readTestResult,
  readTimeRange,
  readUtcTime,
} from '../../../../server/src/analysis/artefacts/dsregcmdValues.ts';

const results: readonly (readonly [
  value: string,
  result: string,
  error: number | null,
  subError: number | null,
])[] = [
  ['PASS', 'PASS', null, null],
  ['PASSED', 'PASS', null, null],
  ['SUCCESS', 'PASS', null, null],
  ['FAIL', 'FAIL', null, null],
  ['FAIL [0x801c001d]', 'FAIL', 0x801c001d, null],
  ['FAIL [0x801c0021/0x801c000c]', 'FAIL', 0x801c0021, 0x801c000c],
  ['FAIL [0x801C0021 / 0x801C000C]', 'FAIL', 0x801c0021, 0x801c000c],
  ['FAILED. Device is either disabled or deleted', 'FAIL', null, null],
  ['FAILED. ERROR', 'FAIL', null, null],
  ['fail [0x0/0x1]', 'FAIL', 0, 1],
  ['SKIPPED', 'SKIPPED', null, null],
  ['MUST Run elevated to test.', 'NOT-ELEVATED', null, null],
  ['', 'OTHER', null, null],
  ['PASSWORD', 'OTHER', null, null],
  ['ENABLED', 'OTHER', null, null],
];

for (const [value, result, error, subError] of results) {
  test(`test result "${value}"`, () => {
    assert.deepEqual(readTestResult(value), { result, error, subError });
  });
}

test('a time in UTC', () => {
  assert.equal(readUtcTime('2026-05-12 06:58:03.000 UTC'), Date.UTC(2026, 4, 12, 6, 58, 3));
  assert.equal(readUtcTime('2026-05-12 06:58:03.12 UTC'), Date.UTC(2026, 4, 12, 6, 58, 3, 120));
  assert.equal(readUtcTime('2026-05-12 06:58:03 UTC'), Date.UTC(2026, 4, 12, 6, 58, 3));
});

test('what is no time is not guessed', () => {
  for (const value of [
    '',
    'NONE',
    '2026-13-12 06:58:03.000 UTC',
    '2026-05-12 06:58:03.000',
    '2026-02-30 06:58:03.000 UTC',
  ]) {
    assert.equal(readUtcTime(value), null, value);
  }
});

test('a range of times, with two dashes or one', () => {
  const expected = { from: Date.UTC(2025, 2, 4, 8, 11, 52), to: Date.UTC(2035, 2, 4, 8, 41, 52) };
  assert.deepEqual(readTimeRange('[ 2025-03-04 08:11:52.000 UTC -- 2035-03-04 08:41:52.000 UTC ]'), expected);
  assert.deepEqual(readTimeRange('[2025-03-04 08:11:52.000 UTC - 2035-03-04 08:41:52.000 UTC]'), expected);
});

test('a range that is cut is none', () => {
  assert.equal(readTimeRange('[ 2025-03-04 08:11:52.000 UTC -- 2035-03'), null);
  assert.equal(readTimeRange(`[ ${'2'.repeat(100_000)}`), null);
});
