import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  createAnalyser,
  formatHex,
  type CaseAnalysis,
  type Reading,
} from '../../../server/src/analysis/index.ts';
import { createLocator } from '../../../server/src/analysis/features/locations.ts';
import { createCatalogue, lazyCodeTable } from '../../../server/src/catalogue/index.ts';
import { buildCodeTable } from '../../../server/src/catalogue/codes/generate.ts';
import { readCaseFixture, type CaseFixture, type ExpectationKey } from './caseFixture.ts';

const codesUrl = new URL('../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);

/** The core with the whole catalogue, as the shells build it. */
export const analyser = createAnalyser(
  createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codesUrl, 'utf8')))),
);

/** Judges the case of a fixture and compares every expectation that the fixture states. */
export function checkCase(source: string): void {
  const fixture = readCaseFixture(source);
  const readings = fixture.files.map(({ path, text }) => analyser.read(path, text, 'utf-8', text.length));
  const now = fixture.expected.now;
  const analysis = analyser.analyse('fixture', readings, {
    now: now === undefined ? null : Date.parse(now),
    bias: null,
  });
  for (const [key, wanted] of Object.entries(fixture.expected)) {
    assertExpectation(analysis, key as ExpectationKey, wanted);
  }
  if (analysis.verdict.outcome.startsWith('enrolled') && fixture.expected.errors === undefined) {
    assertExpectation(analysis, 'errors', '0');
  }
  assertFindings(analysis, readings, fixture);
}

function assertExpectation(analysis: CaseAnalysis, key: ExpectationKey, wanted: string): void {
  const { verdict } = analysis;
  switch (key) {
    case 'outcome':
    case 'confidence':
      return assert.equal(verdict[key], wanted, `${key}: ${verdict.summary}`);
    case 'stage':
    case 'cause':
      return assert.equal(verdict[key] ?? 'none', wanted, `${key}: ${verdict.summary}`);
    case 'codes':
      return assert.equal(verdict.codes.map(formatHex).join(', ') || 'none', wanted);
    case 'summary':
      return assert.equal(verdict.summary, wanted);
    case 'workloads':
      return assert.equal(analysis.workloads?.intune.join(', ') || 'none', wanted);
    case 'authority':
      return assert.equal(analysis.workloads?.authority ?? 'none', wanted);
    case 'unknown-bits':
      return assert.equal(analysis.workloads?.unknownBits.join(', ') || 'none', wanted);
    case 'errors':
      return assert.equal(
        analysis.findings.filter((finding) => finding.severity === 'error').length,
        Number(wanted),
        analysis.findings.map((finding) => `${finding.severity} ${finding.ruleId}`).join('; '),
      );
    case 'stages':
      for (const pair of wanted.split(/,\s*/)) {
        const [id, status] = pair.split(' ');
        const stage = analysis.stages.find((one) => one.id === id);
        assert.equal(stage?.status, status, `stage ${id ?? ''}: ${stage?.reason ?? 'no such stage'}`);
      }
      return;
    case 'attempts':
      return assert.equal(
        analysis.attempts
          .map(({ number, credential, result, code }) =>
            [String(number), credential, result, ...(code === null ? [] : [formatHex(code)])].join(' '),
          )
          .join(', ') || 'none',
        wanted,
      );
    case 'findings':
      return assert.equal(wanted, 'all', 'findings: all, or no such line');
    case 'now':
      return;
  }
}

function assertFindings(analysis: CaseAnalysis, readings: readonly Reading[], fixture: CaseFixture): void {
  const locate = createLocator(readings);
  const found = analysis.findings.map((finding) => {
    const { file, line } = locate(finding.place);
    return `${file}:${String(line)} ${finding.severity} ${finding.ruleId}`;
  });
  const marked = fixture.findings.map(
    (one) => `${one.file}:${String(one.line)} ${one.severity} ${one.ruleId}`,
  );
  if (fixture.expected.findings === 'all') {
    assert.deepEqual(found.toSorted(), marked.toSorted());
    return;
  }
  for (const wanted of marked) {
    assert.ok(found.includes(wanted), `missing finding: ${wanted}\nfound:\n${found.join('\n')}`);
  }
}
