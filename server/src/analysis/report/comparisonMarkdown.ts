import { lookOfOutcome, lookOfStatus } from '../features/stageWords.ts';
import type { SummaryFinding } from './caseSummary.ts';
import type { CaseComparison, StageChange } from './compareCases.ts';
import { bulleted, inlineCode, inlineText, tableRow } from './markdownText.ts';

/** Findings that are told one by one; the rest is counted. */
const mostFindings = 50;

/** What changed, stage by stage, as Markdown. `missing` findings are those whose lines are not in this copy. */
export function comparisonMarkdown(
  comparison: CaseComparison,
  missing: readonly SummaryFinding[] = [],
): string {
  const { before, after, stages, newFindings, goneFindings, sameFindings } = comparison;
  return `${[
    `# ${inlineText(after.name)}: ${changeInShort(comparison)}`,
    verdictTable(comparison),
    '## Stages',
    stageTable(stages),
    ...findingSection('New findings', newFindings),
    ...findingSection('Findings that are gone', goneFindings),
    `${sameFindings} findings are in both.`,
    ...findingSection('Not found in this copy', missing),
    ...(before.name === after.name ? [] : [`Compared with ${inlineText(before.name)}.`]),
  ].join('\n\n')}\n`;
}

/** `failed, then enrolled` or `still failed`; 3 stages changed. */
export function changeInShort({ before, after, stages }: CaseComparison): string {
  const [old, now] = [
    lookOfOutcome[before.verdict.outcome].words,
    lookOfOutcome[after.verdict.outcome].words,
  ];
  const count = stages.filter(({ changed }) => changed).length;
  const changed =
    count === 0 ? 'no stage changed' : count === 1 ? '1 stage changed' : `${count} stages changed`;
  return `${old === now ? `still ${now}` : `${old}, then ${now}`}; ${changed}`;
}

function verdictTable({ before, after }: CaseComparison): string {
  return [
    tableRow(['', 'Verdict', 'Codes']),
    tableRow(['---', '---', '---']),
    tableRow(['Before', inlineText(before.verdict.summary), before.verdict.codes.join(', ')]),
    tableRow(['After', inlineText(after.verdict.summary), after.verdict.codes.join(', ')]),
  ].join('\n');
}

function stageTable(stages: readonly StageChange[]): string {
  return [
    tableRow(['Stage', 'Before', 'After', 'Why']),
    tableRow(['---', '---', '---', '---']),
    ...stages.map(({ title, before, after, changed, reason }) => {
      const now = after === null ? '' : lookOfStatus[after].words;
      return tableRow([
        inlineText(title),
        before === null ? '' : lookOfStatus[before].words,
        changed ? `**${now}**` : now,
        changed ? inlineText(reason) : '',
      ]);
    }),
  ].join('\n');
}

function findingSection(title: string, findings: readonly SummaryFinding[]): readonly string[] {
  if (findings.length === 0) return [];
  const left = findings.length - mostFindings;
  return [
    `## ${title} (${findings.length})`,
    bulleted(
      findings
        .slice(0, mostFindings)
        .map(
          ({ severity, message, file, line }) =>
            `**${severity}** ${inlineText(message)} (${inlineCode(`${file}:${line}`)})`,
        ),
    ),
    ...(left > 0 ? [`… and ${left} more.`] : []),
  ];
}
