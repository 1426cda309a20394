import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  decode,
  noChoices,
  nothingBeside,
  redactCase,
  type CaseAnalysis,
  type Reading,
} from '../../../../server/src/analysis/index.ts';
import { readCaseFixture } from '../caseFixture.ts';
import { analyser } from '../checkCase.ts';

const samples = new URL('../../../../samples/', import.meta.url);
const fixtures = new URL('../../../fixtures/cases/', import.meta.url);

interface NamedCase {
  readonly name: string;
  readonly readings: readonly Reading[];
  readonly now: number | null;
}

const cases: readonly NamedCase[] = [
  ...readdirSync(samples).map(sampleCase),
  ...readdirSync(fixtures).map(fixtureCase),
];

for (const { name, readings, now } of cases) {
  test(`${name} is judged the same when it is redacted, and nothing is left in it`, () => {
    const options = { now, bias: null };
    const copy = redactCase(name, readings, nothingBeside, noChoices, analyser);
    assert.deepEqual(
      copy.files.flatMap(({ scan }) => scan()),
      [],
    );
    assert.deepEqual(judgement(copy.analysis(options)), judgement(analyser.analyse(name, readings, options)));
    const again = redactCase(name, copy.readings, nothingBeside, noChoices, analyser);
    assert.deepEqual(
      again.files.map(({ text }) => text),
      copy.files.map(({ text }) => text),
      'a redacted copy has nothing left to redact',
    );
  });
}

/** Everything but the texts that quote the files. */
function judgement({ verdict, stages, attempts, findings, files, workloads, asOf }: CaseAnalysis): unknown {
  const { outcome, stage, codes, cause, confidence } = verdict;
  return {
    verdict: { outcome, stage, codes, cause, confidence },
    stages: stages.map(({ id, status, evidence }) => [id, status, evidence.length]),
    attempts: attempts.map(({ number, credential, result, code }) => [number, credential, result, code]),
    findings: findings.map(({ ruleId, severity, codes: found, stage: at }) => [ruleId, severity, found, at]),
    files: files.map(({ kind, records, problems }) => [kind, records, problems.map(({ id }) => id)]),
    workloads,
    asOf,
  };
}

function sampleCase(name: string): NamedCase {
  const folder = new URL(`${name}/`, samples);
  const readings = readdirSync(folder).map((file) => {
    const bytes = readFileSync(new URL(file, folder));
    const { text, encoding } = decode(bytes);
    return analyser.read(file, text, encoding, bytes.length);
  });
  return { name: `samples/${name}`, readings, now: null };
}

function fixtureCase(name: string): NamedCase {
  const { files, expected } = readCaseFixture(readFileSync(new URL(name, fixtures), 'utf8'));
  const readings = files.map(({ path, text }) => analyser.read(path, text, 'utf-8', text.length));
  return { name, readings, now: expected.now === undefined ? null : Date.parse(expected.now) };
}
