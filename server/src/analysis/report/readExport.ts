import type { Catalogue } from '../../catalogue/types.ts';
import type { CaseSummary } from './caseSummary.ts';
import { unescapeHtml } from './htmlText.ts';
import { caseOfJson } from './importJson.ts';
import { caseOfSarif } from './importSarif.ts';
import { objectOf, objectsOf, parseJson } from './jsonValue.ts';
import { dataElement } from './reportHtml.ts';

/** An export that came back. */
export interface ImportedReport {
  readonly format: 'json' | 'sarif' | 'html';
  readonly cases: readonly CaseSummary[];
}

/** Why a text is no export, in a sentence for the user. */
export interface ImportProblem {
  readonly problem: string;
  /** True for a report of ours in a form that cannot be read back. */
  readonly isReport: boolean;
}

/**
 * Reads an export back: our JSON (also a line of it a case), our SARIF, or an HTML report, which carries the JSON.
 * Never throws; a text of somebody else is data like any log.
 */
export function readExport(text: string, catalogue: Catalogue): ImportedReport | ImportProblem {
  const embedded = embeddedData(text);
  const found = embedded === null ? readJson(text, catalogue) : readJson(embedded, catalogue);
  if (found === null) {
    const problem = readingForm(text);
    return {
      problem:
        problem ??
        'This is no export of Co-management Lens. JSON, SARIF and HTML reports can be read back; Markdown cannot.',
      isReport: problem !== null,
    };
  }
  return embedded === null ? found : { ...found, format: 'html' };
}

/** Whether a file that begins like this can be a report at all, whatever its name. Logs and snapshots begin otherwise. */
export function beginsLikeReport(head: string): boolean {
  return /^\s*(?:\{|<!doctype html|# |\*\*)/i.test(head) || textHead.test(head);
}

/** What to tell of a report that is made for reading only; null for any other text. */
function readingForm(text: string): string | null {
  const whatToUse = 'cannot be read back; use the HTML, SARIF or JSON report.';
  const isMarkdown = /^\s*(?:# |\*\*)/.test(text) && markdownMarks.some((mark) => text.includes(mark));
  if (isMarkdown) return `Markdown ${whatToUse}`;
  return textHead.test(text) ? `A report as plain text ${whatToUse}` : null;
}

/** Of a case, in the three confidences, and of a comparison. */
const markdownMarks = [
  '\n**Confidence:** certain. ',
  '\n**Confidence:** likely. ',
  '\n**Confidence:** guess. ',
  '\n| Stage | Before | After | Why |',
];

/** `PC-0042: failed (certain)`, and the summary below it. */
const textHead = /^[^\r\n]{1,400}: [^\r\n:]{1,80} \((?:certain|likely|guess)\)\r?\n {2}\S/;

function readJson(text: string, catalogue: Catalogue): ImportedReport | null {
  const whole = objectOf(parseJson(text.replace(/^\ufeff/, '')));
  if (whole === null) return readLines(text, catalogue);
  if (Array.isArray(whole['runs'])) {
    const cases = objectsOf(whole['runs']).flatMap((run) => caseOfSarif(run, catalogue) ?? []);
    return cases.length === 0 ? null : { format: 'sarif', cases };
  }
  const listed = Array.isArray(whole['cases']) ? objectsOf(whole['cases']) : [whole];
  const cases = listed.flatMap((one) => caseOfJson(one, catalogue) ?? []);
  return cases.length === 0 ? null : { format: 'json', cases };
}

/** `--format ndjson`: a case a line. */
function readLines(text: string, catalogue: Catalogue): ImportedReport | null {
  if (!text.trimStart().startsWith('{')) return null;
  const cases = text
    .split('\n')
    .map((line) => objectOf(parseJson(line)))
    .filter((one) => one !== null)
    .flatMap((one) => caseOfJson(one, catalogue) ?? []);
  return cases.length === 0 ? null : { format: 'json', cases };
}

/** The JSON that an HTML report carries; null in any other text. */
function embeddedData(text: string): string | null {
  const open = `<template id="${dataElement}">`;
  const start = text.lastIndexOf(open);
  const end = start < 0 ? -1 : text.indexOf('</template>', start);
  return end < 0 ? null : unescapeHtml(text.slice(start + open.length, end));
}
