import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openNodeFile } from '../../../server/src/shell/openNodeFile.ts';

/** This file, opened, and how often another thread was asked about it. */
async function opened(): Promise<{ readonly handle: FileHandle; readonly asked: string[] }> {
  const handle = await open(fileURLToPath(import.meta.url), 'r');
  const asked: string[] = [];
  const counted = new Proxy(handle, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown => {
        asked.push(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
  return { handle: counted, asked };
}

for (const [isLocal, threads] of [
  [true, []],
  [false, ['stat', 'read']],
] as const) {
  test(`a file ${isLocal ? 'on a local disk is asked at once' : 'elsewhere is asked from another thread'}`, async () => {
    const { handle, asked } = await opened();
    const file = openNodeFile(handle, fileURLToPath(import.meta.url), isLocal);
    const { size, id } = await file.stat();
    assert.ok(size > 100);
    assert.equal((await file.statByName())?.id, id);
    assert.equal(new TextDecoder().decode(await file.read(7, 6)), 'assert');
    assert.deepEqual(asked, threads);
    await file.close();
  });
}

test('a name that no file has any more', async () => {
  const { handle } = await opened();
  for (const isLocal of [true, false]) {
    assert.equal(
      await openNodeFile(handle, `${fileURLToPath(import.meta.url)}.gone`, isLocal).statByName(),
      null,
    );
  }
  await handle.close();
});
