import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { messagesOf, readLog } from './readLog.ts';

const log = [
  '=== Verbose logging started: 11/18/2026  23:58:11  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\WINDOWS\\ccmsetup\\ccmsetup.exe ===',
  'MSI (c) (F4:9C) [23:58:11:123]: Resetting cached policy values',
  'MSI (c) (F4:9C) [23:58:11:124]: ******* RunEngine:',
  '           ******* Product: C:\\WINDOWS\\ccmsetup\\client.msi',
  'Action start 23:59:02: CcmRegisterEndpoint.',
  'Action ended 0:00:03: CcmRegisterEndpoint. Return value 3.',
  'Property(S): Manufacturer = Microsoft Corporation',
  'MSI (s) (90:1D0) [00:00:04:461]: MainEngineThread is returning 1603',
  '=== Verbose logging stopped: 11/19/2026  0:00:05 ===',
  '',
].join('\r\n');

/** `message | local time | thread`, for each record. */
function rows(text: string): readonly string[] {
  return readLog(text, 'client.msi.log').records.map(({ message, localTime, bias, thread }) => {
    assert.equal(bias, null);
    const time = localTime === null ? 'none' : new Date(localTime).toISOString().slice(0, -1);
    return `${message.slice(0, 40)} | ${time} | ${thread}`;
  });
}

test('stamped lines and banners are records; the date comes from the banner and passes midnight', () => {
  assert.deepEqual(rows(log), [
    '=== Verbose logging started: 11/18/2026  | 2026-11-18T23:58:11.000 | 0',
    'Resetting cached policy values | 2026-11-18T23:58:11.123 | 156',
    '******* RunEngine: | 2026-11-18T23:58:11.124 | 156',
    'Action start 23:59:02: CcmRegisterEndpoi | 2026-11-18T23:59:02.000 | 0',
    'Action ended 0:00:03: CcmRegisterEndpoin | 2026-11-19T00:00:03.000 | 0',
    'MainEngineThread is returning 1603 | 2026-11-19T00:00:04.461 | 464',
    '=== Verbose logging stopped: 11/19/2026  | 2026-11-19T00:00:05.000 | 0',
  ]);
});

test('a log without its beginning takes the date of the banner at its end', () => {
  const tail = log.slice(log.indexOf('MSI (s)'));
  assert.deepEqual(rows(tail), [
    'MainEngineThread is returning 1603 | 2026-11-19T00:00:04.461 | 464',
    '=== Verbose logging stopped: 11/19/2026  | 2026-11-19T00:00:05.000 | 0',
  ]);
});

test('a log without any banner has no times', () => {
  const piece = 'MSI (s) (90:64) [02:10:04:461]: MainEngineThread is returning 0\r\n';
  assert.deepEqual(rows(piece), ['MainEngineThread is returning 0 | none | 100']);
});

test('a log in another language', () => {
  const german = [
    '=== Protokollierung gestartet: 18.11.2026  09:02:11 ===',
    'MSI (s) (90:64) [09:02:40:456]: Grabbed execution mutex.',
    'Aktion beendet um 09:02:41: INSTALL. R\u00fcckgabewert 3.',
  ].join('\n');
  assert.deepEqual(rows(german), [
    '=== Protokollierung gestartet: 18.11.202 | 2026-11-18T09:02:11.000 | 0',
    'Grabbed execution mutex. | 2026-11-18T09:02:40.456 | 100',
    'Aktion beendet um 09:02:41: INSTALL. R\u00fcc | 2026-11-18T09:02:41.000 | 0',
  ]);
});

test('banners without a date end in no time, not in a loop', () => {
  assert.deepEqual(rows('=== a ===\nMSI (s) (90:64) [02:10:04:461]: b\n=== c ===\n'), ['b | none | 100']);
});

test('a sentence that speaks of MSI is no such log', () => {
  assert.notEqual(readArtefactText('MSI (s) is a side of it\n', 'notes.txt').kind, 'installer-log');
});

test('it is recognised whatever the file is called', () => {
  assert.equal(readArtefactText(log, 'setup.txt').kind, 'installer-log');
  assert.equal(messagesOf(log, 'setup.txt').length, 7);
});

test('a log whose beginning was cut off goes back from its closing banner over midnight', () => {
  const cut = log.slice(log.indexOf('Action start'));
  assert.deepEqual(rows(cut)[0], 'Action start 23:59:02: CcmRegisterEndpoi | 2026-11-18T23:59:02.000 | 0');
  assert.equal(rows(cut).at(-1), rows(log).at(-1));
});
