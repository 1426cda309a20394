/**
 * Compares verdicts with what is known of real artefacts.
 *
 *     npm run score -- FOLDER
 *
 * FOLDER holds an `INDEX.tsv` with the columns `file`, `outcome`, `failing_stage`, `error_code` and `stated_cause`.
 * Each file with a stated outcome or cause is analysed as a case of its own. The index is written for people; small
 * tables of words turn it into the ids of the verdict. What they cannot turn is listed with the reason and not
 * counted. This is a measurement: the exit code is 0 whatever it finds, 2 when FOLDER cannot be read.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  createAnalyser,
  decode,
  formatHex,
  type Analyser,
  type CaseAnalysis,
  type Reading,
} from '../server/src/analysis/index.ts';
import { buildCodeTable } from '../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../server/src/catalogue/index.ts';
import { readTruth, type IndexRow, type Truth } from './scoreTruth.ts';

const aspects = ['outcome', 'stage', 'code', 'cause'] as const;
type Aspect = (typeof aspects)[number];

/** What the comparison of one aspect says: right, wrong, or nothing to compare with. */
type Mark = '+' | '-' | ' ';

const nothingCompared: Readonly<Record<Aspect, Mark>> = { outcome: ' ', stage: ' ', code: ' ', cause: ' ' };

/** How often one aspect was right, how often it was compared, and how often the index states it and it was not. */
interface Total {
  right: number;
  of: number;
  leftOut: number;
}

process.exitCode = main(process.argv[2]);

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('Say which folder: npm run score -- FOLDER');
    return 2;
  }
  const rows = readIndex(folder);
  if (rows === null) {
    console.error(`Cannot read ${join(folder, 'INDEX.tsv')}`);
    return 2;
  }
  const analyser = buildAnalyser();
  const totals = new Map<Aspect, Total>(aspects.map((aspect) => [aspect, { right: 0, of: 0, leftOut: 0 }]));
  const untold: string[] = [];
  console.log('outcome stage code cause  (+ as stated, - differs, blank nothing stated)\n');
  for (const row of rows) {
    const truth = readTruth(row);
    if (truth.untold !== null) {
      untold.push(`${row.file}: ${truth.untold}`);
      count(totals, row, nothingCompared);
      continue;
    }
    const { reading, analysis } = analyseFile(analyser, folder, row.file);
    if (analysis.files.every((file) => file.kind === 'unknown')) {
      untold.push(`${row.file}: no reader for this kind of file`);
      count(totals, row, nothingCompared);
      continue;
    }
    const beside = toldElsewhere(truth, reading, analysis);
    if (beside.outcome !== null) {
      untold.push(`${row.file}: ${beside.outcome}`);
      count(totals, row, nothingCompared);
      continue;
    }
    const compared = compare(truth, analysis);
    const marks = beside.code === null ? compared : ({ ...compared, code: ' ' } as const);
    if (beside.code !== null) untold.push(`${row.file}: ${beside.code}`);
    count(totals, row, marks);
    console.log(`${aspects.map((aspect) => marks[aspect]).join(' ')}  ${row.file}`);
    if (aspects.some((aspect) => marks[aspect] === '-')) console.log(explain(truth, analysis));
    for (const note of truth.notes) untold.push(`${row.file}: ${note}`);
  }
  console.log('\nNot compared:');
  for (const line of untold) console.log(`  ${line}`);
  console.log('');
  for (const [aspect, { right, of, leftOut }] of totals)
    console.log(`${aspect.padEnd(8)} ${right} of ${of}, ${leftOut} left out`);
  return 0;
}

