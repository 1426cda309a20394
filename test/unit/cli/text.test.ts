import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { widthOf } from '../../../server/src/cli/console.ts';
import { runCli } from './runCli.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));

/** The text for a folder with these files. */
async function textOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'comgmt-lens-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { out, exitCode } = await runCli(['analyze', folder]);
    assert.equal(exitCode, 0);
    return out;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a folder without artefacts says so first, and what to collect', async () => {
  const lines = (await textOf({ 'a.txt': 'hello', 'b.txt': 'world' })).split('\n');
  assert.equal(lines[1], '  No artefact was found in 2 files.');
  assert.match(lines[2] ?? '', /Next step: Collect CoManagementHandler\.log/);
  assert.ok(lines.length < 10, lines.join('\n'));
  assert.match(await textOf({}), /No artefact was found, as there is no file\./);
});

for (const { what, text } of [
  { what: 'an empty', text: '' },
  { what: 'a zeroed', text: '\0'.repeat(5000) },
  { what: 'a torn', text: '<![LOG[Enrolling device with RegisterDevice' },
]) {
  test(`${what} CoManagementHandler.log was collected and holds nothing readable`, async () => {
    const out = await textOf({ 'CoManagementHandler.log': text });
    assert.match(out, /CoManagementHandler\.log was collected and holds nothing readable\./);
    assert.match(out, /CoManagementHandler\.log +(?:1 record, )?1 problem$/m);
  });
}

test('no line is longer than the terminal, but for words that have to stay whole', async () => {
  for (const width of [40, 60, 80, 120]) {
    const { out } = await runCli(['analyze', samples, '--each'], { width });
    for (const line of out.split('\n')) {
      assert.ok(line.length <= width || line.trim().split(/ +/).length <= 2, `${width}: ${line}`);
    }
  }
});

test('places stand in one column, whatever the titles', async () => {
  const { out } = await runCli(['analyze', join(samples, 'failed')]);
  const columns = [...out.matchAll(/^ {2}[✔✖].{16}.*?(?= {2}\S+:\d+$)/gm)].map(([line]) => line.trimEnd());
  const places = [...out.matchAll(/^ {2}[✔✖].* {2}(?=\S+:\d+$)/gm)].map(([line]) => line.length);
  assert.ok(columns.length > 5);
  assert.equal(new Set(places).size, 1);
});

test('the text says for which moment it speaks, and when that is over', async () => {
  const waiting = ['analyze', join(samples, 'waiting')];
  const { out } = await runCli(waiting);
  assert.match(out, /As of 2026-11-20 \d\d:\d\d UTC \(latest record\)\./);
  assert.doesNotMatch(out, /has passed since/);
  const later = await runCli(waiting, { clock: Date.UTC(2026, 10, 23) });
  assert.match(
    later.out,
    /The timer's time, 2026-11-22 03:17:00 local time, has passed since: collect again\./,
  );
  const asked = await runCli([...waiting, '--now', '2026-11-21'], { clock: Date.UTC(2026, 10, 23) });
  assert.match(asked.out, /As of 2026-11-21 00:00 UTC \(as asked for\)\./);
  assert.doesNotMatch(asked.out, /has passed since/);
});

test('the width is that of the terminal, else of COLUMNS, else 100', () => {
  assert.equal(widthOf(80, '50'), 80);
  assert.equal(widthOf(undefined, '50'), 50);
  assert.equal(widthOf(0, undefined), 100);
  assert.equal(widthOf(undefined, 'wide'), 100);
});
