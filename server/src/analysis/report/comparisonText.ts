import type { TextPaint } from '../features/caseText.ts';
import { lookOfStatus } from '../features/stageWords.ts';
import type { StageStatus } from '../caseAnalysis.ts';
import type { SummaryFinding } from './caseSummary.ts';
import type { CaseComparison, StageChange } from './compareCases.ts';
import { changeInShort } from './comparisonMarkdown.ts';

/** Findings that are listed; the rest is counted. */
const mostFindings = 20;

/** What changed, stage by stage, for a terminal. */
export function comparisonText(comparison: CaseComparison, paint: TextPaint): string {
  const { before, after, stages, newFindings, goneFindings, sameFindings } = comparison;
  return [
    `${paint.strong(after.name)}: ${changeInShort(comparison)}`,
    `  before  ${before.verdict.summary}`,
    `  after   ${after.verdict.summary}`,
    '',
    ...stages.map((stage) => stageLine(stage, paint)),
    ...findingLines('New findings', newFindings, paint),
    ...findingLines('Findings that are gone', goneFindings, paint),
    '',
    `${sameFindings} findings are in both.`,
    ...(before.name === after.name ? [] : [`Compared with ${before.name}.`]),
    '',
  ].join('\n');
}

function stageLine({ title, before, after, changed }: StageChange, paint: TextPaint): string {
  const name = title.padEnd(32);
  if (!changed) return `    ${name}${paint.dim(wordsOf(after))}`;
  const now = paint.paint(wordsOf(after), after === null ? 'muted' : lookOfStatus[after].colour);
  return `  * ${name}${wordsOf(before)} → ${now}`;
}

function wordsOf(status: StageStatus | null): string {
  return status === null ? 'unknown' : lookOfStatus[status].words;
}

function findingLines(
  title: string,
  findings: readonly SummaryFinding[],
  paint: TextPaint,
): readonly string[] {
  if (findings.length === 0) return [];
  const left = findings.length - mostFindings;
  return [
    '',
    `${title} (${findings.length})`,
    ...findings
      .slice(0, mostFindings)
      .map(
        ({ severity, file, line, message }) =>
          `  ${severity.padEnd(11)} ${file}:${line}  ${paint.dim(message.slice(0, 160))}`,
      ),
    ...(left > 0 ? [`  … and ${left} more; --format json lists all`] : []),
  ];
}
