import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWrittenTime, utcOf } from '../../../../server/src/analysis/text/time.ts';

/** Reads a time and a date; answers `yyyy-MM-ddTHH:mm:ss.fff bias`, `none` without a moment. */
function read(time: string, date: string): string {
  const text = `${time}|${date}`;
  const { local, bias, impossibleBias } = readWrittenTime(text, 0, time.length, time.length + 1, text.length);
  const moment = Number.isNaN(local) ? 'none' : new Date(local).toISOString().slice(0, -1);
  return `${moment} ${impossibleBias ? 'impossible' : String(bias)}`;
}

test('times and dates of ConfigMgr, padded', () => {
  assert.equal(read('14:24:33.329+420', '06-26-2026'), '2026-06-26T14:24:33.329 420');
  assert.equal(read('15:30:15.759-480', '05-09-2026'), '2026-05-09T15:30:15.759 -480');
});

test('times and dates of the Intune Management Extension: seven digits, no bias, unpadded', () => {
  assert.equal(read('13:24:40.3808236', '2-9-2026'), '2026-02-09T13:24:40.380 null');
});

test('fractions of any length', () => {
  assert.equal(read('01:02:03.4+0', '1-2-2026'), '2026-01-02T01:02:03.400 0');
  assert.equal(read('01:02:03.45', '1-2-2026'), '2026-01-02T01:02:03.450 null');
  assert.equal(read('01:02:03.84164', '1-2-2026'), '2026-01-02T01:02:03.841 null');
  assert.equal(read('01:02:03', '1-2-2026'), '2026-01-02T01:02:03.000 null');
  assert.equal(read('1:02:03', '1-2-2026'), '2026-01-02T01:02:03.000 null');
});

test('the forms of a bias', () => {
  assert.equal(read('10:00:00.000+00', '01-02-2026'), '2026-01-02T10:00:00.000 0');
  assert.equal(read('10:00:00.000-000', '01-02-2026'), '2026-01-02T10:00:00.000 0');
  assert.equal(read('10:00:00.000+-360', '01-02-2026'), '2026-01-02T10:00:00.000 -360');
  assert.equal(read('10:00:00.517 600', '01-02-2026'), '2026-01-02T10:00:00.517 600');
  assert.equal(read('10:00:00+60', '01-02-2026'), '2026-01-02T10:00:00.000 60');
});

test('a bias that cannot be is no bias, and is told', () => {
  assert.equal(read('14:00:00.000+2500', '07-30-2026'), '2026-07-30T14:00:00.000 impossible');
  assert.equal(read('14:00:00.000-841', '07-30-2026'), '2026-07-30T14:00:00.000 impossible');
  assert.equal(read('14:00:00.000-840', '07-30-2026'), '2026-07-30T14:00:00.000 -840');
  assert.equal(read('14:00:00.000+x', '07-30-2026'), '2026-07-30T14:00:00.000 impossible');
});

test('moments that do not exist', () => {
  assert.equal(read('10:00:00.000', '13-01-2026'), 'none null');
  assert.equal(read('10:00:00.000', '02-29-2026'), 'none null');
  assert.equal(read('10:00:00.000', '02-29-2028'), '2028-02-29T10:00:00.000 null');
  assert.equal(read('10:00:00.000', '00-10-2026'), 'none null');
  assert.equal(read('25:00:00.000', '01-01-2026'), 'none null');
  assert.equal(read('10:60:00.000', '01-01-2026'), 'none null');
  assert.equal(read('not-a-time', '01-01-2026'), 'none null');
  assert.equal(read('10:00:00.000', 'not-a-date'), 'none null');
  assert.equal(read('', ''), 'none null');
  assert.equal(read('10:00:00.000', '01-01-20261'), 'none null');
});

test('the year first, where it cannot be anything else', () => {
  assert.equal(read('10:00:00.000', '2026-07-04'), '2026-07-04T10:00:00.000 null');
});

test('UTC is local time plus bias', () => {
  assert.equal(new Date(utcOf(Date.UTC(2026, 4, 9, 15, 30), -480)).toISOString(), '2026-05-09T07:30:00.000Z');
});
