import type { CaseAnalysis } from '../caseAnalysis.ts';
import { asOfSentence, passedSince } from './asOf.ts';
import { escapeMarkdown } from './markdown.ts';
import { lookOfOutcome } from './stageWords.ts';
import type { NodeColour } from './treeNode.ts';
import { verdictInShort, verdictMarkdown } from './verdictText.ts';

/** How a case shows in the tree. */
export interface CaseLook {
  /** The verdict in a few words, how sure it is where it is not certain, and what else one should know at a glance. */
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly icon: string;
  readonly colour: NodeColour;
}

/** `clock` is the moment at which somebody looks, milliseconds UTC; null where that does not matter. */
export function caseLook(analysis: CaseAnalysis, clock: number | null): CaseLook {
  const { outcome, confidence } = analysis.verdict;
  const contradicts = analysis.findings.some(({ ruleId }) => ruleId.startsWith('contradiction.'));
  const look = lookOfOutcome[outcome];
  const passed = clock === null ? null : passedSince(analysis, clock);
  const asOf = asOfSentence(analysis);
  return {
    description: [
      verdictInShort(analysis),
      ...(confidence === 'certain' ? [] : [confidence]),
      ...(contradicts ? ['artefacts contradict each other'] : []),
      ...(passed === null ? [] : ['its time has passed since: collect again']),
    ].join(' · '),
    tooltip: [
      verdictMarkdown(analysis),
      ...(passed === null ? [] : [`**${escapeMarkdown(passed)}**`]),
      ...(asOf === null ? [] : [`*${escapeMarkdown(asOf)}*`]),
    ].join('\n\n'),
    // A failure is the graver news; everything else is to be doubted first.
    icon: contradicts && outcome !== 'failed' ? 'warning' : look.icon,
    colour: contradicts && outcome !== 'failed' ? 'warning' : look.colour,
  };
}
