import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseAnalysis } from '../../../../server/src/analysis/caseAnalysis.ts';
import { jumpTargetOf } from '../../../../server/src/analysis/features/jumpTarget.ts';
import { analysisOf, documentOf, evidenceOf, stageOf, verdictOf } from './caseValues.ts';

function jump(values: Partial<CaseAnalysis>) {
  const document = documentOf('first line\nsecond line\n');
  return jumpTargetOf(analysisOf(values), (file) => (file === 'gone.log' ? null : document));
}

test('the verdict names the line', () => {
  const target = jump({
    verdict: verdictOf({ evidence: [evidenceOf({ place: { file: 'a.log', start: 11, end: 17 } })] }),
  });
  assert.equal(target?.label, 'Enrollment failed with 0x80180026.');
  assert.deepEqual(target.location.range.start, { line: 1, character: 0 });
});

test('evidence in a file that is gone is passed over', () => {
  const evidence = [
    evidenceOf({ place: { file: 'gone.log', start: 0, end: 1 } }),
    evidenceOf({ text: 'still there' }),
  ];
  assert.match(jump({ verdict: verdictOf({ evidence }) })?.detail ?? '', /still there$/);
});

test('without a stage in the verdict the stage that failed counts, and else the one that waits', () => {
  const verdict = verdictOf({ outcome: 'enrolled', stage: null, evidence: [] });
  const waiting = stageOf({ id: 'report', title: 'Reports', status: 'waiting' });
  assert.match(jump({ verdict, stages: [waiting] })?.detail ?? '', /^Reports: waiting/);
  assert.match(jump({ verdict, stages: [waiting, stageOf()] })?.detail ?? '', /^Enrollment: failed/);
});

test('where nothing failed there is nowhere to jump', () => {
  const verdict = verdictOf({ outcome: 'enrolled', stage: null });
  assert.equal(jump({ verdict, stages: [stageOf({ status: 'succeeded' })] }), null);
});
