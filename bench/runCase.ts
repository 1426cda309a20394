/** Runs one case in this process and prints what it measured as JSON: `node bench/runCase.ts <case> <scale>`. */
import { cases } from './cases/index.ts';
import { prepareData } from './data.ts';

const [name = '', scale = '1'] = process.argv.slice(2);
const run = cases[name];
if (run === undefined) throw new Error(`No such case: ${name}`);
const measurement = await run(prepareData(Number(scale)));
process.stdout.write(`${JSON.stringify(measurement)}\n`, () => process.exit(0));
