/**
 * What leaves the product: one case, with notes, as every format shows it. Plain data, ready to print: places are
 * lines, codes and times are words, and texts of files are clean (`cleanText`). Escaping is each format's own.
 */
import type { CauseId, Reference, StageId, Tone } from '../../catalogue/types.ts';
import type { Confidence, Credential, Outcome, Severity, StageStatus, Workloads } from '../caseAnalysis.ts';
import type { caseJson } from '../features/caseJson.ts';
import type { Anchor } from './anchor.ts';

export type NoteMark = 'cause' | 'symptom' | 'red-herring';

/** A remark that somebody left at a line. */
export interface ReportNote {
  /** Path relative to the case, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The last line that it is about; not before `line`. */
  readonly endLine: number;
  readonly author: string;
  /** ISO 8601, UTC; null where it is not known. */
  readonly time: string | null;
  /** Markdown as it was typed. Shown as it was typed, too: it may come from somebody else. */
  readonly text: string;
  readonly mark: NoteMark | null;
  readonly stage: StageId | null;
  readonly resolved: boolean;
}

/** Lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface ReportPlace {
  /** Path relative to the case, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportTime {
  /** The clock as the record tells it: `2026-11-18 10:00:04`. */
  readonly clock: string;
  /** ISO 8601: UTC where the zone is known, else without zone. */
  readonly iso: string;
  /** Milliseconds to order by. */
  readonly order: number;
}

export interface ReportEvidence {
  readonly place: ReportPlace;
  readonly time: ReportTime | null;
  readonly text: string;
  readonly meaning: string;
  readonly tone: Tone;
  /** `0x80180026`. */
  readonly codes: readonly string[];
}

export interface ReportVerdict {
  readonly outcome: Outcome;
  /** The verdict in a few words: `failed at Enrollment · 0x80180026`. */
  readonly inShort: string;
  readonly stage: StageId | null;
  readonly codes: readonly string[];
  readonly cause: { readonly id: CauseId; readonly title: string } | null;
  readonly summary: string;
  readonly nextStep: string | null;
  /** The page of the catalogue that the next step cites. */
  readonly source: Reference | null;
  readonly confidence: Confidence;
  readonly confidenceReason: string;
  readonly evidence: readonly ReportEvidence[];
}

export interface ReportStage {
  readonly id: StageId;
  readonly title: string;
  readonly status: StageStatus;
  readonly reason: string;
  readonly evidence: readonly ReportEvidence[];
}

export interface ReportAttempt {
  /** `2 of 3`. */
  readonly number: string;
  readonly credential: Credential;
  readonly result: 'succeeded' | 'failed' | 'unknown';
  readonly started: ReportTime | null;
  readonly code: string | null;
  readonly retryAt: ReportTime | null;
  readonly place: ReportPlace;
}

export interface ReportFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: ReportPlace;
  readonly time: ReportTime | null;
  /** The text of the place, at most some hundred characters of it. */
  readonly text: string;
  readonly stage: StageId | null;
  readonly codes: readonly string[];
  readonly cause: { readonly id: CauseId; readonly title: string } | null;
  readonly remedy: string | null;
  readonly reference: Reference | null;
  readonly related: readonly { readonly place: ReportPlace; readonly message: string }[];
  /** The same for the same finding on every machine, in every run; different for any two findings of a case. */
  readonly fingerprint: string;
  readonly anchor: Anchor;
}

export interface ReportFile {
  readonly path: string;
  readonly kind: string;
  readonly encoding: string | null;
  readonly bytes: number;
  readonly records: number | null;
  readonly problems: number;
  readonly from: ReportTime | null;
  readonly to: ReportTime | null;
}

/** A line that the user asked for, whether or not it is evidence. */
export interface ReportLine {
  readonly place: ReportPlace;
  readonly time: ReportTime | null;
  readonly text: string;
  /** What the catalogue or a finding says of it; empty where nothing does. */
  readonly meanings: readonly string[];
  readonly anchor: Anchor;
}

export interface Report {
  readonly name: string;
  /** The moment for which the case was judged: `2026-11-18 09:30:04 UTC`. */
  readonly asOf: string | null;
  readonly verdict: ReportVerdict;
  readonly stages: readonly ReportStage[];
  readonly attempts: readonly ReportAttempt[];
  readonly workloads: Workloads | null;
  /** Everything that speaks for or against a stage, in the order of time; what has no time is not in it. */
  readonly timeline: readonly ReportEvidence[];
  readonly findings: readonly ReportFinding[];
  readonly notes: readonly (ReportNote & { readonly anchor: Anchor })[];
  readonly files: readonly ReportFile[];
  readonly lines: readonly ReportLine[];
  /** The case in the shape of the contract's JSON. */
  readonly json: ReportJson;
}

/** The contract's case with what makes findings and notes findable in another copy. */
export type ReportJson = Omit<ReturnType<typeof caseJson>, 'findings'> & {
  readonly findings: readonly (ReturnType<typeof caseJson>['findings'][number] & {
    readonly fingerprint: string;
    readonly anchor: Anchor;
  })[];
  readonly notes: readonly (ReportNote & { readonly anchor: Anchor })[];
};

/** Who wrote a report. */
export interface ReportTool {
  readonly name: string;
  readonly version: string;
}
