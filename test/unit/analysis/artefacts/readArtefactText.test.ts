import assert from 'node:assert/strict';
import { test } from 'node:test';
import { artefactReaders, readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';

const attributes = '<time="10:00:01.250-120" date="11-20-2026" component="C" type="1" thread="1" file="">';

function check(kind: string, text: string, name = 'unnamed'): void {
  const artefact = readArtefactText(text, name);
  assert.equal(artefact.kind, kind, JSON.stringify(text));
  assert.equal(artefact.text, text);
}

test('logs are known by their content, whatever they are called', () => {
  check('ccm-log', `<![LOG[a]LOG]!>${attributes}`);
  check('ccm-log', `rest of a message]LOG]!>${attributes}`);
  check('ccm-log', `\ufeff\n# a comment\n<![LOG[begins and does not end`);
  check('simple-log', 'a  $$<A><11-20-2026 10:00:00.000+420><thread=1 (0x1)>');
  check('simple-log', '<Fri Dec  9 11:25:00 2026> =====');
});

test('the name helps where the content is thin', () => {
  check('ccm-log', 'cut <![LOG[off', 'CoManagementHandler.lo_');
  check('unknown', 'write "<![LOG[$message" to the file', 'readme');
  check('simple-log', 'a $$<SMS_PROCESSOR>\nb $$<SMS_PROCESSOR>\n', 'dataldr.log');
});

test('a text of no kind is unknown, without a problem', () => {
  for (const text of [
    '',
    ' \r\n',
    '\0\0\0',
    'just text',
    '2026-11-20 10:00:00 [info] started',
    'costs $$<5',
  ]) {
    check('unknown', text, 'other.log');
    assert.deepEqual(readArtefactText(text, 'other.log').problems, []);
  }
});

test('each kind has one reader', () => {
  const kinds = artefactReaders.map(({ kind }) => kind);
  assert.deepEqual(kinds, [...new Set(kinds)]);
});
