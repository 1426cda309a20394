/** Drives the tests in suite/ inside the extension host of a real VS Code. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../../scripts/terminal.ts';
import { runInHost } from '../../scripts/vscode/index.ts';
import { buildAll } from '../../scripts/vsix.ts';
import { mark } from './mark.ts';

test('the suites pass inside the extension host', async () => {
  await buildAll(true);
  const noise: string[] = [];
  const code = await runInHost({
    tests: join(repository, 'dist/test/index.js'),
    folder: join(repository, 'samples'),
    log: (line) => {
      if (line.startsWith(mark)) console.log(line.slice(mark.length + 1));
      noise.push(line);
    },
  });
  if (code !== 0) console.log(noise.slice(-80).join('\n'));
  assert.equal(code, 0, 'a test inside VS Code failed; its output is above');
});
