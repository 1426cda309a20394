import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyser, createReporter, decode, exportFormats } from '../server/src/analysis/index.ts';
import { buildCodeTable } from '../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../server/src/catalogue/index.ts';
import { repository } from './terminal.ts';

/** The reports of docs/examples/, by file name: the bundled sample of a failed enrollment, with a note. */
export function exampleReports(): Readonly<Record<string, string>> {
  return reportsOf((text) => text);
}

/** The same case as somebody exported it between the first and the second try, as a SARIF log. */
export function earlierExport(): string {
  const linesThen = 16;
  const untilThen = (text: string, file: string): string =>
    file === 'CoManagementHandler.log' ? text.split('\n').slice(0, linesThen).join('\n') : text;
  return reportsOf(untilThen)['failed.sarif'] ?? '';
}

function reportsOf(change: (text: string, file: string) => string): Readonly<Record<string, string>> {
  const folder = join(repository, 'samples', 'failed');
  const codes = join(repository, 'server/src/catalogue/codes/error-codes.tsv');
  const catalogue = createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codes, 'utf8'))));
  const analyser = createAnalyser(catalogue);
  const readings = readdirSync(folder)
    .toSorted()
    .map((file) => {
      const bytes = readFileSync(join(folder, file));
      const { text, encoding } = decode(bytes);
      return analyser.read(file, change(text, file), encoding, bytes.length);
    });
  const analysis = analyser.analyse('failed', readings, { now: null, bias: null });
  // The version stays: the examples change when what they show changes, not with every release.
  const reporter = createReporter(catalogue, { name: 'comgmt-lens', version: '0.1.0' });
  const report = reporter.report(analysis, readings, [
    {
      file: 'CoManagementHandler.log',
      line: 15,
      endLine: 16,
      time: '2026-11-18T13:20:00Z',
      comments: [
        {
          author: 'Robin',
          text: 'Same code at every try, so this is no outage.\nThe policy is set by the GPO "Kiosk baseline", see enrollment.reg line 7.',
        },
      ],
      lostLine: null,
      mark: 'cause',
      stage: 'enroll',
      resolved: false,
    },
  ]);
  return Object.fromEntries(
    (['html', 'markdown', 'sarif'] as const).map((format) => [
      `failed.${exportFormats[format]}`,
      reporter.render([report], format),
    ]),
  );
}
