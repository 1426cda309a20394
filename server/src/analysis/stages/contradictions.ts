import type { Evidence } from '../caseAnalysis.ts';
import { evidenceOf } from './sighting.ts';
import { factEvidence } from './facts.ts';
import { isRefusedAsEnrolled, isRefusedForRemainder } from './refusedAsEnrolled.ts';
import type { CaseModel } from './model.ts';
import { findTwoTenants } from './tenants.ts';

/** Two artefacts that cannot both be right about the same moment. */
export interface Contradiction {
  readonly ruleId: string;
  /**
   * `enrollment`: whether the device is enrolled at all; `timing`: one of the two is older, and both can have been
   * right.
   */
  readonly about: 'enrollment' | 'timing' | 'tenant' | 'join' | 'workloads';
  /** Both sides, and what would settle it. */
  readonly message: string;
  /** One piece of evidence for each side. */
  readonly evidence: readonly Evidence[];
}

/** True where the contradiction makes the verdict a guess: masks and older files say nothing against it. */
export function isDecisive({ about }: Contradiction): boolean {
  return about === 'enrollment' || about === 'tenant' || about === 'join';
}

/** Compares the artefacts of a case with each other. The order is that of the stages. */
export function findContradictions(model: CaseModel): readonly Contradiction[] {
  return [
    joinAgainstRegistry,
    enrolledWithoutJoin,
    enrolledAgainstRegistry,
    failedAgainstRegistry,
    waitingAgainstRegistry,
    tenants,
    findMaskContradiction,
  ].flatMap((check) => {
    const found = check(model);
    return found === null ? [] : [found];
  });
}

function enrolledAgainstRegistry(model: CaseModel): Contradiction | null {
  const { history, enrollments } = model;
  if (history.state !== 'enrolled' || history.decisive === null) return null;
  if (!enrollments.exported || enrollments.intune.length > 0) return null;
  const states = model.facts
    .all('enrollment-provider')
    .concat(model.facts.all('enrollment-state'))
    .slice(0, 1);
  return {
    ruleId: 'contradiction.enrolled-log-without-registry',
    about: 'enrollment',
    message: model.catalogue.contradictions['enrolled-log-without-registry'],
    evidence: [evidenceOf(history.decisive), ...states.map(factEvidence)],
  };
}

function failedAgainstRegistry(model: CaseModel): Contradiction | null {
  const { history, enrollments } = model;
  const live = enrollments.intune[0];
  if (live === undefined || history.decisive === null) return null;
  if (isRefusedAsEnrolled(model) || isRefusedForRemainder(model)) return null;
  if (history.state !== 'failed' && history.state !== 'unenrolled' && history.state !== 'foreign')
    return null;
  return {
    ruleId: 'contradiction.registry-enrolled-against-log',
    about: 'enrollment',
    message: model.catalogue.contradictions['registry-enrolled-against-log'],
    evidence: [evidenceOf(history.decisive), factEvidence(live.provider)],
  };
}

/** The log waits for an attempt of its own while the registry shows an enrollment: one of them is newer. */
function waitingAgainstRegistry(model: CaseModel): Contradiction | null {
  const { history, enrollments } = model;
  const live = enrollments.intune[0];
  if (live === undefined || history.decisive === null) return null;
  if (history.state !== 'waiting' && history.state !== 'fired' && history.state !== 'not-enrolled')
    return null;
  const byPolicy = model.facts
    .all('group-policy-enrollment')
    .filter(({ number }) => number === 1)
    .slice(-1);
  const kind = byPolicy.length > 0 ? 'enrolled-by-policy-while-log-waits' : 'enrolled-while-log-waits';
  return {
    ruleId: 'contradiction.enrolled-while-log-waits',
    about: 'timing',
    message: model.catalogue.contradictions[kind],
    evidence: [factEvidence(live.provider), evidenceOf(history.decisive), ...byPolicy.map(factEvidence)],
  };
}

function enrolledWithoutJoin(model: CaseModel): Contradiction | null {
  const joined = model.facts.last('entra-joined');
  if (joined === null || joined.asExpected) return null;
  const { history, enrollments } = model;
  const live = enrollments.intune[0];
  const enrolled =
    history.state === 'enrolled' && history.decisive !== null
      ? evidenceOf(history.decisive)
      : live === undefined
        ? null
        : factEvidence(live.provider);
  if (enrolled === null) return null;
  return {
    ruleId: 'contradiction.enrolled-without-join',
    about: 'join',
    message: model.catalogue.contradictions['enrolled-without-join'],
    evidence: [enrolled, factEvidence(joined)],
  };
}

function joinAgainstRegistry(model: CaseModel): Contradiction | null {
  const joined = model.facts.last('entra-joined');
  const record = model.facts.last('join-record');
  if (joined === null || record === null || joined.asExpected) return null;
  return {
    ruleId: 'contradiction.join-record-without-join',
    about: 'join',
    message: model.catalogue.contradictions['join-record-without-join'],
    evidence: [factEvidence(joined), factEvidence(record)],
  };
}

function tenants(model: CaseModel): Contradiction | null {
  const found = findTwoTenants(model);
  if (found === null) return null;
  return {
    ruleId: 'contradiction.tenant',
    about: 'tenant',
    message: model.catalogue.contradictions[found.what],
    evidence: [factEvidence(found.one), factEvidence(found.other)],
  };
}

/** The mask that the client applies is not the one that the registry holds. */
export function findMaskContradiction(model: CaseModel): Contradiction | null {
  const line = model.timeline.sightings.findLast((one) => one.signal === 'workloads-retrieved');
  const stored = model.facts.last('workload-mask');
  const applied = Number(line?.observation.values['flags']);
  if (line === undefined || stored?.number == null || !Number.isSafeInteger(applied)) return null;
  if (applied === stored.number) return null;
  return {
    ruleId: 'contradiction.workload-mask',
    about: 'workloads',
    message: model.catalogue.contradictions['workload-mask']
      .replace('{log}', String(applied))
      .replace('{registry}', String(stored.number)),
    evidence: [evidenceOf(line), factEvidence(stored)],
  };
}
