import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCli } from './runCli.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));

function inFolder(run: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
    try {
      await run(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

const record = (message: string): string =>
  `<![LOG[${message}]LOG]!><time="10:00:00.000-60" date="11-18-2026" component="CoManagementHandler" context="" type="1" thread="1" file="x.cpp:1">\r\n`;

test(
  'a copy has the same folders, names and encodings, and is judged the same',
  inFolder(async (folder) => {
    for (const name of readdirSync(samples)) {
      const [from, to] = [join(samples, name), join(folder, name)];
      const { exitCode, error } = await runCli(['redact', from, to]);
      assert.deepEqual({ exitCode, error }, { exitCode: 0, error: '' });
      assert.deepEqual(readdirSync(to), readdirSync(from));
      const verdict = async (path: string): Promise<unknown> => {
        const { out } = await runCli(['analyze', path, '--format', 'json']);
        const [one] = (JSON.parse(out) as { cases: { verdict: Record<string, unknown> }[] }).cases;
        return ['outcome', 'stage', 'codes', 'cause', 'confidence'].map((key) => one?.verdict[key]);
      };
      assert.deepEqual(await verdict(to), await verdict(from));
      for (const file of readdirSync(from)) {
        const [before, after] = [readFileSync(join(from, file)), readFileSync(join(to, file))];
        assert.equal(after.subarray(0, 2).toString('hex'), before.subarray(0, 2).toString('hex'), file);
      }
    }
  }),
);

test(
  'it says what was replaced by kind and count, and never an original',
  inFolder(async (folder) => {
    const from = join(folder, 'PC-0042');
    mkdirSync(join(from, 'Logs'), { recursive: true });
    writeFileSync(join(from, 'Logs', 'CoManagementHandler.log'), record('Device PC-0042 of CONTOSO\\adele'));
    const { out, error, exitCode } = await runCli(['redact', from, join(folder, 'copy')]);
    assert.equal(exitCode, 0);
    assert.match(out, /1 files? copied/);
    assert.match(out, /user +1 in 1 place/);
    assert.doesNotMatch(out + error, /PC-0042|CONTOSO|adele/);
    const copy = readFileSync(join(folder, 'copy', 'Logs', 'CoManagementHandler.log'), 'utf8');
    assert.match(copy, /Device device-1 of domain-1\\user-1/);
  }),
);

test(
  'names of files and folders are redacted, too; what is of no known kind is not copied and is named',
  inFolder(async (folder) => {
    const from = join(folder, 'case');
    mkdirSync(join(from, 'PC-0042'), { recursive: true });
    writeFileSync(join(from, 'PC-0042', 'CoManagementHandler-CONTOSO.log'), record('User CONTOSO\\adele'));
    writeFileSync(join(from, 'PC-0042', 'photo.bin'), Buffer.from([1, 2, 3, 0, 255]));
    const { out, exitCode } = await runCli(['redact', from, join(folder, 'copy')]);
    assert.equal(exitCode, 0);
    assert.deepEqual(readdirSync(join(folder, 'copy', 'device-1')), ['CoManagementHandler-domain-1.log']);
    assert.match(out, /Not copied[^]*device-1\/photo\.bin/);
  }),
);

test(
  'the map tells what stands for what, and only the map',
  inFolder(async (folder) => {
    const from = join(folder, 'case');
    mkdirSync(from);
    writeFileSync(
      join(from, 'CoManagementHandler.log'),
      record('ComputerName=PC-0042, project Bluebird, host PC-0043'),
    );
    const map = join(folder, 'map.json');
    const args = [
      'redact',
      from,
      join(folder, 'copy'),
      '--map',
      map,
      '--add',
      'Bluebird',
      '--keep',
      'PC-0042',
    ];
    assert.equal((await runCli(args)).exitCode, 0);
    const { identifiers } = JSON.parse(readFileSync(map, 'utf8')) as {
      identifiers: { original: string; pseudonym: string }[];
    };
    assert.deepEqual(
      identifiers.map(({ original, pseudonym }) => [original, pseudonym]),
      [['Bluebird', 'other-1']],
    );
  }),
);

test(
  'it writes neither into the case nor around it, also not through a link, nor the map beside the copy',
  inFolder(async (folder) => {
    const from = join(folder, 'case');
    mkdirSync(from);
    writeFileSync(join(from, 'CoManagementHandler.log'), record('x'));
    symlinkSync(from, join(folder, 'link'));
    for (const args of [
      [from, from],
      [from, join(from, 'copy')],
      [from, join(folder, 'link', 'copy')],
      [from, folder],
      [from, join(folder, 'copy'), '--map', join(folder, 'copy', 'map.json')],
    ]) {
      const { exitCode, error } = await runCli(['redact', ...args]);
      assert.equal(exitCode, 2, args.join(' '));
      assert.match(error, /must not lie in/);
    }
    assert.deepEqual(readdirSync(from), ['CoManagementHandler.log']);
    assert.ok(!existsSync(join(folder, 'copy')));
  }),
);

test(
  'a file that is there already stays, and the exit code is 3',
  inFolder(async (folder) => {
    const from = join(folder, 'case');
    const to = join(folder, 'copy');
    mkdirSync(from);
    mkdirSync(to);
    writeFileSync(join(from, 'CoManagementHandler.log'), record('x'));
    writeFileSync(join(to, 'CoManagementHandler.log'), 'mine');
    const { exitCode, error } = await runCli(['redact', from, to]);
    assert.equal(exitCode, 3);
    assert.match(error, /exists already/);
    assert.equal(readFileSync(join(to, 'CoManagementHandler.log'), 'utf8'), 'mine');
  }),
);

test(
  'a path that cannot be read is reported, with exit code 3',
  inFolder(async (folder) => {
    const { exitCode, error } = await runCli(['redact', join(folder, 'nowhere'), join(folder, 'copy')]);
    assert.equal(exitCode, 3);
    assert.match(error, /cannot read .*nowhere: it does not exist/);
  }),
);

test(
  'names that stand only in paths go, too: of profiles, of per-user logs that were rotated, of devices',
  inFolder(async (folder) => {
    const from = join(folder, 'case');
    mkdirSync(join(from, 'Users', 'theodosia.vexley'), { recursive: true });
    const write = (...path: string[]): void => writeFileSync(join(from, ...path), record('started'));
    write('Users', 'theodosia.vexley', 'ccmsetup.log');
    write('SCNotify_CURLEW@merriweather_1-20261118-101500.log');
    write('TURNIX-4_CcmExec.log');
    write('CoManagementHandler-20261118-101500.log');
    const { exitCode } = await runCli(['redact', from, join(folder, 'copy')]);
    assert.equal(exitCode, 0);
    assert.deepEqual(readdirSync(join(folder, 'copy'), { recursive: true }).map(String).toSorted(), [
      'CoManagementHandler-20261118-101500.log',
      'SCNotify_domain-1@user-1_1-20261118-101500.log',
      'Users',
      join('Users', 'user-2'),
      join('Users', 'user-2', 'ccmsetup.log'),
      'device-1_CcmExec.log',
    ]);
  }),
);

test(
  'a second run into the same folder says that nothing was overwritten, and what to do',
  inFolder(async (folder) => {
    const [from, to] = [join(samples, 'failed'), join(folder, 'copy')];
    await runCli(['redact', from, to]);
    const before = readFileSync(join(to, 'CoManagementHandler.log'));
    const { out, error, exitCode } = await runCli(['redact', from, to]);
    assert.equal(
      out,
      `Nothing was copied: ${to} holds these files already, and nothing in it was overwritten. Give a new folder, or remove that one first.\n`,
    );
    assert.match(error, /CoManagementHandler\.log: it exists already and was not overwritten/);
    assert.equal(exitCode, 3);
    assert.deepEqual(readFileSync(join(to, 'CoManagementHandler.log')), before);
  }),
);

test(
  'a copy that is there in part says how much of it is new',
  inFolder(async (folder) => {
    const [from, to] = [join(samples, 'failed'), join(folder, 'copy')];
    await runCli(['redact', from, to]);
    rmSync(join(to, 'CoManagementHandler.log'));
    assert.match((await runCli(['redact', from, to])).out, /^1 of 4 files copied\. /);
  }),
);

test(
  'a path that cannot be read or is empty says why there is no copy',
  inFolder(async (folder) => {
    const nowhere = join(folder, 'nowhere');
    const missing = await runCli(['redact', nowhere, join(folder, 'copy')]);
    assert.equal(missing.out, `Nothing was copied: ${nowhere} could not be read. Check how it is written.\n`);
    assert.equal(missing.exitCode, 3);
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    const none = await runCli(['redact', empty, join(folder, 'copy')]);
    assert.match(none.out, /^Nothing was copied: .*empty holds no files\./);
    assert.equal(none.exitCode, 0);
  }),
);
