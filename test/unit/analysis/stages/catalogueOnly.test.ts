import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folders = ['stages', 'rules'];
/** What an administrator would collect, run or open: files, commands, key paths, services and tasks. */
const nameOfSomething = /\b[\w-]+\.(?:log|exe|msi|dll)\b|\bdsregcmd \/|\bHK(?:LM|CU|EY)\b|\bSMS Agent\b/;

for (const folder of folders) {
  test(`${folder}: the reasoning names no file, command or key; the catalogue does`, () => {
    const base = new URL(`../../../../server/src/analysis/${folder}/`, import.meta.url);
    const found = readdirSync(base).flatMap((file) =>
      readFileSync(new URL(file, base), 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(?:\*|\/\*|\/\/)/.test(line) && nameOfSomething.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(found, []);
  });
}
