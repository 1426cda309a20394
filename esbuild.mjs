/**
 * Bundles the extension's client, the language server and the command line into dist/, and writes the data
 * they read. `--dev` keeps sources readable and adds source maps, `--test` adds the tests that run inside VS Code.
 */
import { build } from 'esbuild';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const dev = process.argv.includes('--dev');
const withTests = process.argv.includes('--test');
const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  minify: !dev,
  sourcemap: dev,
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
};

const coreSource = 'server/src/analysis/index.ts';

/**
 * Server, worker and command line share one core: it is bundled once, and they load it from beside them when
 * they first need something of it.
 */
const withSharedCore = {
  name: 'shared-core',
  setup({ onResolve, onLoad }) {
    const lazy = { filter: /.*/, namespace: 'lazy-core' };
    onResolve({ filter: /\/analysis\/index\.ts$/ }, () => ({ path: 'core', namespace: lazy.namespace }));
    onResolve({ filter: /^\.\/core\.js$/, namespace: lazy.namespace }, ({ path }) => ({
      path,
      external: true,
    }));
    onLoad(lazy, async () => ({ contents: lazyCore(Object.keys(await load(coreSource))), loader: 'js' }));
  },
};

function lazyCore(names) {
  const getters = names.map((name) => `get ${name}() { return core().${name}; }`);
  return `let loaded;\nconst core = () => (loaded ??= require('./core.js'));\nmodule.exports = {\n${getters.join(',\n')}\n};`;
}

const catalogueSource = 'server/src/catalogue/index.ts';
const codeTableSource = 'server/src/catalogue/codes/error-codes.tsv';
const codeTableGenerator = 'server/src/catalogue/codes/generate.ts';

/** Runs a module of ours at build time. Bundled in memory, so that it also runs where Node cannot load TypeScript. */
async function load(entryPoint) {
  const bundle = await build({
    ...shared,
    entryPoints: [entryPoint],
    format: 'esm',
    write: false,
    sourcemap: false,
  });
  return await import(`data:text/javascript,${encodeURIComponent(bundle.outputFiles[0].text)}`);
}

/** What the product knows is data beside the bundles, loaded with the first question. */
async function writeCatalogue() {
  const { catalogueData } = await load(catalogueSource);
  await writeFile(`${root}dist/catalogue.json`, JSON.stringify(catalogueData));
}

/** Error codes are data: a table beside the bundles, made from the one that people edit. */
async function writeCodeTable() {
  const module = await load(codeTableGenerator);
  await writeFile(
    `${root}dist/codes.tsv`,
    module.buildCodeTable(await readFile(root + codeTableSource, 'utf8')),
  );
}

async function main() {
  await mkdir(`${root}dist`, { recursive: true });
  await Promise.all([
    build({
      ...shared,
      entryPoints: ['client/src/extension.ts'],
      outfile: 'dist/extension.js',
      target: 'node22',
      external: ['vscode'],
    }),
    build({
      ...shared,
      entryPoints: [coreSource],
      outfile: 'dist/core.js',
      target: 'node20',
    }),
    build({
      ...shared,
      entryPoints: ['server/src/main.ts'],
      outfile: 'dist/server.js',
      target: 'node22',
      plugins: [withSharedCore],
    }),
    build({
      ...shared,
      entryPoints: ['server/src/worker.ts'],
      outfile: 'dist/worker.js',
      target: 'node20',
      plugins: [withSharedCore],
    }),
    build({
      ...shared,
      entryPoints: ['server/src/cli/main.ts'],
      outfile: 'dist/cli.js',
      target: 'node20',
      plugins: [withSharedCore],
      banner: { js: '#!/usr/bin/env node' },
    }),
    writeCatalogue(),
    writeCodeTable(),
  ]);
  await chmod(`${root}dist/cli.js`, 0o755);
  if (!dev)
    await Promise.all(
      ['extension', 'core', 'server', 'worker', 'cli'].map((name) =>
        rm(`${root}dist/${name}.js.map`, { force: true }),
      ),
    );
  if (withTests) {
    await build({
      ...shared,
      entryPoints: ['test/vscode/index.ts'],
      outfile: 'dist/test/index.js',
      target: 'node22',
      external: ['vscode', 'mocha'],
      minify: false,
      sourcemap: 'inline',
    });
  }
}

try {
  await main();
} catch (error) {
  // esbuild has printed its own errors already, with file and line.
  if (!(error instanceof Error && 'errors' in error)) console.error(error);
  process.exitCode = 1;
}