function buildAnalyser(): Analyser {
  const codes = new URL('../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
  return createAnalyser(createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8')))));
}

function analyseFile(
  analyser: Analyser,
  folder: string,
  file: string,
): { readonly reading: Reading; readonly analysis: CaseAnalysis } {
  const bytes = readFileSync(join(folder, file));
  const { text, encoding } = decode(bytes);
  const reading = analyser.read(basename(file), text, encoding, bytes.length);
  return { reading, analysis: analyser.analyse(basename(file), [reading], { now: null, bias: null }) };
}

/**
 * What the index knows from elsewhere, as the file itself cannot tell it; null where it can. A verdict that claims
 * something all the same is compared as ever.
 */
function toldElsewhere(
  { outcomes, codes }: Truth,
  { artefact, observations, unexplained }: Reading,
  { verdict }: CaseAnalysis,
): { readonly outcome: string | null; readonly code: string | null } {
  const records = artefact.type === 'log' ? artefact.records.count : 0;
  const isReport = observations.every(({ entry }) => entry.stage === 'report' && entry.tone !== 'failure');
  const onlyReports = records > 0 && isReport && observations.length === records && unexplained.length === 0;
  const silent = outcomes !== null && verdict.outcome === 'inconclusive' && onlyReports;
  const isCut = codes !== null && verdict.codes.length === 0 && verdict.cause === null;
  return {
    outcome: silent
      ? 'every line is known and tells of reports only, which do not prove an enrollment'
      : null,
    code:
      isCut && !codes.some((code) => code !== null && stands(artefact.text, code))
        ? 'the stated code does not stand in the file'
        : null,
  };
}

function stands(text: string, code: number): boolean {
  const forms = [code.toString(16).padStart(8, '0'), String(code), String(code | 0)];
  return forms.some((form) => text.toLowerCase().includes(form));
}

function compare(truth: Truth, { verdict }: CaseAnalysis): Readonly<Record<Aspect, Mark>> {
  const mark = <Value>(stated: readonly Value[] | null, given: Value): Mark =>
    stated === null ? ' ' : stated.includes(given) ? '+' : '-';
  return {
    outcome: mark(truth.outcomes, verdict.outcome),
    stage: mark(truth.stages, verdict.stage),
    code: mark(truth.codes, verdict.codes[0] ?? null),
    cause: mark(truth.causes, verdict.cause),
  };
}

function count(
  totals: ReadonlyMap<Aspect, Total>,
  row: IndexRow,
  marks: Readonly<Record<Aspect, Mark>>,
): void {
  for (const [aspect, sum] of totals) {
    if (marks[aspect] !== ' ') sum.of += 1;
    else if (row[aspect] !== '') sum.leftOut += 1;
    if (marks[aspect] === '+') sum.right += 1;
  }
}

function explain(truth: Truth, { verdict }: CaseAnalysis): string {
  const any = (values: readonly (string | null)[] | null): string =>
    values === null ? '?' : values.map((value) => value ?? 'none').join('|');
  const hex = (codes: readonly (number | null)[]): readonly (string | null)[] =>
    codes.map((code) => (code === null ? null : formatHex(code)));
  return [
    `           stated: ${any(truth.outcomes)}, ${any(truth.stages)}, ${any(truth.codes === null ? null : hex(truth.codes))}, ${any(truth.causes)}`,
    `           given:  ${verdict.outcome}, ${verdict.stage ?? 'none'}, ${hex(verdict.codes).join(' ') || 'none'}, ${verdict.cause ?? 'none'}`,
    `           ${verdict.summary}`,
  ].join('\n');
}

function readIndex(folder: string): readonly IndexRow[] | null {
  let text: string;
  try {
    text = readFileSync(join(folder, 'INDEX.tsv'), 'utf8');
  } catch {
    return null;
  }
  const [header = '', ...lines] = text.split(/\r?\n/);
  const columns = header.split('\t');
  const reader = (name: string): ((cells: readonly string[]) => string) => {
    const index = columns.indexOf(name);
    return (cells) => (cells[index] ?? '').trim();
  };
  const file = reader('file');
  const outcome = reader('outcome');
  const stage = reader('failing_stage');
  const code = reader('error_code');
  const cause = reader('stated_cause');
  return lines
    .map((line) => line.split('\t'))
    .map((cells) => ({
      file: file(cells),
      outcome: outcome(cells),
      stage: stage(cells),
      code: code(cells),
      cause: cause(cells),
    }))
    .filter((row) => row.file !== '' && (row.outcome !== '' || row.cause !== ''));
}
