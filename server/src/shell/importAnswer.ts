import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import {
  changeInShort,
  compareCases,
  comparisonMarkdown,
  type CaseDocuments,
  type CaseSummary,
  type Place,
  type SummaryFinding,
} from '../analysis/index.ts';
import type { ImportResult } from '../protocol.ts';

/**
 * Somebody's findings and notes on the lines of our copy, and what changed since. `places` belong to their findings
 * and then their notes, in order; null for what is not in our copy.
 */
export function importAnswer(
  theirs: CaseSummary,
  own: CaseSummary,
  places: readonly (Place | null)[],
  documents: CaseDocuments,
): ImportResult {
  const byUri = new Map<string, Diagnostic[]>();
  const show = (place: Place | null | undefined, message: string, severity: DiagnosticSeverity): boolean => {
    const document = place === null || place === undefined ? null : documents(place.file);
    if (place === null || place === undefined || document === null) return false;
    const range = { start: document.positionAt(place.start), end: document.positionAt(place.end) };
    const diagnostics = byUri.get(document.uri) ?? [];
    diagnostics.push({ range, message, severity, source: 'Co-management Lens (imported)' });
    byUri.set(document.uri, diagnostics);
    return true;
  };
  const missing = theirs.findings.filter(
    ({ message, severity }, index) => !show(places[index], message, severities[severity]),
  );
  const lost = theirs.notes.filter(({ author, text, mark }, index) => {
    const head = [author === '' ? 'Note' : `Note by ${author}`, ...(mark === null ? [] : [mark])].join(', ');
    const severity = mark === 'cause' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Information;
    return !show(places[theirs.findings.length + index], `${head}: ${text}`, severity);
  });
  const comparison = compareCases(theirs, own);
  const notFound = [...missing, ...lost.map(asFinding)];
  return {
    problem: null,
    title: `${own.name}: ${changeInShort(comparison)}`,
    markdown: comparisonMarkdown(comparison, notFound).replace(/^# .*\n+/, ''),
    diagnostics: [...byUri].map(([uri, diagnostics]) => ({ uri, diagnostics })),
  };
}

/** A note whose line is not here, among the findings of which that is true. */
function asFinding({
  author,
  text,
  file,
  line,
  stage,
  anchor,
}: CaseSummary['notes'][number]): SummaryFinding {
  const message = author === '' ? `Note: ${text}` : `Note by ${author}: ${text}`;
  return { ruleId: 'note', severity: 'information', message, file, line, stage, fingerprint: null, anchor };
}

const severities: Readonly<Record<SummaryFinding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
