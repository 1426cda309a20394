import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyser } from '../analysis/index.ts';
import { assembleCatalogue, lazyCodeTable } from '../catalogue/index.ts';
import type { CatalogueData } from '../catalogue/index.ts';
import { createNodeReadPool } from '../shell/nodeReadPool.ts';
import { processConsole } from './console.ts';
import { runProgram } from './program.ts';

/** The entry of the command line. The bundle lies in `dist/`, beside the data and below the manifest. */
const root = join(__dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

void runProgram(process.argv.slice(2), {
  analyser: () => {
    const data = JSON.parse(readFileSync(join(__dirname, 'catalogue.json'), 'utf8')) as CatalogueData;
    const codes = lazyCodeTable(() => readFileSync(join(__dirname, 'codes.tsv'), 'utf8'));
    return createAnalyser(assembleCatalogue(data, codes));
  },
  readPool: (messages) => createNodeReadPool(join(__dirname, 'worker.js'), messages),
  console: processConsole(),
  version: manifest.version,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
