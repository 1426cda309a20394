/**
 * Runs one case in this process and prints what it measured as JSON: `node bench/runCase.ts <case> <scale> [--quick]`.
 * A quick run keeps the compiled modules for the next process, as translating them takes longer than most cases. It
 * does so for this process only: a server that a case starts is measured as it is.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

const [name = '', scale = '1', quick = ''] = process.argv.slice(2);
if (quick === '--quick') enableCompileCache(join(import.meta.dirname, '..', '.bench', 'compiled'));
const { cases } = await import('./cases/index.ts');
const { prepareData } = await import('./data.ts');

const run = cases[name];
if (run === undefined) throw new Error(`No such case: ${name}`);
const measurement = await run(prepareData(Number(scale)));
process.stdout.write(`${JSON.stringify(measurement)}\n`, () => process.exit(0));
