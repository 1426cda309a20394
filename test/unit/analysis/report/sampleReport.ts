import { readdirSync, readFileSync } from 'node:fs';
import {
  createReporter,
  decode,
  type CaseAnalysis,
  type Reading,
  type NoteThread,
  type Report,
  type ReportNote,
} from '../../../../server/src/analysis/index.ts';
import { analyser } from '../checkCase.ts';

export const tool = { name: 'comgmt-lens', version: '0.0.0' };
export const reporter = createReporter(analyser.catalogue, tool);

/** A case, judged. */
export interface TestCase {
  readonly analysis: CaseAnalysis;
  readonly readings: readonly Reading[];
}

/** The case of texts, by path. */
export function caseOf(name: string, files: Readonly<Record<string, string>>): TestCase {
  const readings = Object.entries(files).map(([path, text]) =>
    analyser.read(path, text, 'utf-8', text.length),
  );
  return { readings, analysis: analyser.analyse(name, readings, { now: null, bias: null }) };
}

/** The case of a bundled sample; `change` may alter each text. */
export function sampleCase(
  name: string,
  change: (text: string, file: string) => string = (text) => text,
): TestCase {
  const folder = new URL(`../../../../samples/${name}/`, import.meta.url);
  const files = readdirSync(folder)
    .toSorted()
    .map((file) => [file, change(decode(readFileSync(new URL(file, folder))).text, file)] as const);
  return caseOf(name, Object.fromEntries(files));
}

export function reportOf({ analysis, readings }: TestCase, notes: readonly NoteThread[] = []): Report {
  return reporter.report(analysis, readings, notes);
}

export function noteOf(values: Partial<ReportNote> = {}): NoteThread {
  const { author, text, ...note }: ReportNote = {
    file: 'CoManagementHandler.log',
    line: 17,
    endLine: 17,
    author: 'Robin',
    time: '2026-11-20T08:00:00Z',
    text: 'Blocked by the **old** agent.',
    mark: 'cause',
    stage: 'enroll',
    resolved: false,
    ...values,
  };
  return { ...note, comments: [{ author, text }], lostLine: null };
}

/** A CCM record as clients write them. */
export function record(message: string, time = '10:00:00.000-60', component = 'CoManagementHandler'): string {
  return `<![LOG[${message}]LOG]!><time="${time}" date="11-18-2026" component="${component}" context="" type="3" thread="1" file="">`;
}
