import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  compareCases,
  comparisonMarkdown,
  type CaseSummary,
  type ExportFormat,
} from '../../../../server/src/analysis/index.ts';
import { hostileReport } from './hostile.ts';
import { caseOf, noteOf, record, reporter, reportOf, sampleCase } from './sampleReport.ts';

function readBack(text: string): readonly CaseSummary[] {
  const found = reporter.readExport(text);
  assert.ok('cases' in found, 'problem' in found ? found.problem : '');
  return found.cases;
}

const readable: readonly ExportFormat[] = ['json', 'sarif', 'html'];

describe('an export that comes back', () => {
  for (const format of readable) {
    it(`holds verdict, stages, findings and notes: ${format}`, () => {
      const report = reportOf(sampleCase('failed'), [noteOf()]);
      const [summary] = readBack(reporter.render([report], format));
      assert.deepEqual(summary, reporter.summary(report));
    });

    it(`can hold several cases: ${format}`, () => {
      const reports = ['failed', 'waiting'].map((name) => reportOf({ ...sampleCase(name) }));
      assert.equal(readBack(reporter.render(reports, format)).length, 2);
    });

    it(`survives what logs, names and notes say: ${format}`, () => {
      const report = hostileReport();
      const [summary] = readBack(reporter.render([report], format));
      assert.equal(summary?.findings.length, report.findings.length);
      assert.deepEqual(
        summary.findings.map(({ fingerprint }) => fingerprint),
        report.findings.map(({ fingerprint }) => fingerprint),
      );
    });
  }

  it('may be one of several lines', () => {
    const line = JSON.stringify(reportOf(sampleCase('failed')).json);
    assert.equal(readBack(`${line}\n${line}\n`).length, 2);
  });

  for (const text of [
    '',
    'hello',
    '{}',
    '[]',
    'null',
    '{"cases":[{"verdict":{"outcome":"nonsense"},"stages":[]}]}',
    '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"other"}},"results":[]}]}',
    '<template id="comgmt-lens-data">&#123;',
    reporter.render([reportOf(sampleCase('failed'))], 'markdown'),
    '['.repeat(200_000),
  ]) {
    it(`is told apart from what is none: ${text.slice(0, 60)}`, () => {
      assert.ok('problem' in reporter.readExport(text));
    });
  }

  it('is data: odd values become empty ones', () => {
    const [summary] = readBack(
      JSON.stringify({
        name: '<b>\u001b[31m',
        verdict: { outcome: 'failed', stage: 'nowhere', codes: ['x', 5, '0x80180014'], summary: 7 },
        stages: [{ id: 'enroll', title: '<img>', status: 'failed' }, { id: 'x' }, 5],
        findings: [{ location: { file: '../../x', line: -4 } }, 'x'],
        notes: [{ line: 'x', text: 3, mark: 'evil' }],
      }),
    );
    assert.equal(summary?.name, '<b>');
    assert.deepEqual(summary.verdict, { outcome: 'failed', stage: null, codes: ['0x80180014'], summary: '' });
    assert.deepEqual(summary.stages, [{ id: 'enroll', title: 'Enrollment', status: 'failed', reason: '' }]);
    assert.equal(summary.findings[0]?.line, 1);
    assert.equal(summary.notes[0]?.mark, null);
  });
});

describe('lines of an export in another copy', () => {
  const { findings } = reporter.summary(reportOf(sampleCase('failed')));
  const anchors = findings.map(({ anchor }) => anchor);

  it('are found after lines were added, in a file of another name and in another folder', () => {
    const own = sampleCase('failed');
    const files = own.readings.map(({ path, artefact }) => {
      const text = artefact.text;
      return path === 'CoManagementHandler.log'
        ? ([`bundle/PC-7_handler.log`, `${record('New', '07:00:00.000-60')}\n${text}`] as const)
        : ([`bundle/${path}`, text] as const);
    });
    const copy = caseOf('copy', Object.fromEntries(files));
    const places = reporter.place(anchors, copy.analysis, copy.readings);
    const texts = places.map((place) => {
      const reading = copy.readings.find(({ path }) => path === place?.file);
      return place === null ? null : reading?.artefact.text.slice(place.start, place.end);
    });
    const wanted = reportOf(own).findings.map(({ text }) => text);
    // A value of a registry export is found as a whole.
    texts.forEach((text, index) => assert.ok(text?.includes(wanted[index] ?? '?'), text ?? 'not found'));
  });

  it('are not found where they are not', () => {
    const other = sampleCase('enrolled');
    const logs = anchors.filter((anchor) => anchor?.time !== null);
    assert.ok(logs.length > 0);
    for (const place of reporter.place([...logs, null], other.analysis, other.readings))
      assert.equal(place, null);
  });
});

describe('two states of a case', () => {
  const summary = (name: string): CaseSummary => reporter.summary(reportOf(sampleCase(name)));

  it('that are the same differ in nothing', () => {
    const comparison = compareCases(summary('failed'), summary('failed'));
    assert.deepEqual([comparison.newFindings, comparison.goneFindings], [[], []]);
    assert.ok(comparison.sameFindings > 0);
    assert.ok(comparison.stages.every(({ changed }) => !changed));
    assert.match(comparisonMarkdown(comparison), /^# failed: still failed; no stage changed$/m);
  });

  it('are compared stage by stage', () => {
    const comparison = compareCases(summary('waiting'), summary('enrolled'));
    assert.deepEqual(
      comparison.stages.filter(({ changed }) => changed).map(({ id, before, after }) => [id, before, after]),
      [
        ['schedule', 'waiting', 'succeeded'],
        ['enroll', 'not-reached', 'succeeded'],
        ['provision', 'not-reached', 'succeeded'],
      ],
    );
    assert.equal(comparison.goneFindings[0]?.ruleId, 'schedule.timer-waiting');
    assert.match(comparisonMarkdown(comparison), /\| Enrollment \| not reached \| \*\*succeeded\*\* \|/);
  });
});
