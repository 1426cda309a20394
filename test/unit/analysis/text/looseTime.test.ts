import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLooseTime } from '../../../../server/src/analysis/text/time.ts';

function check(text: string, expected: string | null): void {
  const found = parseLooseTime(text);
  const shown =
    found &&
    `${new Date(found.local).toISOString().slice(0, -5)} ${found.zone}${found.ambiguous ? ' ambiguous' : ''}`;
  assert.equal(shown, expected, text);
}

test('a timer as the log prints it', () => {
  check('Queuing enrollment timer to fire at 07/24/2026 13:19:41 local time.', '2026-07-24T13:19:41 local');
  check('Queuing enrollment timer to fire at 07/24/2026 13:19:41 UTC', '2026-07-24T13:19:41 utc');
  check('fire at 7/24/2026 1:19:41 PM', '2026-07-24T13:19:41 local');
  check('fire at 7/24/2026 12:05:00 AM', '2026-07-24T00:05:00 local');
  check('fire at 7/24/2026 at 1:19 p.m.', '2026-07-24T13:19:00 local');
});

test('the order of day and month', () => {
  check('24/07/2026 13:19:41', '2026-07-24T13:19:41 local');
  check('03/07/2026 13:19:41', '2026-03-07T13:19:41 local ambiguous');
  check('03/03/2026 13:19:41', '2026-03-03T13:19:41 local');
  check('03.07.2026 13:19:41', '2026-07-03T13:19:41 local');
  check('07-24-2026 13:19:41', '2026-07-24T13:19:41 local');
});

test('the year first', () => {
  check('2026-07-24T13:19:41Z', '2026-07-24T13:19:41 utc');
  check('2026-07-24 13:19:41.1234567', '2026-07-24T13:19:41 local');
  check('2026/07/24 13:19:41', '2026-07-24T13:19:41 local');
  check('2026-07-24T13:19:41+02:00', '2026-07-24T11:19:41 utc');
  check('2026-07-24T13:19:41-0530', '2026-07-24T18:49:41 utc');
});

test('what is no date with a time', () => {
  check('', null);
  check('version 10.0.26100.1 of 3/4', null);
  check('13/13/2026 10:00:00', null);
  check('07/24/2026 25:00:00', null);
  check('0x80180026', null);
  check('201x/12/06 18:18:08', null);
  check('1234567/24/2026 13:19:41', null);
});

test('a later date is found behind something that only begins like one', () => {
  check('1/2 of 99/99/2026 1:00, then 07/24/2026 13:19:41', '2026-07-24T13:19:41 local');
});
