import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { runCli } from './runCli.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
const schema = JSON.parse(
  readFileSync(new URL('../../../docs/analyze.schema.json', import.meta.url), 'utf8'),
) as object;
const escape = String.fromCharCode(27);

interface Report {
  readonly cases: readonly { readonly name: string; readonly verdict: { readonly outcome: string } }[];
}

function outcomes(json: string): readonly string[] {
  return (JSON.parse(json) as Report).cases.map(({ name, verdict }) => `${name} ${verdict.outcome}`);
}

test('the json of every sample satisfies the schema of the contract', async () => {
  const { out, exitCode } = await runCli(['analyze', samples, '--each', '--format', 'json']);
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
  assert.ok(validate(JSON.parse(out)), JSON.stringify(validate.errors, null, 1));
  assert.deepEqual(outcomes(out), ['enrolled enrolled-device', 'failed failed', 'waiting waiting']);
  assert.equal(exitCode, 0);
});

test('ndjson prints one case per line', async () => {
  const { out } = await runCli(['analyze', samples, '--each', '--format', 'ndjson']);
  const lines = out.trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as Report['cases'][number]).name),
    ['enrolled', 'failed', 'waiting'],
  );
});

test('--now without a zone means UTC, whatever zone the machine has', async () => {
  const waiting = join(samples, 'waiting');
  const verdict = async (now: string) =>
    outcomes((await runCli(['analyze', waiting, '--format', 'json', '--now', now])).out);
  // The timer of the sample is due at 03:17 of a clock that is one hour ahead of UTC; half an hour is granted.
  assert.deepEqual(await verdict('2026-11-22T02:40:00'), ['waiting waiting']);
  assert.deepEqual(await verdict('2026-11-22T02:50:00'), ['waiting failed']);
  assert.deepEqual(await verdict('2026-11-22T03:50:00+01:00'), ['waiting failed']);
});

test('several paths are several cases', async () => {
  const { out } = await runCli([
    'analyze',
    join(samples, 'waiting'),
    join(samples, 'failed'),
    '--format',
    'json',
  ]);
  assert.deepEqual(outcomes(out), ['waiting waiting', 'failed failed']);
});

test('a missing path is reported and the rest is analysed, with exit code 3', async () => {
  const { out, error, exitCode } = await runCli([
    'analyze',
    join(samples, 'nowhere'),
    join(samples, 'failed'),
    '--format',
    'json',
  ]);
  assert.equal(exitCode, 3);
  assert.match(error, /cannot read .*nowhere: it does not exist/);
  assert.ok(outcomes(out).includes('failed failed'));
});

test('--fail-on answers 4 when a verdict matches, and 0 when none does', async () => {
  const failed = join(samples, 'failed');
  assert.equal((await runCli(['analyze', failed, '--fail-on', 'failed,waiting'])).exitCode, 4);
  assert.equal((await runCli(['analyze', failed, '--fail-on', 'failed|waiting'])).exitCode, 4);
  assert.equal((await runCli(['analyze', failed, '--fail-on', 'waiting'])).exitCode, 0);
});

for (const args of [
  ['analyze'],
  ['analyze', samples, '--format', 'yaml'],
  ['analyze', samples, '--now', 'yesterday'],
  ['analyze', samples, '--now', '2026-13-41'],
  ['analyze', samples, '--time-zone', 'Mars'],
  ['analyze', samples, '--fail-on', 'broken'],
  ['explain', 'hello'],
  ['explain', '5.5'],
  ['frobnicate'],
]) {
  test(`wrong usage answers 2 and says why: ${args.filter((word) => word !== samples).join(' ')}`, async () => {
    const { exitCode, out, error } = await runCli(args);
    assert.equal(exitCode, 2);
    assert.equal(out, '');
    assert.notEqual(error, '');
  });
}

