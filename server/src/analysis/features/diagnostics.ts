import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { Artefact, Problem } from '../artefacts/artefact.ts';
import type { Finding, Severity } from '../caseAnalysis.ts';
import { locate } from './caseDocuments.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { mostOfAnAnswer, withinBudget } from './withinBudget.ts';
import { firstSentence } from './firstSentence.ts';
import { severities } from './protocolValues.ts';
import { formatHex } from '../matching/hresult.ts';

export const diagnosticSource = 'Co-management Lens';

/** VS Code keeps this many for a file and a source, and drops the rest with a remark of its own. */
const mostForOneFile = 1_000;

/** The name of a code; null where it has none. */
export type NameOfCode = (code: number) => string | null;

export interface DiagnosticsParams {
  /** Path of the file relative to its case. */
  readonly file: string;
  readonly document: TextDocument;
  readonly artefact: Artefact;
  /** Findings, worst first; those of other files are passed over. */
  readonly findings: readonly Finding[];
  readonly documents: CaseDocuments;
  /** Least severity to report; everything when left out. */
  readonly leastSeverity?: Severity;
  /** Most entries to report; 1,000 when left out. */
  readonly limit?: number;
}

/**
 * The findings of one file, worst first, and what could not be read of it. When there are more than the limit,
 * the last entry says how many more and where they are.
 */
export function diagnosticsOf(params: DiagnosticsParams, nameOf: NameOfCode = () => null): Diagnostic[] {
  const { file, document, artefact, leastSeverity = 'hint', limit = mostForOneFile } = params;
  const own = params.findings.filter((finding) => finding.place.file === file);
  const told = new Map(own.map((finding) => [finding.place.start, finding]));
  const problems = artefact.problems.filter((problem) => !tells(told.get(problem.start), problem));
  const sources: readonly Source[] = [
    ...own.map((finding) => ({ severity: finding.severity, finding })),
    ...problems.map((problem) => ({ severity: 'information' as const, problem })),
  ]
    .filter(({ severity }) => severities[severity] <= severities[leastSeverity])
    .sort((left, right) => severities[left.severity] - severities[right.severity]);
  const listed = sources.slice(0, sources.length <= limit ? limit : limit - 1);
  const shown = withinBudget(
    listed.map((source) => diagnosticOf(source, params, nameOf)),
    mostOfAnAnswer,
  );
  if (shown.length === sources.length) return shown;
  return [...shown, moreDiagnostic(sources.length - shown.length, document)];
}

type Source =
  | { readonly severity: Severity; readonly finding: Finding }
  | { readonly severity: Severity; readonly problem: Problem };

/** Whether a finding that starts where the problem starts speaks about the same thing. */
function tells(finding: Finding | undefined, problem: Problem): boolean {
  if (finding === undefined) return false;
  return finding.place.end === problem.end || finding.ruleId.endsWith(problem.id);
}

function diagnosticOf(
  source: Source,
  { document, documents }: DiagnosticsParams,
  nameOf: NameOfCode,
): Diagnostic {
  if ('problem' in source) {
    const { problem } = source;
    return {
      range: rangeOf(document, problem.start, problem.end),
      severity: severities[source.severity],
      source: diagnosticSource,
      code: problem.id,
      message: problem.message,
    };
  }
  const { finding } = source;
  const [leading] = finding.codes;
  const related = relatedInformation(finding, documents);
  return {
    range: rangeOf(document, finding.place.start, finding.place.end),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: leading === undefined ? finding.ruleId : formatHex(leading),
    ...(isWebAddress(finding.reference) ? { codeDescription: { href: finding.reference } } : {}),
    message: shortMessage(finding, nameOf),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** What happened and the name of its code. Why, and what to do, is told by the hover, which stands beside it. */
function shortMessage({ message, codes: [leading] }: Finding, nameOf: NameOfCode): string {
  const happened = sentence(firstSentence(message));
  const name = leading === undefined ? null : nameOf(leading);
  return name === null || happened.includes(name) ? happened : `${happened} ${name}`;
}

function relatedInformation(finding: Finding, documents: CaseDocuments): DiagnosticRelatedInformation[] {
  return finding.related.flatMap(({ place, message }) => {
    const location = locate(documents, place);
    return location === null ? [] : [{ location, message }];
  });
}

function moreDiagnostic(count: number, document: TextDocument): Diagnostic {
  return {
    range: rangeOf(document, 0, 0),
    severity: severities.information,
    source: diagnosticSource,
    code: 'more-findings',
    message:
      `${count.toLocaleString('en')} further findings of this file are not listed here. ` +
      'Next Finding in Case visits all of them.',
  };
}

function rangeOf(document: TextDocument, start: number, end: number): Diagnostic['range'] {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** Catalogue texts end without a full stop where they may stand inside a sentence. */
function sentence(text: string): string {
  return /[.!?:…]$/.test(text) ? text : `${text}.`;
}

function isWebAddress(text: string | null): text is string {
  return text !== null && /^https?:\/\//i.test(text);
}
