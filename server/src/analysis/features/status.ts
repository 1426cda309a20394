import type { CaseAnalysis } from '../caseAnalysis.ts';
import { lookOfOutcome } from './stageWords.ts';
import type { NodeColour } from './treeNode.ts';
import { verdictInShort, verdictPlainText } from './verdictText.ts';

export interface StatusResult {
  /** Short text for the status bar. */
  readonly text: string;
  readonly tooltip: string;
  readonly icon: string;
  readonly colour: NodeColour;
  readonly caseName: string;
}

/** The verdict for the status bar. */
export function statusOf(analysis: CaseAnalysis): StatusResult {
  const { icon, colour } = lookOfOutcome[analysis.verdict.outcome];
  return {
    text: `Enrollment: ${verdictInShort(analysis)}`,
    tooltip: verdictPlainText(analysis),
    icon,
    colour,
    caseName: analysis.name,
  };
}
