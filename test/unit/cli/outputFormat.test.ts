import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withTemporaryFolder } from '../../../scripts/vscode/index.ts';
import { runCli } from './runCli.ts';

const failed = fileURLToPath(new URL('../../../samples/failed', import.meta.url));

/** What a file begins with that was written in each format. */
const beginnings = {
  html: /^<!doctype html>/,
  markdown: /^# /,
  sarif: /"\$schema": "[^"]*sarif/,
  json: /^\{\s*"schemaVersion"/,
  ndjson: /^\{"name":/,
  text: /^failed: failed \(/,
};

async function written(
  command: 'report' | 'analyze',
  name: string,
  ...more: readonly string[]
): Promise<{ readonly text: string; readonly error: string }> {
  return withTemporaryFolder(async (folder) => {
    const file = join(folder, name);
    const { exitCode, error } = await runCli([command, failed, '--output', file, ...more]);
    assert.equal(exitCode, 0);
    return { text: readFileSync(file, 'utf8'), error: error.replace(file, name) };
  });
}

for (const [name, format] of [
  ['r.html', 'html'],
  ['r.HTM', 'html'],
  ['r.md', 'markdown'],
  ['r.markdown', 'markdown'],
  ['r.sarif', 'sarif'],
  ['r.json', 'json'],
  ['r.ndjson', 'ndjson'],
  ['r.txt', 'text'],
  ['r.page', 'html'],
] as const) {
  test(`report writes ${format} into ${name}`, async () => {
    const { text, error } = await written('report', name);
    assert.match(text, beginnings[format]);
    assert.equal(error, '');
  });
}

test('a format that is asked for stands, and a name that contradicts it is told', async () => {
  const { text, error } = await written('report', 'r.md', '--format', 'html');
  assert.match(text, beginnings.html);
  assert.equal(error, 'comgmt-lens: r.md gets HTML, as --format html asks for.\n');
});

test('SARIF in a file for JSON contradicts nothing', async () => {
  assert.equal((await written('report', 'r.json', '--format', 'sarif')).error, '');
});

test('analyze writes text whatever the name, as ever, and says so', async () => {
  const { text, error } = await written('analyze', 'r.json');
  assert.match(text, beginnings.text);
  assert.equal(error, 'comgmt-lens: r.json gets text; give --format json for what its name says.\n');
  assert.equal((await written('analyze', 'r.txt')).error, '');
});

test('compare chooses by the name, too', async () => {
  await withTemporaryFolder(async (folder) => {
    const file = join(folder, 'changes.md');
    await runCli(['compare', failed, failed, '--output', file]);
    assert.match(readFileSync(file, 'utf8'), /^# failed: still failed/);
  });
});
