import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isEnrolled, type CaseAnalysis } from '../../../../server/src/analysis/index.ts';
import { readCaseFixture, type CaseFixture } from '../caseFixture.ts';
import { analyser } from '../checkCase.ts';

type File = CaseFixture['files'][number];

const folder = new URL('../../../fixtures/cases/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.case'))
  .map((name) => ({ name, ...readCaseFixture(readFileSync(new URL(name, folder), 'utf8')) }));

/** What a healthy client writes into a log of its own, which says nothing about enrollment. */
const unrelated: File = {
  path: 'unrelated/SrcUpdateMgr.log',
  text: '<![LOG[Source list update is complete]LOG]!><time="07:00:00.000-060" date="11-01-2026" component="SrcUpdateMgr" context="" type="1" thread="1204" file="invented.cpp:1">\r\n',
};

/** Artefacts of a device on which nothing is wrong. */
const healthy = readCaseFixture(`=== healthy/ccmsetup.log -060
2026-10-01 08:09:00 CcmSetup is exiting with return code 0
=== healthy/ClientIDManagerStartup.log -060
2026-11-20 08:10:00 [RegTask] - Client is already registered. Exiting registration task.
=== healthy/dsregcmd.txt
+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
          EnterpriseJoined : NO
              DomainJoined : YES
          DeviceAuthStatus : SUCCESS
`).files;

describe('the reasoning, over every case', () => {
  test('gives the same answer to the same input', () => {
    for (const fixture of fixtures) assert.deepEqual(judge(fixture), judge(fixture), fixture.name);
  });

  test('does not depend on the order of the files', () => {
    for (const fixture of fixtures) {
      const turned = { ...fixture, files: fixture.files.toReversed() };
      assert.deepEqual(essence(judge(turned)), essence(judge(fixture)), fixture.name);
    }
  });

  test('is not moved by an unrelated healthy file', () => {
    for (const fixture of fixtures) {
      const more = { ...fixture, files: [...fixture.files, unrelated] };
      assert.deepEqual(essence(judge(more)), essence(judge(fixture)), fixture.name);
    }
  });

  test('leaves an enrolled device enrolled when healthy artefacts join the case', () => {
    const enrolled = fixtures.filter((fixture) => isEnrolled(judge(fixture).verdict.outcome));
    assert.ok(enrolled.length > 20);
    for (const fixture of enrolled) {
      const { verdict } = judge({ ...fixture, files: [...fixture.files, ...healthy] });
      assert.equal(verdict.outcome, judge(fixture).verdict.outcome, `${fixture.name}: ${verdict.summary}`);
    }
  });

  test('says one sentence, and nothing twice', () => {
    for (const fixture of fixtures) {
      const { summary } = judge(fixture).verdict;
      assert.match(summary, /^[^\n]+\.$/, fixture.name);
      assert.doesNotMatch(summary, /\.\s+[A-Z]|\.\.|,,| {2}|\b(\w+) \1\b/, `${fixture.name}: ${summary}`);
    }
  });

  test('shows evidence with every verdict that is more than a guess', () => {
    for (const fixture of fixtures) {
      const { verdict } = judge(fixture);
      if (verdict.confidence !== 'guess') assert.notEqual(verdict.evidence.length, 0, fixture.name);
    }
  });

  test('marks the stage of a failure as failed, and the one that waits as waiting', () => {
    for (const fixture of fixtures) {
      const { verdict, stages } = judge(fixture);
      if (verdict.outcome !== 'failed' && verdict.outcome !== 'waiting') continue;
      const stage = stages.find((one) => one.id === verdict.stage);
      // An attempt of which the log does not tell the result waits for it.
      const fits = verdict.outcome === 'failed' ? ['failed'] : ['waiting', 'in-progress'];
      assert.ok(fits.includes(stage?.status ?? ''), `${fixture.name}: ${verdict.stage ?? 'no stage'}`);
    }
  });
});

describe('a log that is cut anywhere', () => {
  const cut = (name: string): readonly { readonly cut: CaseAnalysis; readonly kept: string }[] => {
    const fixture = fixtures.find((one) => one.name === name);
    const log = fixture?.files.find((file) => file.path === 'CoManagementHandler.log');
    if (log === undefined) throw new Error(`No such case: ${name}`);
    const records = log.text.split('\r\n');
    return records.map((_, count) => {
      const kept = records.slice(0, count).join('\r\n');
      return { cut: judge({ expected: {}, files: [{ path: log.path, text: kept }] }), kept };
    });
  };

  for (const name of [
    'failed-user-three-tries-then-device-succeeds.case',
    'enrolled-device-fails-user-succeeds.case',
    'enrolled-after-time-out.case',
  ]) {
    test(`never tells of an enrollment before it: ${name}`, () => {
      for (const { cut: analysis, kept } of cut(name)) {
        const told = kept.includes('MDM enrollment succeeded');
        assert.equal(isEnrolled(analysis.verdict.outcome), told, kept.slice(-120));
      }
    });
  }
});

describe('the enrollment timer', () => {
  const waiting = fixtures.find((one) => one.name === 'waiting-timer-ahead.case');
  // 03:17 local time, one hour ahead of UTC.
  for (const [now, outcome] of [
    ['2026-11-20T02:16:59Z', 'waiting'],
    ['2026-11-20T02:17:00Z', 'waiting'],
    ['2026-11-20T02:47:00Z', 'waiting'],
    ['2026-11-20T02:47:01Z', 'failed'],
    ['2027-11-20T02:47:01Z', 'failed'],
  ] as const) {
    test(`at ${now}: ${outcome}`, () => {
      assert.ok(waiting);
      assert.equal(judge({ ...waiting, expected: { now } }).verdict.outcome, outcome);
    });
  }
});

function judge({ files, expected }: Pick<CaseFixture, 'files' | 'expected'>): CaseAnalysis {
  const readings = files.map(({ path, text }) => analyser.read(path, text, 'utf-8', text.length));
  const now = expected.now === undefined ? null : Date.parse(expected.now);
  return analyser.analyse('case', readings, { now, bias: null });
}

/** What an administrator acts on; findings are compared as a set, since they follow the order of the files. */
function essence({ verdict, stages, attempts, findings }: CaseAnalysis): unknown {
  return {
    outcome: verdict.outcome,
    stage: verdict.stage,
    codes: verdict.codes,
    cause: verdict.cause,
    summary: verdict.summary,
    confidence: verdict.confidence,
    stages: stages.map(({ id, status, reason }) => ({ id, status, reason })),
    attempts: attempts.map(({ number, credential, result, code }) => ({ number, credential, result, code })),
    findings: findings
      .map(({ ruleId, severity, place }) => `${severity} ${ruleId} ${place.file} ${String(place.start)}`)
      .toSorted(),
  };
}
