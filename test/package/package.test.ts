/** What users get: nothing is packaged by accident, nothing is missing, and it stays small. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withTemporaryFolder } from '../../scripts/vscode/index.ts';
import { catalogueData } from '../../server/src/catalogue/index.ts';
import { buildAll, makePackage } from '../../scripts/vsix.ts';
import { listZip } from './zip.ts';

/** Added by the packager itself. */
const packagerFiles = [/^extension\.vsixmanifest$/, /^\[Content_Types\]\.xml$/];

const required = [
  /^extension\/package\.json$/,
  /^extension\/package\.nls\.json$/,
  /^extension\/readme\.md$/,
  /^extension\/changelog\.md$/,
  /^extension\/LICENSE\.txt$/,
  /^extension\/dist\/extension\.js$/,
  /^extension\/dist\/core\.js$/,
  /^extension\/dist\/server\.js$/,
  /^extension\/dist\/worker\.js$/,
  /^extension\/dist\/cli\.js$/,
  /^extension\/dist\/catalogue\.json$/,
  /^extension\/dist\/codes\.tsv$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
  /^extension\/syntaxes\/[\w.-]*language-configuration\.json$/,
  /^extension\/media\/icon\.png$/,
  /^extension\/schemas\/notes\.schema\.json$/,
  /^extension\/samples\/.+\.log$/,
];

const allowed = [
  ...packagerFiles,
  ...required,
  /^extension\/media\/[\w-]+\.(svg|png)$/,
  /^extension\/samples\/[^/]+(\/[^/]+)+\.(log|lo_|txt|reg|md)$/,
  /^extension\/samples\/README\.md$/,
];

const megabyte = 1024 * 1024;

test('the package holds what is listed here and nothing else, in less than a megabyte', async () => {
  await buildAll();
  const bytes = await withTemporaryFolder(async (folder) => {
    const path = join(folder, 'package.vsix');
    await makePackage(path);
    return readFileSync(path);
  });
  const names = listZip(bytes).map((entry) => entry.name);
  assert.deepEqual(
    names.filter((name) => !allowed.some((pattern) => pattern.test(name))),
    [],
    'files that nobody asked for',
  );
  assert.deepEqual(
    required.filter((pattern) => !names.some((name) => pattern.test(name))).map(String),
    [],
    'missing files',
  );
  assert.ok(bytes.length < megabyte, `${bytes.length} bytes`);
});

test('what has to be loaded before the server answers is small, and holds no knowledge', async () => {
  await buildAll();
  const read = (name: string) => readFileSync(new URL(`../../dist/${name}`, import.meta.url));
  for (const [name, most] of mostBytes) {
    const { length } = read(name);
    assert.ok(length <= most, `${name} has ${length} bytes, ${most} are allowed`);
  }
  // A sentence of the catalogue: it belongs into the data, which is loaded with the first question.
  const [entry] = catalogueData.causes;
  assert.ok(entry !== undefined && read('catalogue.json').includes(entry.title));
  for (const [name] of mostBytes) assert.ok(!read(name).includes(entry.title), name);
});

/** Bundles and their limits in bytes. The server starts without the core, which it loads with the first question. */
const mostBytes = [
  ['server.js', 300_000],
  ['core.js', 500_000],
] as const;
