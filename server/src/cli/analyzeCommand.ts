import { join } from 'node:path';
import {
  caseReportNotes,
  caseText,
  createReporter,
  prepareForExport,
  redactCase,
  wordsOf,
  type Analyser,
  type AnalysisOptions,
  type CaseAnalysis,
  type ExportRedaction,
  type NoteThread,
  type Outcome,
  type Reading,
  type RedactionChoices,
  type Report,
  type ReportTool,
} from '../analysis/index.ts';
import { withFileSource } from '../shell/fileSource.ts';
import type { ReadPool } from '../shell/readPool.ts';
import { readCaseFolder, type CaseFolder, type Unreadable } from './caseFolder.ts';
import { paintFor, type Console } from './console.ts';
import { deviceFolders } from './deviceFolders.ts';
import { eachSubfolder } from './eachSubfolder.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { createProgress, tellOfRedaction } from './progress.ts';
import { writeResult } from './writeResult.ts';

/** Formats that this version writes. */
export const formats = ['text', 'json', 'ndjson', 'markdown', 'html', 'sarif'] as const;
export type Format = (typeof formats)[number];

export interface AnalyzeRequest {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly each: boolean;
  readonly failOn: readonly Outcome[];
  readonly output: string | null;
  readonly options: AnalysisOptions;
  /** What the user keeps and adds; null: nothing is redacted. */
  readonly redaction: RedactionChoices | null;
}

interface JudgedCase {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
  readonly notes: readonly NoteThread[];
  readonly redaction: ExportRedaction | null;
}

/** `comgmt-lens analyze`: reads the paths, judges each case, writes the result. Answers the exit code. */
export async function analyzeCommand(
  request: AnalyzeRequest,
  analyser: Analyser,
  console: Console,
  tool: ReportTool,
  pool: ReadPool | null,
): Promise<ExitCode> {
  const unreadable: Unreadable[] = [];
  const remarks: string[] = [];
  const each = request.each ? await eachSubfolder(request.paths) : null;
  unreadable.push(...(each?.unreadable ?? []));
  remarks.push(...(each?.remarks ?? []));
  const judged: JudgedCase[] = [];
  const noteProblems: string[] = [];
  const progress = createProgress(console);
  for (const path of each?.cases ?? request.paths) {
    // Redaction works on the texts, so they have to stay.
    const threads = request.redaction === null ? pool : null;
    const folder = await readCaseFolder(path, analyser, progress.show, threads);
    unreadable.push(...folder.unreadable);
    // Of what could not be read at all nothing can be said, not even that nothing was collected.
    if (folder.readings.length === 0 && folder.unreadable.length > 0) continue;
    remarks.push(...severalDevices(path, folder, analyser));
    if (request.redaction !== null) {
      progress.end();
      tellOfRedaction(folder.readings, console);
    }
    const { problems, ...one } = judge(folder, request, analyser);
    judged.push(one);
    noteProblems.push(...problems);
  }
  progress.end();
  for (const { path, reason } of unreadable) console.error(`comgmt-lens: cannot read ${path}: ${reason}.\n`);
  for (const remark of remarks) console.error(`comgmt-lens: ${remark}\n`);
  for (const problem of noteProblems) console.error(`comgmt-lens: notes in ${problem}\n`);
  const result = render(request, judged, analyser, console, tool);
  const left = judged.flatMap(({ redaction }) => redaction?.copy.leftIn(result) ?? []);
  if (left.length > 0) {
    const kinds = [...new Set(left.map(({ kind }) => kind))].join(', ');
    console.error(
      `comgmt-lens: nothing was written, as the scan of the redacted result still found: ${kinds}.\n`,
    );
    return exitCodes.notRedacted;
  }
  if (!(await writeResult(result, request.output, console))) return exitCodes.unreadable;
  if (unreadable.length > 0) return exitCodes.unreadable;
  const matched = judged.some(({ analysis }) => request.failOn.includes(analysis.verdict.outcome));
  return matched ? exitCodes.failOnMatched : exitCodes.analysed;
}

/** `problems` are those of the notes files. */
function judge(
  folder: CaseFolder,
  { options, redaction }: AnalyzeRequest,
  analyser: Analyser,
): JudgedCase & { readonly problems: readonly string[] } {
  const { name, readings } = folder;
  const analysis = analyser.analyse(name, readings, options);
  const { notes, problems } = caseReportNotes(folder.notes, analysis, readings, (path, use) =>
    withFileSource(join(folder.base, path), use),
  );
  return {
    analysis,
    readings,
    notes,
    problems,
    redaction:
      redaction === null
        ? null
        : { copy: redactCase(name, readings, wordsOf(notes), redaction, analyser), options },
  };
}

/** One path is one case, whatever lies below it; where that mixes devices up, the user should know. */
function severalDevices(path: string, { readings }: CaseFolder, analyser: Analyser): readonly string[] {
  const count = deviceFolders(readings, analyser).length;
  return count < 2
    ? []
    : [
        `${path} looks like ${String(count)} devices, which are judged as one here; use --each to judge every subfolder by itself.`,
      ];
}

function render(
  request: AnalyzeRequest,
  judged: readonly JudgedCase[],
  analyser: Analyser,
  console: Console,
  tool: ReportTool,
): string {
  const reporter = createReporter(analyser.catalogue, tool);
  const reports = (): Report[] =>
    judged.map(({ analysis, readings, notes, redaction }) =>
      reporter.report(analysis, readings, notes, [], redaction),
    );
  switch (request.format) {
    case 'json':
    case 'markdown':
    case 'html':
    case 'sarif':
      return reporter.render(reports(), request.format);
    case 'ndjson':
      return reports().map(reporter.jsonLine).join('');
    case 'text': {
      // A file gets no colours and a steady width, whatever terminal it was made from.
      const toFile = request.output !== null;
      const paint = paintFor(toFile ? { ...console, outIsTerminal: false, environment: {} } : console);
      const width = toFile ? 100 : Math.min(Math.max(console.width, 40), 120);
      // Whoever names a moment knows that others have passed since.
      const asOfIsGiven = request.options.now !== null;
      const clock = asOfIsGiven ? null : console.clock;
      return judged
        .map(({ analysis, readings, redaction }) => prepareForExport(analysis, readings, [], [], redaction))
        .map(({ analysis, readings }) =>
          caseText(analysis, readings, { paint, width, mostFindings: 20, asOfIsGiven, clock }),
        )
        .join('\n');
    }
  }
}
