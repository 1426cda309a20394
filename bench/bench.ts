/**
 * Measures the goals of docs/performance.md and says of each whether it is met.
 *
 *     npm run bench [-- --quick] [-- --scale 0.5] [-- --rounds 3] [-- --only G1,G2]
 *
 * Every case runs in a process of its own, after a warm-up, in turns with the references it is compared with. The
 * tables are printed and written to .bench/results.md, all figures to .bench/results.json. Nothing fails by being
 * slow: the verdicts are for people, who know whether the machine had anything else to do.
 */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, prepareData, type BenchData } from './data.ts';
import { goalsAt } from './goals.ts';
import type { Measurement } from './measurement.ts';
import { readOptions } from './options.ts';
import { reportMarkdown } from './report.ts';
import { isInstalled, timeCommand } from './timeCommand.ts';

const options = readOptions(process.argv.slice(2));
const chosen = goalsAt(options.scale).filter(
  ({ id }) => options.only.length === 0 || options.only.includes(id.toUpperCase()),
);
const data = prepareData(options.scale);
const commands = commandsFor(data);
const names = [...new Set(chosen.flatMap((goal) => goal.cases))];
const results: Record<string, Record<string, number[]>> = {};

for (let round = 0; round < options.rounds; round++) {
  for (const name of names) {
    process.stderr.write(`\rround ${round + 1} of ${options.rounds}: ${name.padEnd(30)}`);
    const measured = measure(name);
    if (measured === null) continue;
    const ofCase = (results[name] ??= {});
    for (const [figure, value] of Object.entries({ time: measured.milliseconds, ...measured.figures })) {
      (ofCase[figure] ??= []).push(value);
    }
  }
}
process.stderr.write('\n');

const report = reportMarkdown(chosen, results);
writeFileSync(join(benchFolder, 'results.json'), `${JSON.stringify({ options, results }, null, 2)}\n`);
writeFileSync(join(benchFolder, 'results.md'), report);
console.log(report);

/** One run of a case; null for a reference that is not installed, and for a case that fails, which is told. */
function measure(name: string): Measurement | null {
  const command = commands[name];
  if (command !== undefined) {
    const [program = '', ...args] = command;
    return isInstalled(program) ? timeCommand(program, args) : null;
  }
  if (name === 'grammar') return measureGrammar();
  const { status, stdout, stderr } = runNode([
    '--expose-gc',
    'bench/runCase.ts',
    name,
    String(options.scale),
  ]);
  if (status === 0) return JSON.parse(stdout) as Measurement;
  process.stderr.write(`\n${name} failed:\n${stderr}\n`);
  return null;
}

/** The grammar has a benchmark of its own, which prints for people. */
function measureGrammar(): Measurement | null {
  const { stdout } = runNode(['bench/grammar.ts']);
  const rate = /ccmlog grammar\s+([\d.]+) MB\/s/.exec(stdout)?.[1];
  const ratio = /time ratio\s+([\d.]+)/.exec(stdout)?.[1];
  if (rate === undefined || ratio === undefined) return null;
  return { milliseconds: 0, figures: { 'MB/s': Number(rate), ratio: Number(ratio) } };
}

function runNode(args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...args], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    timeout: 600_000,
  });
}

/** References that are programs of their own. */
function commandsFor({ log, folder, registryFile }: BenchData): Readonly<Record<string, readonly string[]>> {
  return {
    rg: ['rg', '-cF', '<![LOG[', log],
    lnav: ['lnav', '-I', join(import.meta.dirname, 'lnav'), '-n', '-q', log],
    'rg folder': ['rg', '-cF', '<![LOG[', folder],
    'rg registry': ['rg', '--encoding', 'utf-16le', '-c', 'HKEY_', registryFile],
  };
}
