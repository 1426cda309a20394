/**
 * How fast the grammar of ConfigMgr logs colours, on a generated log of 10 MB, or 2 MB with `--quick`: MB/s, and the
 * time as a ratio to a grammar that gives each attribute a rule of its own, measured in turns in the same run.
 *
 *     node bench/grammar.ts [--check] [--quick]
 *
 * `--check` ends with exit code 1 beyond 1.3 times the goal (the machine may be busy): at most a third of the
 * baseline's time. MB/s are printed for people; they depend on the machine.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTokeniser } from '../test/grammar/tokeniser.ts';
import { generateLog } from './generateLog.ts';

const scope = 'source.ccmlog';
const rounds = 3;
const goalRatio = 1 / 3;
const root = join(import.meta.dirname, '..');

const lean = await loadTokeniser(
  readFileSync(join(root, 'syntaxes', 'ccmlog.tmLanguage.json'), 'utf8'),
  scope,
);
const baseline = await loadTokeniser(JSON.stringify(rulePerAttribute()), scope);
const size = process.argv.includes('--quick') ? 2 : 10;
const text = generateLog(size * 1024 * 1024);
const lines = text.split('\n');
lean.run(lines.slice(0, 2000));
baseline.run(lines.slice(0, 2000));

const times = { lean: [] as number[], baseline: [] as number[] };
for (let round = 0; round < rounds; round++) {
  times.lean.push(lean.run(lines));
  times.baseline.push(baseline.run(lines));
}
const leanTime = median(times.lean);
const baselineTime = median(times.baseline);
const ratio = median(times.lean.map((time, round) => time / (times.baseline[round] ?? time)));
const megabytes = text.length / 1024 / 1024;
console.log(`ccmlog grammar      ${rate(megabytes, leanTime)} MB/s, ${perLine(leanTime)} µs/line`);
console.log(`rule per attribute  ${rate(megabytes, baselineTime)} MB/s, ${perLine(baselineTime)} µs/line`);
console.log(`time ratio          ${ratio.toFixed(2)} (goal ${goalRatio.toFixed(2)})`);
if (process.argv.includes('--check') && ratio > goalRatio * 1.3) process.exitCode = 1;

/** The obvious grammar, as one writes it for XML: a rule for each attribute, and a handful within the message. */
function rulePerAttribute(): object {
  const attributes = ['time', 'date', 'component', 'context', 'type', 'thread', 'file'];
  return {
    scopeName: 'source.ccmlog',
    patterns: [
      {
        begin: '<!\\[LOG\\[',
        end: '\\]LOG\\]!>',
        name: 'string.message',
        patterns: [
          { match: '\\b0x[0-9a-fA-F]+\\b', name: 'constant.numeric.hex' },
          {
            match: '\\{?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\}?',
            name: 'constant.other.guid',
          },
          { match: 'https?://[^\\s"\\]]+', name: 'markup.underline.link' },
          { match: '(?i)\\b(?:error|failed|failure|fatal)\\b', name: 'invalid' },
          { match: '(?i)\\bwarn(?:ing)?\\b', name: 'markup.changed' },
          { match: "'[^']*'", name: 'string.quoted' },
        ],
      },
      ...attributes.map((attribute) => ({
        begin: `(${attribute})(=)(")`,
        beginCaptures: {
          1: { name: 'entity.other.attribute-name' },
          2: { name: 'punctuation.separator.key-value' },
          3: { name: 'punctuation.definition.string.begin' },
        },
        end: '"',
        endCaptures: { 0: { name: 'punctuation.definition.string.end' } },
        name: `string.quoted.double.${attribute}`,
      })),
    ],
  };
}

function rate(megabytesRead: number, milliseconds: number): string {
  return ((megabytesRead / milliseconds) * 1000).toFixed(1);
}

function perLine(milliseconds: number): string {
  return ((milliseconds * 1000) / lines.length).toFixed(1);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