test('--help shows examples and the exit codes', async () => {
  const { out, exitCode } = await runCli(['--help']);
  assert.equal(exitCode, 0);
  assert.match(out, /Examples:/);
  assert.match(out, /Exit codes/);
});

test('explain takes any form of a number', async () => {
  for (const form of ['0x80180018', '80180018', '2149056536', '-2145910760']) {
    const { out, exitCode } = await runCli(['explain', form]);
    assert.equal(exitCode, 0, form);
    assert.match(out, /^0x80180018 {2}MENROLL_E_USER_?LICENSE/, form);
  }
});

/** The numbers that `explain` answers with. */
async function explained(...words: string[]): Promise<readonly string[]> {
  const { out } = await runCli(['explain', ...words]);
  return [...out.matchAll(/^(\S+) {2}/gm)].map(([, code = '']) => code);
}

test('explain takes every code of a sentence, and names in any case', async () => {
  assert.deepEqual(await explained('0x8018002B 0x80180026'), ['0x8018002B', '0x80180026']);
  assert.deepEqual(await explained('0x8018002B', '0x80180026'), ['0x8018002B', '0x80180026']);
  assert.deepEqual(await explained('menroll_e_UserLicense'), ['0x80180018']);
  assert.deepEqual(await explained('failed: E_ACCESSDENIED (AADSTS50076)'), ['0x80070005', 'AADSTS50076']);
  assert.deepEqual(await explained('0x80180018 (MENROLL_E_USER_LICENSE)'), ['0x80180018']);
});

for (const { number, says } of [
  { number: '2147479807', says: /workload mask: Intune is the authority for every workload/ },
  { number: '12543', says: /workload mask: with Intune: Compliance policies, .*; with ConfigMgr: none\./ },
  { number: '8193', says: /workload mask: with Intune: none; with ConfigMgr: Compliance policies, / },
]) {
  test(`explain tells what ${number} says as a workload mask`, async () => {
    assert.match((await runCli(['explain', number])).out, says);
  });
}

test('explain says of a mask that is no code only what it says as a mask, and each number once', async () => {
  const { out } = await runCli(['explain', '12543']);
  assert.match(out, /^0x000030FF {2}\(12543\)\n {2}Mask {7}As a co-management workload mask: .*\n$/);
  assert.match((await runCli(['explain', '12999'])).out, /The table has no name for it/);
});

test('explain takes a code that is no mask for a code only', async () => {
  for (const number of ['87', '5', '0x80180026']) {
    assert.doesNotMatch((await runCli(['explain', number])).out, /mask/);
  }
});

test('colour is for terminals, and NO_COLOR turns it off', async () => {
  const args = ['analyze', join(samples, 'failed')];
  assert.ok((await runCli(args, { outIsTerminal: true })).out.includes(`${escape}[`));
  assert.ok(!(await runCli(args)).out.includes(escape));
  assert.ok(
    !(await runCli(args, { outIsTerminal: true, environment: { NO_COLOR: '1' } })).out.includes(escape),
  );
});

test('text of a log cannot steer the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
  try {
    const record = `<![LOG[MDM enrollment failed with error code 0x80180014 '${escape}[2J${escape}]0;owned\u0007'. Will retry in 15 minutes...]LOG]!><time="10:00:00.000-60" date="11-18-2026" component="CoManagementHandler" context="" type="3" thread="1" file="">`;
    writeFileSync(join(folder, `evil${escape}[31m.log`), record);
    const { out } = await runCli(['analyze', folder]);
    assert.ok(!out.includes(escape), out);
    assert.match(out, /0x80180014/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('--output writes the result to a file and nothing to standard output', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
  try {
    const file = join(folder, 'result.json');
    const run = await runCli(['analyze', join(samples, 'waiting'), '--format', 'json', '--output', file]);
    assert.deepEqual({ exitCode: run.exitCode, out: run.out }, { exitCode: 0, out: '' });
    assert.deepEqual(outcomes(readFileSync(file, 'utf8')), ['waiting waiting']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
