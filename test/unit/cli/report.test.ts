import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
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

test('compare knows a report by what it says, whatever it is called and however it is encoded', async () => {
  await withTemporaryFolder(async (folder) => {
    for (const format of ['json', 'sarif', 'html']) {
      const { out: report } = await runCli(['report', failed, '--no-redact', '--format', format]);
      for (const [name, bytes] of [
        [`${format}.md`, Buffer.from(report)],
        [`${format}.txt`, Buffer.from(`\ufeff${report}`, 'utf16le')],
      ] as const) {
        const file = join(folder, name);
        writeFileSync(file, bytes);
        const { out, exitCode, error } = await runCli(['compare', file, failed]);
        assert.deepEqual({ exitCode, error }, { exitCode: 0, error: '' }, name);
        assert.match(out, /^failed: still failed; no stage changed$/m, name);
      }
    }
  });
});

for (const { format, says } of [
  { format: 'markdown', says: 'Markdown cannot be read back; use the HTML, SARIF or JSON report.' },
  {
    format: 'text',
    says: 'A report as plain text cannot be read back; use the HTML, SARIF or JSON report.',
  },
]) {
  test(`compare refuses a report that is for reading only: ${format}`, async () => {
    await withTemporaryFolder(async (folder) => {
      const file = join(folder, 'report.log');
      await runCli(['analyze', failed, '--format', format, '--output', file]);
      const { out, exitCode, error } = await runCli(['compare', failed, file]);
      assert.deepEqual(
        { out, exitCode, error },
        { out: '', exitCode: 3, error: `comgmt-lens: cannot read ${file}: ${says}\n` },
      );
    });
  });
}

test('compare takes a log that begins like a report for a log', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'CoManagementHandler.log');
    const log = readFileSync(join(failed, 'CoManagementHandler.log'), 'utf8');
    writeFileSync(file, `{ copied from the device }\r\n${log}`);
    const { out, exitCode } = await runCli(['compare', file, failed]);
    assert.equal(exitCode, 0);
    assert.match(out, /^failed: still failed/m);
  });
});

test('compare says that two states may be of two devices', async () => {
  await withTemporaryFolder(async (folder) => {
    const named = async (name: string): Promise<string> => {
      const { out } = await runCli(['analyze', failed, '--format', 'json']);
      const report = JSON.parse(out) as { readonly cases: { name: string }[] };
      for (const one of report.cases) one.name = name;
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(report));
      return file;
    };
    const remark = async (before: string, after: string): Promise<string> =>
      (await runCli(['compare', await named(before), await named(after)])).error;
    assert.equal(
      await remark('LIC', 'NB-0815'),
      'comgmt-lens: the two states are named LIC and NB-0815: if those are two devices, what follows is how they differ and not what changed.\n',
    );
    for (const [before, after] of [
      ['NB-0815', 'nb-0815'],
      ['NB-0815', 'NB-0815-after'],
      ['device-1', 'NB-0815'],
      ['device-1', 'device-2'],
      ['before', 'NB-0815'],
      ['failed', 'enrolled'],
    ] as const)
      assert.equal(await remark(before, after), '', `${before} ${after}`);
  });
});
