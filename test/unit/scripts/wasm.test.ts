import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from '../../../scripts/terminal.ts';
import { compiledModules } from '../../../scripts/wasmModules.ts';

test('the core holds what server/wasm compiles to', () => {
  const modules = compiledModules();
  assert.ok(modules.length > 0);
  for (const { file, content } of modules) {
    assert.equal(readFileSync(join(repository, file), 'utf8'), content, `${file}: run npm run wasm`);
  }
});
