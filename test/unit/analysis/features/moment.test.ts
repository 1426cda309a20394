import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatClock, formatSpan } from '../../../../server/src/analysis/features/moment.ts';

test('spans are said in their two largest units', () => {
  const spans = [20, 1_000, 200_000, 3_600_000, 3_660_000, 90_061_000, -5_000].map(formatSpan);
  assert.deepEqual(spans, ['20 ms', '1 s', '3 min 20 s', '1 h', '1 h 1 min', '1 d 1 h', '5 s']);
});

test('a clock without a possible time does not throw', () => {
  assert.equal(formatClock(Date.UTC(2026, 10, 20, 14, 35, 2)), '2026-11-20 14:35:02');
  assert.equal(formatClock(Number.NaN), 'an impossible time');
});
