/**
 * Measures the goals of docs/performance.md and says of each whether it is met.
 *
 *     npm run bench [-- --quick] [-- --scale 0.5] [-- --rounds 3] [-- --only G1,G2]
 *
 * Every case runs in a process of its own, after a warm-up, in turns with the references it is compared with. The
 * tables are printed and written to .bench/results.md, all figures to .bench/results.json. Nothing fails by being
 * slow: the verdicts are for people, who know whether the machine had anything else to do. `--quick` takes about a
 * minute on two idle processors: a tenth of the data, one round of `slowCases` and three of the others.
 */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { benchFolder, prepareData } from './data.ts';
import { goalsAt } from './goals.ts';
import { thisMachine } from './machine.ts';
import { measureCase, slowCases } from './measureCase.ts';
import { readOptions } from './options.ts';
import { Progress } from './progress.ts';
import { report } from './report.ts';
import { mostTime, runLine } from './runLine.ts';

const options = readOptions(process.argv.slice(2));
const machine = thisMachine();
const goals = goalsAt(options.scale);
const chosen = goals.filter(({ id }) => options.only.length === 0 || options.only.includes(id.toUpperCase()));
const data = prepareData(options.scale);
const names = [...new Set(chosen.flatMap((goal) => goal.cases))];
const results: Record<string, Record<string, number[]>> = {};
/** What each case took in all, in seconds, its start and its warm-up included. */
const seconds: Record<string, number> = {};
const progress = new Progress(process.stderr);

for (let round = 0; round < options.rounds; round++) {
  for (const name of names) {
    if (slowCases.has(name) && round >= options.slowRounds) continue;
    const what = `round ${round + 1} of ${options.rounds}: ${name}`;
    progress.begin(what);
    const started = performance.now();
    const measured = measureCase(name, options, data, (failure) => {
      progress.say(failure);
    });
    const taken = (performance.now() - started) / 1000;
    seconds[name] = (seconds[name] ?? 0) + taken;
    progress.end(what, taken);
    if (measured === null) continue;
    const ofCase = (results[name] ??= {});
    for (const [figure, value] of Object.entries({ time: measured.milliseconds, ...measured.figures })) {
      (ofCase[figure] ??= []).push(value);
    }
  }
}
progress.clear();
progress.say(mostTime(seconds));

const run = runLine(options, machine);
const [json, markdown] = ['results.json', 'results.md'].map((name) => join(benchFolder, name)) as [
  string,
  string,
];
writeFileSync(json, `${JSON.stringify({ options, machine, seconds, results }, null, 2)}\n`);
writeFileSync(markdown, report(chosen, results, run, 'markdown'));
const written = [markdown, json].map((path) => relative('', path)).join(' and ');
console.log(report(chosen, results, `${run} Written to ${written}.`, 'terminal'));
