/**
 * Reads a folder of real files and compares what is found with its INDEX.tsv (columns `file` and `records`).
 *
 *     npm run corpus -- FOLDER
 *
 * Prints one line for each file; differences are marked. Exit code 1 when a file throws, 2 when FOLDER cannot be read.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Artefact } from '../server/src/analysis/artefacts/artefact.ts';
import { recordFlags } from '../server/src/analysis/artefacts/recordTable.ts';
import { createAnalyser, type Analyser } from '../server/src/analysis/analyser.ts';
import { decode } from '../server/src/analysis/text/decode.ts';
import { buildCodeTable } from '../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../server/src/catalogue/index.ts';

process.exitCode = main(process.argv[2]);

function main(folder: string | undefined): number {
  if (folder === undefined) {
    console.error('Say which folder: npm run corpus -- FOLDER');
    return 2;
  }
  const analyser = makeAnalyser();
  let failures = 0;
  let differences = 0;
  const entries = readIndex(folder);
  for (const { file, records } of entries) {
    try {
      const row = describe(analyser, folder, file);
      const differs = row.isLog && records !== null && row.count !== records;
      if (differs) differences++;
      const counts = `${row.count}${row.torn > 0 ? ` (${row.torn} torn)` : ''}`;
      const expected = records === null ? '-' : String(records);
      print([
        differs ? '!' : ' ',
        file,
        row.kind,
        row.encoding,
        counts,
        expected,
        `${row.problems} problems`,
      ]);
    } catch (error) {
      failures++;
      print(['X', file, 'THROWS', String(error), '', '', '']);
    }
  }
  console.log(`\n${entries.length} files, ${differences} logs with another count, ${failures} that throw`);
  return failures > 0 ? 1 : 0;
}

function makeAnalyser(): Analyser {
  const codes = new URL('../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
  return createAnalyser(createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8')))));
}

interface IndexEntry {
  readonly file: string;
  /** Null where the index gives no number. */
  readonly records: number | null;
}

function readIndex(folder: string): readonly IndexEntry[] {
  const [header = '', ...lines] = readFileSync(join(folder, 'INDEX.tsv'), 'utf8').split(/\r?\n/);
  const columns = header.split('\t');
  const file = columns.indexOf('file');
  const records = columns.indexOf('records');
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => (cells[file] ?? '') !== '')
    .map((cells) => {
      const count = cells[records] ?? '';
      return { file: cells[file] ?? '', records: count === '' ? null : Number(count) };
    });
}

interface Row {
  readonly kind: string;
  readonly encoding: string;
  readonly isLog: boolean;
  readonly count: number;
  readonly torn: number;
  readonly problems: number;
}

function describe(analyser: Analyser, folder: string, file: string): Row {
  const bytes = readFileSync(join(folder, file));
  const { text, encoding } = decode(bytes);
  const { artefact } = analyser.read(basename(file), text, encoding, bytes.length);
  const { kind, problems } = artefact;
  const isLog = artefact.type === 'log';
  return {
    kind,
    encoding,
    isLog,
    count: countOf(artefact),
    torn: tornOf(artefact),
    problems: problems.length,
  };
}

/** Records of a log, values of a registry snapshot, fields of dsregcmd output. */
function countOf(artefact: Artefact): number {
  switch (artefact.type) {
    case 'log':
      return artefact.records.count;
    case 'registry':
      return artefact.table.valueCount;
    case 'dsregcmd':
      return artefact.sections.reduce((sum, section) => sum + section.fields.length, 0);
    case 'unread':
      return 0;
  }
}

function tornOf(artefact: Artefact): number {
  if (artefact.type !== 'log') return 0;
  return artefact.records.flags.reduce((sum, flags) => sum + (flags & recordFlags.torn), 0);
}

function print(cells: readonly string[]): void {
  const widths = [1, 64, 20, 14, 16, 6, 0];
  console.log(
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join(' ')
      .trimEnd(),
  );
}
