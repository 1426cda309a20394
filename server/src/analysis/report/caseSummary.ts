import type { StageId } from '../../catalogue/types.ts';
import type { Outcome, Severity, StageStatus } from '../caseAnalysis.ts';
import type { Anchor } from './anchor.ts';
import type { Report, ReportNote } from './report.ts';

/** What two states of a case are compared by, and what an export that comes back holds. */
export interface CaseSummary {
  readonly name: string;
  readonly verdict: {
    readonly outcome: Outcome;
    readonly stage: StageId | null;
    readonly codes: readonly string[];
    readonly summary: string;
  };
  readonly stages: readonly SummaryStage[];
  readonly findings: readonly SummaryFinding[];
  readonly notes: readonly (ReportNote & { readonly anchor: Anchor | null })[];
}

export interface SummaryStage {
  readonly id: StageId;
  readonly title: string;
  readonly status: StageStatus;
  readonly reason: string;
}

export interface SummaryFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /** Path relative to the case, as it was there. */
  readonly file: string;
  /** From 1, as it was there. */
  readonly line: number;
  readonly stage: StageId | null;
  /** Null in an export of something else. */
  readonly fingerprint: string | null;
  readonly anchor: Anchor | null;
}

export function summaryOf({ name, verdict, stages, findings, notes }: Report): CaseSummary {
  const { outcome, stage, codes, summary } = verdict;
  return {
    name,
    verdict: { outcome, stage, codes, summary },
    stages: stages.map(({ id, title, status, reason }) => ({ id, title, status, reason })),
    findings: findings.map(({ ruleId, severity, message, place, stage: of, fingerprint, anchor }) => ({
      ruleId,
      severity,
      message,
      file: place.file,
      line: place.line,
      stage: of,
      fingerprint,
      anchor,
    })),
    notes,
  };
}
