import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { caseReportNotes } from '../../../../server/src/analysis/features/caseReportNotes.ts';
import {
  Anchors,
  createReporter,
  editNotesText,
  readSource,
  wholeFile,
} from '../../../../server/src/analysis/index.ts';
import { sourceOfBytes } from '../../../../server/src/analysis/text/byteSource.ts';
import { analyser } from '../checkCase.ts';

const name = 'CoManagementHandler.log';
const bytes = readFileSync(new URL(`../../../../samples/failed/${name}`, import.meta.url));
const text = bytes.toString('utf8');
const source = sourceOfBytes(bytes);
/** The first failure, which is no line that a file of its own would be needed to find. */
const offset = text.indexOf('<![LOG[Failed to enroll');
const line = text.slice(0, offset).split('\n').length;

function notesFile(): string {
  const anchor = new Anchors().make(wholeFile(readSource(analyser, name, source, true)), offset);
  const edit = {
    kind: 'add',
    id: 'n1',
    comment: { id: 'c1', markdown: 'This is why' },
    fields: {},
  } as const;
  const by = { author: 'Ada', time: '2026-11-22T12:00:00.000Z' };
  return editNotesText(null, 'PC-1', edit, by, anchor).text ?? '';
}

test('notes on files whose text was let go stand at their lines in a report, with what finds them again', () => {
  const texts = [{ uri: 'a.comgmt.json', text: notesFile() }];
  const reporter = createReporter(analyser.catalogue, { name: 'comgmt-lens', version: '0.0.0' });
  const reports = [true, false].map((keepText) => {
    const readings = [readSource(analyser, name, source, keepText)];
    const analysis = analyser.analyse('PC-1', readings, { now: null, bias: null });
    const { notes, problems } = caseReportNotes(texts, analysis, readings, (path, use) => {
      assert.equal(path, name);
      return use(source);
    });
    assert.deepEqual(problems, []);
    return reporter.report(analysis, readings, notes);
  });
  const [whole, inParts] = reports.map(({ notes }) => notes);
  assert.equal(whole?.[0]?.line, line);
  assert.match(whole[0].anchor.hash, /^(?!00000000|e3b0c442)/);
  assert.deepEqual(inParts, whole);
});
