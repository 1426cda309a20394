import type { Location } from 'vscode-languageserver-types';
import type { CaseAnalysis, Evidence, Stage, StageStatus } from '../caseAnalysis.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { locate } from './caseDocuments.ts';
import { oneLine } from './oneLine.ts';
import { lookOfStatus } from './stageWords.ts';

export interface JumpTarget {
  readonly caseName: string;
  /** The verdict's sentence. */
  readonly label: string;
  readonly detail: string;
  readonly location: Location;
}

/** The deciding line of the stage that failed, or else of the one that waits; null when no stage does. */
export function jumpTargetOf(analysis: CaseAnalysis, documents: CaseDocuments): JumpTarget | null {
  const stage = decidingStage(analysis);
  if (stage === null) return null;
  for (const evidence of candidates(analysis, stage)) {
    const location = locate(documents, evidence.place);
    if (location === null) continue;
    return {
      caseName: analysis.name,
      label: analysis.verdict.summary,
      detail: `${stage.title}: ${lookOfStatus[stage.status].words} · ${evidence.place.file} · ${oneLine(evidence.text)}`,
      location,
    };
  }
  return null;
}

/** States that keep a device from going on, most pressing first. */
const stopping: readonly StageStatus[] = ['failed', 'waiting', 'in-progress'];

function decidingStage({ verdict, stages }: CaseAnalysis): Stage | null {
  const named = stages.find(({ id }) => id === verdict.stage);
  if (named !== undefined) return named;
  for (const status of stopping) {
    const stage = stages.find((each) => each.status === status);
    if (stage !== undefined) return stage;
  }
  return null;
}

function candidates({ verdict }: CaseAnalysis, stage: Stage): readonly Evidence[] {
  return verdict.stage === stage.id ? [...verdict.evidence, ...stage.evidence] : stage.evidence;
}
