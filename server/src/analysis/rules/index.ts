import type { Finding } from '../caseAnalysis.ts';
import { artefactProblem } from './artefactProblem.ts';
import { contradiction } from './contradiction.ts';
import { foreignEnrollment } from './foreignEnrollment.ts';
import { loggedFailure } from './loggedFailure.ts';
import { lostEnrollment } from './lostEnrollment.ts';
import { pendingTimer } from './pendingTimer.ts';
import { refusedByPolicy } from './refusedByPolicy.ts';
import { severityOrder, type Rule, type RuleInput } from './rule.ts';
import { repeatedRetry } from './repeatedRetry.ts';
import { serverLine } from './serverLine.ts';
import { unexpectedValue } from './unexpectedValue.ts';
import { unexplainedRecord } from './unexplainedRecord.ts';

/** Every rule. A new one is a file of its own and a line here. */
const rules: readonly Rule[] = [
  loggedFailure,
  serverLine,
  lostEnrollment,
  foreignEnrollment,
  refusedByPolicy,
  pendingTimer,
  repeatedRetry,
  contradiction,
  unexpectedValue,
  unexplainedRecord,
  artefactProblem,
];

/**
 * Runs every rule, one a step. Of several findings at one place the first rule's stands, except that no message is
 * lost.
 */
export function* applyRules(input: RuleInput): Generator<undefined, readonly Finding[]> {
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const finding of rule(input)) {
      const key = `${finding.ruleId}\n${finding.place.file}\n${String(finding.place.start)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding);
    }
    yield;
  }
  const fileOrder = new Map(input.model.readings.map((reading, index) => [reading.path, index]));
  return findings.toSorted(
    (a, b) =>
      severityOrder[a.severity] - severityOrder[b.severity] ||
      (fileOrder.get(a.place.file) ?? 0) - (fileOrder.get(b.place.file) ?? 0) ||
      a.place.start - b.place.start,
  );
}
