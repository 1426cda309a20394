import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  Attempt,
  CaseAnalysis,
  Evidence,
  FileReport,
  Finding,
  Stage,
  Verdict,
} from '../../../../server/src/analysis/caseAnalysis.ts';
import {
  noBias,
  RecordTableBuilder,
  recordFlags,
} from '../../../../server/src/analysis/artefacts/recordTable.ts';
import type { LogArtefact } from '../../../../server/src/analysis/artefacts/artefact.ts';

/** Values of an analysis for tests: whole and harmless, to be changed where the test looks. */

export const logFile = 'CoManagementHandler.log';

export function documentOf(text: string, uri = `file:///case/${logFile}`): TextDocument {
  return TextDocument.create(uri, 'ccmlog', 1, text);
}

/** A log whose records are its lines; a line that starts with a blank continues the record before it. */
export function logOf(text: string): LogArtefact {
  const builder = new RecordTableBuilder(text);
  for (const match of text.matchAll(/^\S[^\n]*(?:\n [^\n]*)*/gm)) {
    const start = match.index;
    const end = start + match[0].length;
    const flags = match[0].includes('\n') ? recordFlags.multiLine : 0;
    const when = { localTime: Date.UTC(2026, 10, 20, 10, 0, builder.count), bias: noBias };
    builder.add({
      start,
      end,
      messageStart: start,
      messageEnd: end,
      ...when,
      type: 1,
      component: 'C',
      thread: 1,
      flags,
    });
  }
  return { type: 'log', kind: 'ccm-log', text, records: builder.finish(), problems: [] };
}

export function evidenceOf(values: Partial<Evidence> = {}): Evidence {
  return {
    place: { file: logFile, start: 0, end: 5 },
    time: { local: Date.UTC(2026, 10, 20, 14, 30, 0), utc: null },
    text: 'Failed to enroll',
    entryId: null,
    meaning: 'The attempt failed.',
    tone: 'failure',
    codes: [0x80180026],
    ...values,
  };
}

export function findingOf(values: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'comanagement.attempt-failed',
    severity: 'error',
    message: 'The attempt failed.',
    place: { file: logFile, start: 0, end: 5 },
    stage: 'enroll',
    codes: [],
    cause: null,
    remedy: null,
    reference: null,
    related: [],
    ...values,
  };
}

export function stageOf(values: Partial<Stage> = {}): Stage {
  return {
    id: 'enroll',
    title: 'Enrollment',
    status: 'failed',
    reason: 'The attempt failed.',
    evidence: [evidenceOf()],
    ...values,
  };
}

export function attemptOf(values: Partial<Attempt> = {}): Attempt {
  return {
    number: 2,
    of: 3,
    credential: 'device',
    result: 'failed',
    started: { local: Date.UTC(2026, 10, 20, 14, 30, 0), utc: null },
    code: 0x80180026,
    retryAt: { local: Date.UTC(2026, 10, 20, 14, 35, 0), utc: null },
    place: { file: logFile, start: 0, end: 5 },
    ...values,
  };
}

export function fileOf(values: Partial<FileReport> = {}): FileReport {
  return {
    path: logFile,
    kind: 'ccm-log',
    encoding: 'utf-8',
    bytes: 100,
    records: 2,
    problems: [],
    from: null,
    to: null,
    ...values,
  };
}

export function verdictOf(values: Partial<Verdict> = {}): Verdict {
  return {
    outcome: 'failed',
    stage: 'enroll',
    codes: [0x80180026],
    cause: null,
    summary: 'Enrollment failed with 0x80180026.',
    nextStep: null,
    advice: null,
    confidence: 'likely',
    confidenceReason: 'It is written in the log.',
    evidence: [evidenceOf()],
    ...values,
  };
}

export function analysisOf(values: Partial<CaseAnalysis> = {}): CaseAnalysis {
  return {
    name: 'PC-1',
    verdict: verdictOf(),
    stages: [stageOf()],
    attempts: [],
    workloads: null,
    findings: [],
    files: [fileOf()],
    asOf: null,
    timerDue: null,
    ...values,
  };
}
