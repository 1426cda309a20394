import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCli } from './runCli.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));

/** Runs `use` with a folder that is gone afterwards. */
async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function namesOf(json: string): readonly string[] {
  return (JSON.parse(json) as { cases: { name: string }[] }).cases.map(({ name }) => name);
}

test('--each with a folder that has no subfolders takes it for one case, and says so', async () => {
  const run = await runCli(['analyze', join(samples, 'failed'), '--each', '--format', 'json']);
  assert.deepEqual(namesOf(run.out), ['failed']);
  assert.match(run.error, /failed has no subfolders; it is analysed as one case\./);
  assert.equal(run.exitCode, 0);
});

test('--each names the files beside the subfolders, which belong to no case', async () => {
  await inFolder(async (folder) => {
    cpSync(join(samples, 'waiting'), join(folder, 'PC-0042'), { recursive: true });
    for (const name of ['a.log', 'b.log', 'c.log', 'd.log']) writeFileSync(join(folder, name), 'x');
    const run = await runCli(['analyze', folder, '--each', '--format', 'json']);
    assert.deepEqual(namesOf(run.out), ['PC-0042']);
    assert.match(
      run.error,
      /4 files beside the subfolders of .* were left out: a\.log, b\.log, c\.log, and 1 more\./,
    );
    assert.equal(run.exitCode, 0);
  });
});

test('--each with a file says what it takes', async () => {
  const file = join(samples, 'failed', 'CoManagementHandler.log');
  const run = await runCli(['analyze', file, '--each']);
  assert.match(run.error, /cannot read .*: --each takes a folder .*; leave --each out to analyse it\./);
  assert.deepEqual({ exitCode: run.exitCode, out: run.out }, { exitCode: 3, out: '' });
});

test('a path that cannot be read is no case', async () => {
  const nowhere = join(samples, 'nowhere');
  const asText = await runCli(['analyze', nowhere]);
  assert.deepEqual({ exitCode: asText.exitCode, out: asText.out }, { exitCode: 3, out: '' });
  const asJson = await runCli(['analyze', nowhere, join(samples, 'failed'), '--format', 'json']);
  assert.deepEqual(namesOf(asJson.out), ['failed']);
  assert.equal(asJson.exitCode, 3);
});

for (const { what, output, says } of [
  { what: 'a folder', output: '.', says: /cannot write .*: it is a folder; give the name of a file in it\./ },
  {
    what: 'a folder that is not there',
    output: 'no/x.json',
    says: /its folder does not exist; make that first\./,
  },
  {
    what: 'a path through a file',
    output: 'file/x.json',
    says: /a part of its path is a file and no folder/,
  },
]) {
  test(`--output with ${what} says what to do`, async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const run = await runCli(['analyze', join(samples, 'failed'), '--output', join(folder, output)]);
      assert.match(run.error, says);
      assert.equal(run.exitCode, 3);
    });
  });
}

test('a folder of several devices is one case, with a hint at --each', async () => {
  const run = await runCli(['analyze', samples, '--format', 'json']);
  assert.deepEqual(namesOf(run.out), ['samples']);
  assert.match(run.error, /samples looks like 3 devices, .* use --each/);
});

test('folders that complement each other are one device, without a hint', async () => {
  await inFolder(async (folder) => {
    for (const name of ['Logs', 'Registry']) mkdirSync(join(folder, name));
    cpSync(
      join(samples, 'enrolled', 'CoManagementHandler.log'),
      join(folder, 'Logs', 'CoManagementHandler.log'),
    );
    cpSync(join(samples, 'enrolled', 'enrollment.reg'), join(folder, 'Registry', 'enrollment.reg'));
    assert.equal((await runCli(['analyze', folder])).error, '');
  });
});
