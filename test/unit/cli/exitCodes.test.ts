import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { exitCodeMeanings, exitCodes } from '../../../server/src/cli/exitCodes.ts';
import { runCli } from './runCli.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');

test('help, README and program tell the same exit codes', async () => {
  const meanings = Object.entries(exitCodeMeanings).map(([code, meaning]) => ({ code, meaning }));
  assert.deepEqual(
    meanings.map(({ code }) => Number(code)),
    Object.values(exitCodes).toSorted((left, right) => left - right),
  );
  const table = readme.slice(readme.indexOf('| exit code')).split('\n\n')[0] ?? '';
  const rows = [...table.matchAll(/^\| ([0-9]) +\| (.*?) +\|$/gm)];
  assert.deepEqual(
    rows.map(([, code, meaning]) => ({ code, meaning })),
    meanings,
  );
  const { out } = await runCli(['--help']);
  const lines = [...out.slice(out.indexOf('Exit codes')).matchAll(/^ {2}([0-9]) {2}(.*)$/gm)];
  assert.deepEqual(
    lines.map(([, code, meaning]) => ({ code, meaning })),
    meanings.map(({ code, meaning }) => ({ code, meaning: meaning.replaceAll('`', '') })),
  );
});
