import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Log, Run } from 'sarif';
import { hostileReport } from './hostile.ts';
import { caseOf, noteOf, record, reporter, reportOf, sampleCase, type TestCase } from './sampleReport.ts';
import { sarifErrors } from './sarifSchema.ts';

function runOf(text: string): Run {
  const [run] = (JSON.parse(text) as Log).runs;
  assert.ok(run !== undefined);
  return run;
}

function fingerprints(state: TestCase): readonly string[] {
  return reportOf(state).findings.map(({ fingerprint }) => fingerprint);
}

describe('a SARIF report', () => {
  it('is told apart from what is none by the schema that the tests use', () => {
    assert.notDeepEqual(sarifErrors('{"version":"2.1.0","runs":[{"tool":{}}]}'), []);
  });

  for (const name of ['failed', 'waiting', 'enrolled']) {
    it(`satisfies the schema: ${name}`, () => {
      const sarif = reporter.render(
        [reportOf(sampleCase(name), [noteOf(), noteOf({ mark: null })])],
        'sarif',
      );
      assert.deepEqual(sarifErrors(sarif), []);
    });
  }

  it('satisfies the schema whatever logs, names and notes say, and makes no link of it', () => {
    const sarif = reporter.render([hostileReport()], 'sarif');
    assert.deepEqual(sarifErrors(sarif), []);
    const { results = [] } = runOf(sarif);
    assert.ok(results.length > 40);
    for (const { message } of results) assert.doesNotMatch(message.text ?? '', /\]\(/);
    // The rules' help is the only Markdown in it.
    for (const { message } of results) assert.equal(message.markdown, undefined);
  });

  it('describes every rule once, with help, and each result knows its rule', () => {
    const { tool, results = [] } = runOf(reporter.render([reportOf(sampleCase('failed'))], 'sarif'));
    const rules = tool.driver.rules ?? [];
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const rule of rules) assert.ok((rule.help?.text ?? '') !== '' && (rule.help?.markdown ?? '') !== '');
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
    assert.match(
      rules.find(({ id }) => id === 'registry.gp-disable-registration')?.helpUri ?? '',
      /^https:\/\/learn\.microsoft\.com\//,
    );
  });

  it('points at regions of files below the folder of the case', () => {
    const {
      artifacts = [],
      results = [],
      originalUriBaseIds,
    } = runOf(
      reporter.render([reportOf(caseOf('x', { 'a b/ü#1.log': record('Failed 0x80180014') }))], 'sarif'),
    );
    assert.deepEqual(Object.keys(originalUriBaseIds ?? {}), ['CASE']);
    assert.equal(artifacts[0]?.location?.uri, 'a%20b/%C3%BC%231.log');
    assert.deepEqual(results.at(-1)?.locations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/%C3%BC%231.log', uriBaseId: 'CASE', index: 0 },
          region: {
            startLine: 1,
            startColumn: 8,
            endLine: 1,
            endColumn: 25,
            snippet: { text: 'Failed 0x80180014' },
          },
        },
      },
    ]);
  });

  it('shows the verdict first, with a walk through its evidence', () => {
    const [verdict] = runOf(reporter.render([reportOf(sampleCase('failed'))], 'sarif')).results ?? [];
    assert.ok(verdict !== undefined);
    assert.equal(verdict.ruleId, 'verdict.failed');
    assert.equal(verdict.level, 'error');
    assert.ok((verdict.codeFlows?.[0]?.threadFlows[0]?.locations.length ?? 0) > 0);
  });
});

describe('fingerprints', () => {
  it('differ within a case', () => {
    const all = fingerprints(sampleCase('failed'));
    assert.equal(new Set(all).size, all.length);
    const twice = caseOf('x', {
      'a.log': [record('Failed 0x80180014'), record('Failed 0x80180014')].join('\r\n'),
    });
    assert.equal(new Set(fingerprints(twice)).size, 2);
  });

  it('stay the same when lines come before them, line ends change or the file moves', () => {
    const before = fingerprints(sampleCase('failed'));
    const grown = sampleCase('failed', (text, file) =>
      file === 'CoManagementHandler.log'
        ? `${record('Something else', '07:00:00.000-60')}\n${text.replaceAll('\r\n', '\n')}`
        : text,
    );
    assert.deepEqual(fingerprints(grown), before);
    const moved = sampleCase('failed');
    const files = moved.readings.map(({ path, artefact }) => [`logs/${path}`, artefact.text] as const);
    assert.deepEqual(fingerprints(caseOf('elsewhere', Object.fromEntries(files))), before);
  });

  it('change with what happened and when', () => {
    const one = fingerprints(caseOf('x', { 'a.log': record('Failed 0x80180014') }));
    assert.notDeepEqual(fingerprints(caseOf('x', { 'a.log': record('Failed 0x80180018') })), one);
    assert.notDeepEqual(
      fingerprints(caseOf('x', { 'a.log': record('Failed 0x80180014', '11:00:00.000-60') })),
      one,
    );
  });

  it('do not tell whose name stood in a line', () => {
    const named = (user: string): TestCase =>
      caseOf('x', {
        'a.log': record(`Failed for CONTOSO\\${user} (${user}@contoso.example) '${user}' 0x80180014`),
      });
    assert.deepEqual(fingerprints(named('robin')), fingerprints(named('kim')));
  });
});
