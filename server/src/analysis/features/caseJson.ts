import type {
  Attempt,
  CaseAnalysis,
  Evidence,
  FileReport,
  Finding,
  Moment,
  Place,
  Reading,
} from '../caseAnalysis.ts';
import { formatHex } from '../matching/hresult.ts';
import { createLocator, type LineLocation } from './locations.ts';

/** One case in the shape of the command line's JSON contract, schema version 1. */
export function caseJson(analysis: CaseAnalysis, readings: readonly Reading[]) {
  const locate = createLocator(readings);
  const { verdict } = analysis;
  return {
    name: analysis.name,
    asOf: momentJson(analysis.asOf),
    verdict: {
      outcome: verdict.outcome,
      stage: verdict.stage,
      codes: verdict.codes.map(formatHex),
      cause: verdict.cause,
      summary: verdict.summary,
      nextStep: verdict.nextStep,
      confidence: verdict.confidence,
      confidenceReason: verdict.confidenceReason,
      evidence: verdict.evidence.map((one) => evidenceJson(one, locate)),
    },
    stages: analysis.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      status: stage.status,
      reason: stage.reason,
      evidence: stage.evidence.map((one) => evidenceJson(one, locate)),
    })),
    attempts: analysis.attempts.map((attempt) => attemptJson(attempt, locate)),
    workloads: analysis.workloads,
    findings: analysis.findings.map((finding) => findingJson(finding, locate)),
    files: analysis.files.map((file) => fileJson(file, locate)),
  };
}

/** ISO 8601 in UTC where the zone is known, else local without zone; null without a time. */
export function momentJson(moment: Moment | null): string | null {
  if (moment === null) return null;
  return moment.utc === null
    ? new Date(moment.local).toISOString().replace(/Z$/, '')
    : new Date(moment.utc).toISOString();
}

type Locate = (place: Place) => LineLocation;

function evidenceJson(evidence: Evidence, locate: Locate) {
  return {
    location: locate(evidence.place),
    time: momentJson(evidence.time),
    text: evidence.text,
    messageId: evidence.entryId,
    meaning: evidence.meaning,
    codes: evidence.codes.map(formatHex),
  };
}

function attemptJson(attempt: Attempt, locate: Locate) {
  return {
    number: Math.max(1, attempt.number),
    of: attempt.of,
    credential: attempt.credential,
    result: attempt.result,
    started: momentJson(attempt.started),
    code: attempt.code === null ? null : formatHex(attempt.code),
    retryAt: momentJson(attempt.retryAt),
    location: locate(attempt.place),
  };
}

function findingJson(finding: Finding, locate: Locate) {
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    location: locate(finding.place),
    stage: finding.stage,
    codes: finding.codes.map(formatHex),
    cause: finding.cause,
    remedy: finding.remedy,
    reference: finding.reference,
    related: finding.related.map((one) => ({ location: locate(one.place), message: one.message })),
  };
}

function fileJson(file: FileReport, locate: Locate) {
  return {
    path: file.path,
    kind: file.kind,
    encoding: file.encoding,
    bytes: file.bytes,
    records: file.records,
    problems: file.problems.map((problem) => ({
      id: problem.id,
      message: problem.message,
      location: locate({ file: file.path, start: problem.start, end: problem.end }),
    })),
    from: momentJson(file.from),
    to: momentJson(file.to),
  };
}
