import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isArtefactName } from '../../../../server/src/analysis/artefacts/fileNames.ts';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { decode } from '../../../../server/src/analysis/text/decode.ts';
import { analyser } from '../checkCase.ts';

/** What every `.evtx` file begins with: the magic, and the numbers of its chunks and records. */
const header = Uint8Array.of(
  ...[0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0],
  ...[0x5c, 0x10, 0, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 1, 0, 3, 0, 0, 0x10, 4, 0, 0xff, 0xfe, 0xe4, 0x9f],
);

test('a binary event log is recognised by its bytes, and refused with the way to export it', () => {
  const artefact = readArtefactText(decode(header).text, 'collected.bin');
  assert.equal(artefact.kind, 'event-log');
  assert.equal(artefact.type, 'unread');
  assert.match(artefact.problems[0]?.message ?? '', /wevtutil qe .* \/lf:true \/f:text/);
});

for (const [how, text] of [
  ['UTF-16LE', '\u6c45\u4666\u6c69\u0065\u0000'],
  ['UTF-16BE', '\u456c\u6646\u696c\u6500\u0000'],
] as const) {
  test(`a binary event log that was read as ${how} is recognised, too`, () => {
    assert.equal(readArtefactText(text, 'a.evtx').kind, 'event-log');
  });
}

test('a text that only begins with the word is none', () => {
  assert.equal(readArtefactText('ElfFile is how they begin', 'a.txt').kind, 'unknown');
});

test('the event logs that tell of enrollment are looked into in a folder, others are not', () => {
  const admin = 'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider%4Admin.evtx';
  assert.equal(isArtefactName(admin), true);
  assert.equal(isArtefactName('Microsoft-Windows-AAD%4Operational.evtx'), true);
  assert.equal(isArtefactName('Security.evtx'), false);
});

test('a case of nothing but an event log says how to export it', () => {
  const { text, encoding } = decode(header);
  const reading = analyser.read('Admin.evtx', text, encoding, header.length);
  const { findings, files } = analyser.analyse('PC-1', [reading], { now: null, bias: null });
  assert.deepEqual(
    findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`),
    ['warning event-log'],
  );
  assert.equal(files[0]?.kind, 'event-log');
});
