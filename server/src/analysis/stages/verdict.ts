import type { StageId } from '../../catalogue/types.ts';
import type { Confidence, Credential, Evidence, Outcome, Stage, Verdict } from '../caseAnalysis.ts';
import { nameCause, type NamedCause } from './cause.ts';
import { findContradictions, type Contradiction } from './contradictions.ts';
import { credentialOfUser } from './enroll.ts';
import type { CaseModel } from './model.ts';
import type { Judgements } from './picture.ts';
import { confidenceSentence, isEnrolled, nextStepSentence, summarySentence } from './verdictText.ts';

/** The outcome before it is put into words. */
export interface Decision {
  readonly outcome: Outcome;
  readonly stage: StageId | null;
  readonly codes: readonly number[];
  readonly cause: NamedCause | null;
  readonly evidence: readonly Evidence[];
  readonly contradictions: readonly Contradiction[];
}

/** Gives the verdict of a case from its stages. */
export function giveVerdict(model: CaseModel, judgements: Judgements, stages: readonly Stage[]): Verdict {
  const decision = decide(model, judgements, stages);
  const confidence = confidenceOf(model, decision);
  return {
    outcome: decision.outcome,
    stage: decision.stage,
    codes: decision.codes,
    cause: decision.cause?.cause.id ?? null,
    summary: summarySentence(model, decision, stages),
    nextStep: nextStepSentence(model, decision),
    confidence,
    confidenceReason: confidenceSentence(decision, confidence),
    evidence: decision.evidence,
  };
}

function decide(model: CaseModel, judgements: Judgements, stages: readonly Stage[]): Decision {
  const contradictions = findContradictions(model);
  const at = (outcome: Outcome, stage: StageId | null): Decision => ({
    outcome,
    stage,
    codes: stage === null ? [] : decisiveCodes(judgements, stage),
    cause: stage === null ? null : nameCause(model, judgements, stage),
    evidence: stage === null ? [] : judgements[stage].evidence.slice(0, 5),
    contradictions,
  });
  const enrollmentDisputed = contradictions.some((one) => one.about === 'enrollment');
  if (enrollmentDisputed) {
    return {
      ...at('inconclusive', 'enroll'),
      cause: null,
      evidence: contradictions.flatMap((one) => one.evidence),
    };
  }
  if (judgements.enroll.status === 'succeeded') {
    if (judgements.provision.status === 'failed') return at('failed', 'provision');
    const enrolled = at(enrolledOutcome(model), null);
    return { ...enrolled, evidence: judgements.enroll.evidence.slice(0, 5) };
  }
  if (model.history.state === 'foreign' || judgements.enroll.cause === 'foreign-mdm')
    return at('foreign-mdm', 'enroll');
  if (model.history.state === 'unenrolled') return at('unenrolled', 'enroll');

  const failing = stages.find((stage) => isBefore(stage.id, 'workloads') && stage.status === 'failed');
  if (failing !== undefined) return failingDecision(model, failing.id, at);
  const waiting = stages.find((stage) => isBefore(stage.id, 'workloads') && stage.status === 'waiting');
  if (waiting !== undefined) return at('waiting', waiting.id);
  if (judgements.enroll.status === 'in-progress') return at('waiting', 'enroll');
  return notStarted(model, judgements, at);
}

type At = (outcome: Outcome, stage: StageId | null) => Decision;

function failingDecision(model: CaseModel, stage: StageId, at: At): Decision {
  // A policy that keeps the device out is no failure of the device: nothing was started.
  if (stage === 'policy') return at('not-started', 'policy');
  // dsregcmd alone cannot tell whether ConfigMgr enrolls the device with an address from the site.
  if (stage === 'discovery' && model.timeline.sightings.length === 0) return at('inconclusive', 'discovery');
  return at('failed', stage);
}

function notStarted(model: CaseModel, judgements: Judgements, at: At): Decision {
  const policyRead = judgements.policy.status === 'succeeded';
  if (model.history.state === 'not-enrolled') return at('not-started', policyRead ? 'schedule' : 'policy');
  if (judgements.policy.status === 'in-progress') return at('not-started', 'policy');
  if (policyRead && model.timeline.sightings.some((one) => one.signal === 'policy-auto-enroll')) {
    return at('not-started', 'schedule');
  }
  const shown = Object.values(judgements).flatMap((judgement) => judgement.evidence.slice(0, 1));
  return { ...at('inconclusive', null), evidence: shown.slice(0, 5) };
}

function enrolledOutcome(model: CaseModel): Outcome {
  const credential = enrolledCredential(model);
  if (credential === 'user') return 'enrolled-user';
  return credential === 'device' ? 'enrolled-device' : 'enrolled';
}

/** The credential of the enrollment in force: the attempt that succeeded, else the identity in the registry. */
function enrolledCredential(model: CaseModel): Credential {
  const succeeded = model.history.attempts.findLast((attempt) => attempt.result === 'succeeded');
  if (succeeded !== undefined && succeeded.credential !== 'unknown') return succeeded.credential;
  for (const live of model.enrollments.intune) {
    const credential = credentialOfUser(model, live.user);
    if (credential !== null) return credential;
  }
  return 'unknown';
}

/** The failing stage's own codes first, then those of the attempts, which show the same trouble from further on. */
function decisiveCodes(judgements: Judgements, stage: StageId): readonly number[] {
  return [...new Set([...(judgements[stage].codes ?? []), ...(judgements.enroll.codes ?? [])])];
}

function isBefore(id: StageId, other: 'workloads'): boolean {
  return id !== other && id !== 'report';
}

function confidenceOf(model: CaseModel, decision: Decision): Confidence {
  if (decision.outcome === 'inconclusive' || decision.contradictions.length > 0) return 'guess';
  if (decision.cause?.cause.id === 'timer-missed') return 'likely';
  if (isEnrolled(decision.outcome) && isCorroborated(model)) return 'certain';
  const marks = decision.evidence
    .slice(0, 1)
    .map((one) => model.catalogue.messages.find((entry) => entry.id === one.entryId)?.evidence ?? 'reported');
  if (marks.includes('unverified')) return 'likely';
  const failed = decision.outcome === 'failed';
  if (failed && decision.cause === null) return 'likely';
  if (failed && decision.cause !== null && decision.cause.supports < 2) return 'likely';
  return decision.evidence.length === 0 ? 'guess' : 'certain';
}

/** The log says that the device is enrolled, and the registry shows the enrollment. */
function isCorroborated(model: CaseModel): boolean {
  return model.history.state === 'enrolled' && model.enrollments.intune.length > 0;
}
