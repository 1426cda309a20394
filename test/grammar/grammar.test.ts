import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const tool = join(createRequire(import.meta.url).resolve('vscode-tmgrammar-test/package.json'), '..', 'dist');

/** Runs a command of vscode-tmgrammar-test from the project's folder; the manifest names grammars and languages. */
function run(command: 'unit.js' | 'snapshot.js', ...files: readonly string[]): void {
  const result = spawnSync(process.execPath, [join(tool, command), '--config', 'package.json', ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(result.status, 0, `${result.stdout}${result.stderr}`);
}

for (const name of readdirSync(join(import.meta.dirname, 'unit'))) {
  test(`scopes in ${name}`, () => {
    const file = join('test', 'grammar', 'unit', name);
    assert.match(readFileSync(join(root, file), 'utf8'), /\^+ \S/, 'the fixture asserts something');
    run('unit.js', file);
  });
}

for (const name of readdirSync(join(import.meta.dirname, 'snapshot')).filter(
  (file) => !file.endsWith('.snap'),
)) {
  test(`${name} is coloured as in its snapshot`, () => {
    const file = join('test', 'grammar', 'snapshot', name);
    assert.ok(readFileSync(join(root, `${file}.snap`), 'utf8').length > 0);
    run('snapshot.js', '--scope', scopeOf(name), file);
  });
}

function scopeOf(name: string): string {
  if (name.endsWith('.log')) return 'source.ccmlog';
  return name.endsWith('.reg') ? 'source.registry-export' : 'source.dsregcmd';
}
