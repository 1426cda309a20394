import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings, parseSettings, parseTimeZone } from '../../../server/src/settings.ts';

test('a time zone is a bias, an offset with a colon, or UTC', () => {
  const read = (...texts: string[]) => texts.map(parseTimeZone);
  assert.deepEqual(read('UTC', 'z', '0'), [0, 0, 0]);
  assert.deepEqual(read('-60', '+480', ' 300 '), [-60, 480, 300]);
  assert.deepEqual(read('+01:00', '-08:00', 'UTC+5:30'), [-60, 480, -330]);
});

test('anything else is no time zone', () => {
  assert.deepEqual(['', 'Europe/Berlin', '9999', '+25:00', '1e3'].map(parseTimeZone), [
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('what is not set, or set to something else than text, counts as not set', () => {
  const none = { bias: null, redactExports: true };
  assert.deepEqual([defaultSettings, null, {}, { timeZone: 60, redactExports: 'no' }].map(parseSettings), [
    none,
    none,
    none,
    none,
  ]);
});

test('exports are redacted unless the setting says plainly no', () => {
  assert.equal(parseSettings({ redactExports: false }).redactExports, false);
  assert.equal(parseSettings({ redactExports: null }).redactExports, true);
});
