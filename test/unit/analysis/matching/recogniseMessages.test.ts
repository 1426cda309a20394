import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createAnalyser } from '../../../../server/src/analysis/analyser.ts';
import type { Reading } from '../../../../server/src/analysis/caseAnalysis.ts';
import { recordAt } from '../../../../server/src/analysis/artefacts/recordTable.ts';
import { buildCodeTable } from '../../../../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../../../../server/src/catalogue/index.ts';

const codes = new URL('../../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
const analyser = createAnalyser(
  createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8')))),
);

function read(text: string, name = 'paste.txt'): Reading {
  return analyser.read(name, text, 'utf-8', text.length);
}

/** Catalogue ids of what a text says, in its order. */
function idsOf(reading: Reading): readonly string[] {
  return reading.observations.map(({ entry }) => entry.id);
}

const known = 'Machine is already enrolled with MDM';
const prose = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => `This is sentence ${i} of a page about devices.\n`).join('');

test('a few lines with one known message are an excerpt', () => {
  const reading = read(`\n  - **${known}**  \n\nSomething else\n`);
  assert.equal(reading.artefact.kind, 'log-excerpt');
  assert.deepEqual(idsOf(reading), ['comanagement.machine-already-enrolled']);
});

test('entities, escapes and bold inside a message do not hide it', () => {
  assert.deepEqual(
    idsOf(read('Merged value for setting &#39;CoManagementSettings\\_AutoEnroll&#39; is &#39;true&#39;')),
    ['comanagement.auto-enroll-on'],
  );
});

test('a page that quotes one message among many lines is no log', () => {
  assert.equal(read(`${prose(100)}${known}\n${prose(100)}`).artefact.kind, 'unknown');
  assert.equal(read(`${prose(10)}${known}\n`, 'README.md').artefact.kind, 'unknown');
});

test('lines of other programs are no log', () => {
  assert.equal(
    read(
      '2026-11-20T16:23:22+01:00 INF calling something to enroll a device failed error="0x8018000a"\n',
      'orbit.log',
    ).artefact.kind,
    'unknown',
  );
  assert.equal(read('').artefact.kind, 'unknown');
});

test('a longer list of messages needs a fair share of known ones, a smaller one where they differ', () => {
  const other = 'Some message that nobody knows\n';
  assert.equal(read(`${known}\n${other.repeat(3)}`).artefact.kind, 'log-excerpt');
  assert.equal(read(`${known}\n${other.repeat(8)}`).artefact.kind, 'unknown');
  assert.equal(
    read(`${known}\nDevice is not provisioned\nMDM enrollment succeeded\n${other.repeat(15)}`).artefact.kind,
    'log-excerpt',
  );
});

test('texts of events are events, with the number of the line above them and the lines below them', () => {
  const reading = read(
    'Event ID 75\n\nAuto MDM Enroll: Succeeded\n\n' +
      'Event 304, User Device Registration\nAutomatic registration failed at join phase.\nExit code: 0x801c03f2\n' +
      'Event ID 72: MDM Enroll: Succeeded\n',
  );
  assert.equal(reading.artefact.kind, 'event-text');
  const { records } = reading.artefact;
  assert.deepEqual(
    Array.from({ length: records.count }, (_, i) => [
      records.eventId?.[i],
      recordAt(records, i).component,
      recordAt(records, i).message,
    ]),
    [
      [75, '', 'Auto MDM Enroll: Succeeded'],
      [
        304,
        'User Device Registration',
        'Automatic registration failed at join phase.\nExit code: 0x801c03f2',
      ],
      [72, '', 'MDM Enroll: Succeeded'],
    ],
  );
  assert.deepEqual(idsOf(reading), [
    'mdm-event.auto-enrolled',
    'join-event.join-failed',
    'mdm-event.enrolled',
  ]);
});

test('an event in another language is known by its number, in its own log only', () => {
  const event = (source: string, id: number): string =>
    `Protokollname: ${source}/Admin\nQuelle: ${source}\nEreignis-ID: ${id}\nEbene: Fehler\nBeschreibung:\nText in einer anderen Sprache (0x8018002b)\n`;
  const mdm = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider';
  assert.deepEqual(idsOf(read(event(mdm, 76))), ['mdm-event.auto-enroll-failed']);
  assert.deepEqual(idsOf(read(event(mdm, 9999))), []);
  assert.deepEqual(idsOf(read(event('Microsoft-Windows-Kernel-General', 76))), []);
});

test('lists of events come newest first, and the newest still decides', () => {
  const list =
    'Level\tDate and Time\tSource\tEvent ID\tTask Category\n' +
    'Information\t11/20/2026 3:00:00 PM\tDeviceManagement-Enterprise-Diagnostics-Provider\t75\tNone\tAuto MDM Enroll: Succeeded\n' +
    'Error\t11/20/2026 2:00:00 PM\tDeviceManagement-Enterprise-Diagnostics-Provider\t76\tNone\tAuto MDM Enroll: Failed (Unknown Win32 Error code: 0x8018002b)\n';
  const { verdict } = analyser.analyse('PC01', [read(list, 'events.txt')], { now: null, bias: null });
  assert.equal(verdict.outcome, 'enrolled');
});

test('UTC of events does not become the zone of logs that tell none', () => {
  const event =
    '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>75</EventID>' +
    '<TimeCreated SystemTime="2026-11-20T12:00:00.000Z" /></System></Event>';
  const paste =
    'Machine is already enrolled with MDM\tCoManagementHandler\t11/20/2026 8:00:00 PM\t16 (0x10)\n';
  const { files } = analyser.analyse('PC01', [read(event, 'event.xml'), read(paste)], {
    now: null,
    bias: null,
  });
  assert.deepEqual(
    files.map(({ kind, from }) => [kind, from?.utc ?? null]),
    [
      ['event-text', Date.UTC(2026, 10, 20, 12)],
      ['log-excerpt', null],
    ],
  );
});
