import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { currentDocument, documentFile } from '../../../scripts/catalogue.ts';
import { causeEntries } from '../../../server/src/catalogue/causes.ts';
import { dsregcmdEntries } from '../../../server/src/catalogue/dsregcmd/index.ts';
import { messageEntries } from '../../../server/src/catalogue/messages/index.ts';
import { registryEntries } from '../../../server/src/catalogue/registry/index.ts';

const document = currentDocument();
const lines = document.split('\n');

test('docs/catalogue.md says what the catalogue says', () => {
  const written = readFileSync(documentFile, 'utf8').replaceAll('\r\n', '\n');
  assert.ok(written === document, 'docs/catalogue.md is out of step: run "npm run docs" and commit it');
});

test('every message, key, field and cause has its row', () => {
  const rows = new Set(lines.map((line) => /^\| `([^`]+)` \|/.exec(line)?.[1]));
  const missing = [
    ...messageEntries.map(({ id }) => id),
    ...registryEntries.map(({ key }) => key),
    ...dsregcmdEntries.map(({ field }) => field),
  ].filter((name) => !rows.has(name));
  assert.deepEqual(missing, []);
  assert.deepEqual(
    causeEntries.filter(({ id }) => !document.includes(`| \`${id}\` |`)),
    [],
  );
});

test('every row has as many cells as its table', () => {
  let columns = 0;
  for (const line of lines) {
    const cells = line.startsWith('|') ? [...line.matchAll(/(?<!\\)\|/g)].length : 0;
    if (cells > 0 && columns > 0) assert.equal(cells, columns, line);
    columns = cells;
  }
});
