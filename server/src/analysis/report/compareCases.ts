import type { StageId } from '../../catalogue/types.ts';
import type { StageStatus } from '../caseAnalysis.ts';
import type { CaseSummary, SummaryFinding } from './caseSummary.ts';

/** What changed between two states of a case. */
export interface CaseComparison {
  readonly before: Pick<CaseSummary, 'name' | 'verdict'>;
  readonly after: Pick<CaseSummary, 'name' | 'verdict'>;
  /** Every stage that one of the two knows, in order. */
  readonly stages: readonly StageChange[];
  readonly newFindings: readonly SummaryFinding[];
  readonly goneFindings: readonly SummaryFinding[];
  /** How many findings both have. */
  readonly sameFindings: number;
}

export interface StageChange {
  readonly id: StageId;
  readonly title: string;
  /** Null where that side does not know the stage. */
  readonly before: StageStatus | null;
  readonly after: StageStatus | null;
  readonly changed: boolean;
  /** Why it is as it is afterwards. */
  readonly reason: string;
}

export function compareCases(before: CaseSummary, after: CaseSummary): CaseComparison {
  const known = new Set(before.findings.map(identityOf));
  const found = new Set(after.findings.map(identityOf));
  return {
    before: { name: before.name, verdict: before.verdict },
    after: { name: after.name, verdict: after.verdict },
    stages: stageChanges(before, after),
    newFindings: after.findings.filter((finding) => !known.has(identityOf(finding))),
    goneFindings: before.findings.filter((finding) => !found.has(identityOf(finding))),
    sameFindings: after.findings.filter((finding) => known.has(identityOf(finding))).length,
  };
}

function stageChanges(before: CaseSummary, after: CaseSummary): readonly StageChange[] {
  const gone = before.stages.filter(({ id }) => !after.stages.some((stage) => stage.id === id));
  return [...after.stages, ...gone].map(({ id, title }) => {
    const old = before.stages.find((stage) => stage.id === id);
    const now = after.stages.find((stage) => stage.id === id);
    return {
      id,
      title,
      before: old?.status ?? null,
      after: now?.status ?? null,
      changed: old?.status !== now?.status,
      reason: now?.reason ?? '',
    };
  });
}

/** Without a fingerprint, as in an export of an earlier version, rule, file and line have to do. */
function identityOf({ fingerprint, ruleId, file, line }: SummaryFinding): string {
  return fingerprint ?? JSON.stringify([ruleId, file, line]);
}
