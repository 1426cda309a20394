import type { Catalogue, StageId } from '../../catalogue/types.ts';
import type { Outcome, Severity, StageStatus } from '../caseAnalysis.ts';
import { lookOfOutcome, lookOfStatus } from '../features/stageWords.ts';
import type { Anchor } from './anchor.ts';
import type { CaseSummary, SummaryFinding, SummaryStage } from './caseSummary.ts';
import {
  countOfJson,
  lineOfJson,
  objectOf,
  objectsOf,
  textOfJson,
  wordOfJson,
  type JsonObject,
} from './jsonValue.ts';
import { markWords } from './noteWords.ts';
import type { NoteMark } from './report.ts';

/** A case of the contract's JSON; null where the object is none. */
export function caseOfJson(value: JsonObject, catalogue: Catalogue): CaseSummary | null {
  const head = headOfCase(value, catalogue);
  if (head === null) return null;
  return { ...head, findings: objectsOf(value['findings']).map((one) => findingOf(one, catalogue)) };
}

/** What the JSON and our part of a SARIF run have in common: everything but the findings. */
export function headOfCase(value: JsonObject, catalogue: Catalogue): Omit<CaseSummary, 'findings'> | null {
  const verdict = objectOf(value['verdict']);
  const outcome = wordOfJson(verdict?.['outcome'], outcomes);
  if (verdict === null || outcome === null || !Array.isArray(value['stages'])) return null;
  const codes = Array.isArray(verdict['codes']) ? verdict['codes'] : [];
  return {
    name: lineOfJson(value['name'], 400),
    verdict: {
      outcome,
      stage: stageOfJson(verdict['stage'], catalogue),
      codes: codes.map((code) => lineOfJson(code, 10)).filter((code) => /^0x[0-9A-F]{8}$/.test(code)),
      summary: lineOfJson(verdict['summary']),
    },
    stages: objectsOf(value['stages']).flatMap((stage) => stageRow(stage, catalogue)),
    notes: objectsOf(value['notes']).map((note) => noteOf(note, catalogue)),
  };
}

/** A stage id of the catalogue; null for any other value. */
export function stageOfJson(value: unknown, catalogue: Catalogue): StageId | null {
  return wordOfJson(
    value,
    catalogue.stages.map(({ id }) => id),
  );
}

export function severityOfJson(value: unknown): Severity {
  return wordOfJson(value, ['error', 'warning', 'information', 'hint'] as const) ?? 'information';
}

/** An anchor; null where it is incomplete. */
export function anchorOfJson(value: unknown): Anchor | null {
  const anchor = objectOf(value);
  const hash = lineOfJson(anchor?.['hash'], 20);
  if (anchor === null || !/^[0-9a-f]{8}$/.test(hash)) return null;
  const time = lineOfJson(anchor['time'], 40);
  return {
    file: lineOfJson(anchor['file'], 400),
    time: time === '' ? null : time,
    component: lineOfJson(anchor['component'], 200),
    hash,
  };
}

function findingOf(value: JsonObject, catalogue: Catalogue): SummaryFinding {
  const location = objectOf(value['location']);
  const fingerprint = lineOfJson(value['fingerprint'], 64);
  return {
    ruleId: lineOfJson(value['ruleId'], 200),
    severity: severityOfJson(value['severity']),
    message: lineOfJson(value['message']),
    file: lineOfJson(location?.['file'], 400),
    line: countOfJson(location?.['line']),
    stage: stageOfJson(value['stage'], catalogue),
    fingerprint: fingerprint === '' ? null : fingerprint,
    anchor: anchorOfJson(value['anchor']),
  };
}

function stageRow(value: JsonObject, catalogue: Catalogue): readonly SummaryStage[] {
  const id = stageOfJson(value['id'], catalogue);
  const status = wordOfJson(value['status'], statuses);
  const title = catalogue.stages.find((stage) => stage.id === id)?.title;
  if (id === null || status === null || title === undefined) return [];
  return [{ id, title, status, reason: lineOfJson(value['reason']) }];
}

function noteOf(value: JsonObject, catalogue: Catalogue): CaseSummary['notes'][number] {
  const line = countOfJson(value['line']);
  const time = lineOfJson(value['time'], 40);
  return {
    file: lineOfJson(value['file'], 400),
    line,
    endLine: Math.max(line, countOfJson(value['endLine'])),
    author: lineOfJson(value['author'], 100),
    time: time === '' ? null : time,
    text: textOfJson(value['text'], 20_000),
    mark: wordOfJson(value['mark'], marks),
    stage: stageOfJson(value['stage'], catalogue),
    resolved: value['resolved'] === true,
    anchor: anchorOfJson(value['anchor']),
  };
}

const outcomes = Object.keys(lookOfOutcome) as Outcome[];
const statuses = Object.keys(lookOfStatus) as StageStatus[];
const marks = Object.keys(markWords) as NoteMark[];
