import { open, readFile } from 'node:fs/promises';
import {
  beginsLikeReport,
  compareCases,
  comparisonMarkdown,
  comparisonText,
  createReporter,
  decode,
  type Analyser,
  type AnalysisOptions,
  type CaseSummary,
  type Reporter,
  type ReportTool,
} from '../analysis/index.ts';
import { readCaseFolder, reasonOf } from './caseFolder.ts';
import { paintFor, type Console } from './console.ts';
import { severalDevicesRemark } from './severalDevicesRemark.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { createProgress } from './progress.ts';
import { writeResult } from './writeResult.ts';

export const compareFormats = ['text', 'json', 'markdown'] as const;

export interface CompareRequest {
  /** Each a path to analyse, or an export: JSON, SARIF or HTML. */
  readonly before: string;
  readonly after: string;
  readonly format: (typeof compareFormats)[number];
  readonly output: string | null;
  readonly options: AnalysisOptions;
}

/** `comgmt-lens compare BEFORE AFTER`: what changed, stage by stage. Answers the exit code. */
export async function compareCommand(
  request: CompareRequest,
  analyser: Analyser,
  console: Console,
  tool: ReportTool,
): Promise<ExitCode> {
  const reporter = createReporter(analyser.catalogue, tool);
  const progress = createProgress(console);
  const problems: string[] = [];
  const read = (path: string): Promise<readonly CaseSummary[]> =>
    readState(path, { request, analyser, reporter, show: progress.show, problems });
  const before = await read(request.before);
  const after = await read(request.after);
  progress.end();
  for (const problem of problems) console.error(`comgmt-lens: ${problem}\n`);
  const [now] = after;
  // An export can hold several cases; the one of the same name is meant, else the first.
  const old = before.find(({ name }) => name === now?.name) ?? before[0];
  if (old === undefined || now === undefined) return exitCodes.unreadable;
  const remark = severalDevicesRemark(old.name, now.name, analyser.catalogue.everydayFolders);
  if (remark !== null) console.error(`comgmt-lens: ${remark}\n`);
  const text = render(old, now, request, console);
  const written = await writeResult(text, request.output, console);
  return written && problems.length === 0 ? exitCodes.analysed : exitCodes.unreadable;
}

interface StateParts {
  readonly request: CompareRequest;
  readonly analyser: Analyser;
  readonly reporter: Reporter;
  readonly show: (path: string) => void;
  /** Sentences for the user, added to. */
  readonly problems: string[];
}

/** A report is told by what it says, whatever it is called; anything else is a case to analyse. */
async function readState(path: string, parts: StateParts): Promise<readonly CaseSummary[]> {
  const exported = await readExported(path, parts);
  if (exported !== null) return exported;
  const { analyser, reporter, request, problems } = parts;
  const folder = await readCaseFolder(path, analyser, parts.show);
  problems.push(...folder.unreadable.map((one) => `cannot read ${one.path}: ${one.reason}.`));
  if (folder.readings.length === 0) return [];
  const analysis = analyser.analyse(folder.name, folder.readings, request.options);
  return [reporter.summary(reporter.report(analysis, folder.readings))];
}

/** Null for what is no report: a folder, a log, a snapshot. */
async function readExported(
  path: string,
  { reporter, problems }: StateParts,
): Promise<readonly CaseSummary[] | null> {
  const isNamedSo = /\.(?:json|ndjson|sarif|html?)$/i.test(path);
  try {
    if (!isNamedSo && !(await canBeReport(path))) return null;
    const found = reporter.readExport(decode(await readFile(path)).text);
    if ('cases' in found) return found.cases;
    if (!isNamedSo && !found.isReport) return null;
    problems.push(`cannot read ${path}: ${found.problem}`);
  } catch (error) {
    if (!isNamedSo) return null;
    problems.push(`cannot read ${path}: ${reasonOf(error)}.`);
  }
  return [];
}

async function canBeReport(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    if (!(await file.stat()).isFile()) return false;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return beginsLikeReport(decode(buffer.subarray(0, bytesRead)).text);
  } finally {
    await file.close();
  }
}

/** Bytes at the start of a file that tell whether it can be a report. */
const headLength = 4_096;

function render(before: CaseSummary, after: CaseSummary, request: CompareRequest, console: Console): string {
  const comparison = compareCases(before, after);
  switch (request.format) {
    case 'json':
      return `${JSON.stringify({ schemaVersion: 1, ...comparison }, null, 2)}\n`;
    case 'markdown':
      return comparisonMarkdown(comparison);
    case 'text': {
      const toFile = request.output !== null;
      return comparisonText(
        comparison,
        paintFor(toFile ? { ...console, outIsTerminal: false, environment: {} } : console),
      );
    }
  }
}
