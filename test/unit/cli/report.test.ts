import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withTemporaryFolder } from '../../../scripts/vscode/index.ts';
import { sarifErrors } from '../analysis/report/sarifSchema.ts';
import { runCli } from './runCli.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
const failed = join(samples, 'failed');

test('report writes one HTML page unless another format is asked for', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'failed.html');
    const { exitCode, out } = await runCli(['report', failed, '--output', file]);
    assert.deepEqual({ exitCode, out }, { exitCode: 0, out: '' });
    assert.match(readFileSync(file, 'utf8'), /^<!doctype html>/);
  });
});

test('analyze and report write the same; report redacts unless told otherwise', async () => {
  for (const format of ['text', 'json', 'ndjson', 'markdown', 'html', 'sarif']) {
    for (const [analyze, report] of [
      [[], ['--no-redact']],
      [['--redact'], []],
    ] as const) {
      const analyzed = await runCli(['analyze', failed, '--format', format, ...analyze]);
      const reported = await runCli(['report', failed, '--format', format, ...report]);
      assert.equal(analyzed.exitCode, 0);
      assert.equal(analyzed.out, reported.out, format);
    }
  }
});

test('several cases are several runs, articles and chapters', async () => {
  const args = ['report', samples, '--each', '--format'];
  const sarif = (await runCli([...args, 'sarif'])).out;
  assert.deepEqual(sarifErrors(sarif), []);
  assert.equal((JSON.parse(sarif) as { runs: unknown[] }).runs.length, 3);
  assert.equal((await runCli([...args, 'html'])).out.match(/<article /g)?.length, 3);
  assert.equal((await runCli([...args, 'markdown'])).out.match(/^# /gm)?.length, 3);
});

test('compare tells what changed between two folders', async () => {
  const { out, exitCode } = await runCli(['compare', join(samples, 'waiting'), join(samples, 'enrolled')]);
  assert.equal(exitCode, 0);
  assert.match(out, /^enrolled: waiting, then enrolled with device credential; 3 stages changed$/m);
  assert.match(out, /^ {2}\* Enrollment schedule +waiting → succeeded$/m);
});

test('compare takes an earlier export for either side', async () => {
  await withTemporaryFolder(async (folder) => {
    for (const [format, extension] of [
      ['json', 'json'],
      ['sarif', 'sarif'],
      ['html', 'html'],
    ] as const) {
      const file = join(folder, `before.${extension}`);
      await runCli(['report', failed, '--format', format, '--output', file]);
      const { out, exitCode } = await runCli(['compare', file, failed, '--format', 'json']);
      assert.equal(exitCode, 0);
      const comparison = JSON.parse(out) as { newFindings: unknown[]; goneFindings: unknown[] };
      assert.deepEqual([comparison.newFindings, comparison.goneFindings], [[], []], format);
    }
  });
});

test('compare says why it cannot read an export, with exit code 3', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'package.json');
    const missing = await runCli(['compare', file, failed]);
    assert.equal(missing.exitCode, 3);
    assert.match(missing.error, /cannot read .*package\.json: it does not exist/);
    const other = await runCli([
      'compare',
      fileURLToPath(new URL('../../../package.json', import.meta.url)),
      failed,
    ]);
    assert.equal(other.exitCode, 3);
    assert.match(other.error, /This is no export of Co-management Lens/);
    assert.equal(other.out, '');
  });
});
