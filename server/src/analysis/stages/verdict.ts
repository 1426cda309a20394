import type { StageId } from '../../catalogue/types.ts';
import type { Confidence, Credential, Evidence, Outcome, Stage, Verdict } from '../caseAnalysis.ts';
import { isUndated } from './undated.ts';
import { adviceFor, adviceSentence } from './advice.ts';
import { nameCause, statedCause, type NamedCause } from './cause.ts';
import { isClientMissing } from './client.ts';
import { findContradictions, isDecisive, type Contradiction } from './contradictions.ts';
import { doubtsOf } from './doubts.ts';
import { credentialOfUser } from './enroll.ts';
import { factEvidence } from './facts.ts';
import { isLater, sightingsOf, type CaseModel } from './model.ts';
import type { Judgements } from './picture.ts';
import { confidenceSentence, isEnrolled, summarySentence } from './verdictText.ts';

/** The outcome before it is put into words. */
export interface Decision {
  readonly outcome: Outcome;
  readonly stage: StageId | null;
  readonly codes: readonly number[];
  readonly cause: NamedCause | null;
  readonly evidence: readonly Evidence[];
  readonly contradictions: readonly Contradiction[];
  /** The reason of the stage says why already. */
  readonly explained: boolean;
}

/** Gives the verdict of a case from its stages. */
export function giveVerdict(model: CaseModel, judgements: Judgements, stages: readonly Stage[]): Verdict {
  const decision = decide(model, judgements, stages);
  const shown = confidenceOf(model, judgements, decision);
  const confidence = shown === 'certain' && doubtsOf(model, decision).length > 0 ? 'likely' : shown;
  const advice = adviceFor(model, decision);
  return {
    outcome: decision.outcome,
    stage: decision.stage,
    codes: decision.codes,
    cause: decision.cause?.cause.id ?? null,
    summary: summarySentence(model, decision, stages),
    nextStep: advice === null ? null : adviceSentence(advice),
    advice,
    confidence,
    confidenceReason: confidenceSentence(model, decision, confidence, judgements.enroll.inferred === true),
    evidence: decision.evidence,
  };
}

function decide(model: CaseModel, judgements: Judgements, stages: readonly Stage[]): Decision {
  const contradictions = findContradictions(model);
  const at: At = (outcome, stage) => ({
    outcome,
    stage,
    codes: stage === null ? [] : decisiveCodes(judgements, stage),
    cause: stage === null ? null : nameCause(model, judgements, stage),
    evidence: stage === null ? [] : judgements[stage].evidence.slice(0, evidenceShown),
    contradictions,
    explained: stage !== null && judgements[stage].explained === true,
  });
  if (contradictions.some((one) => one.about === 'enrollment')) {
    return {
      ...at('inconclusive', 'enroll'),
      cause: null,
      evidence: contradictions.filter(isDecisive).flatMap((one) => one.evidence),
    };
  }
  if (judgements.enroll.status === 'succeeded') return whenEnrolled(model, judgements, at);
  if (model.history.state === 'foreign' || judgements.enroll.cause === 'foreign-mdm')
    return at('foreign-mdm', 'enroll');
  if (model.history.state === 'unenrolled') return at('unenrolled', 'enroll');

  const failed = stages.filter((stage) => isBefore(stage.id, 'workloads') && stage.status === 'failed');
  const decided = failed.find((stage) => judgements[stage.id].undecided !== true);
  if (decided !== undefined) return failingDecision(model, decided.id, judgements, at);
  const waiting = stages.find((stage) => isBefore(stage.id, 'workloads') && stage.status === 'waiting');
  if (waiting !== undefined) {
    return { ...at('waiting', waiting.id), cause: statedCause(model, judgements[waiting.id]) };
  }
  if (judgements.enroll.status === 'in-progress') return { ...at('waiting', 'enroll'), cause: null };
  // A user without a token is less than that no address is known for anybody but the device.
  const undecided = failed.find(({ id }) => id === 'discovery') ?? failed[0];
  if (undecided !== undefined) return at('inconclusive', undecided.id);
  return notStarted(model, judgements, at);
}

type At = (outcome: Outcome, stage: StageId | null) => Decision;

/** Pieces of evidence that a verdict carries. */
const evidenceShown = 6;

/** Enrolled is not all: the enrollment may not have been set up, or the client that it is for may be missing. */
function whenEnrolled(model: CaseModel, judgements: Judgements, at: At): Decision {
  if (judgements.provision.status === 'failed') return at('failed', 'provision');
  if (model.history.decisive === null && isClientMissing(model)) return at('failed', 'client');
  return {
    ...at(enrolledOutcome(model), null),
    evidence: judgements.enroll.evidence.slice(0, evidenceShown),
  };
}

function failingDecision(model: CaseModel, stage: StageId, judgements: Judgements, at: At): Decision {
  // A policy that keeps the device out is no failure of the device: nothing was started.
  if (stage === 'policy') return at('not-started', 'policy');
  // The attempt failed because what followed the enrollment call failed.
  if (stage === 'enroll' && model.history.state === 'failed' && judgements.provision.status === 'failed') {
    return at('failed', 'provision');
  }
  return at('failed', stage);
}

function notStarted(model: CaseModel, judgements: Judgements, at: At): Decision {
  const baseline = judgements.enroll.evidence.slice(0, 2);
  const policyRead = judgements.policy.status === 'succeeded';
  if (policyRead && model.timeline.sightings.some((one) => one.signal === 'policy-auto-enroll')) {
    const evidence = [...judgements.policy.evidence, ...baseline].slice(0, evidenceShown);
    return { ...at('not-started', 'schedule'), cause: null, evidence };
  }
  if (model.history.state === 'not-enrolled' || judgements.policy.status === 'in-progress') {
    const decision = at('not-started', policyRead ? 'schedule' : 'policy');
    return { ...decision, evidence: [...decision.evidence, ...baseline].slice(0, evidenceShown) };
  }
  if (model.enrollments.exported && model.history.state === 'unknown') {
    const providers = model.facts.all('enrollment-provider').slice(0, 2).map(factEvidence);
    return { ...at('not-started', 'enroll'), cause: null, evidence: providers };
  }
  const shown = Object.values(judgements).flatMap((judgement) => judgement.evidence.slice(0, 1));
  return { ...at('inconclusive', null), evidence: shown.slice(0, evidenceShown) };
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

function confidenceOf(model: CaseModel, judgements: Judgements, decision: Decision): Confidence {
  const confidence = confidenceOfEvidence(model, judgements, decision);
  return confidence === 'certain' && isUndated(model, decision) ? 'likely' : confidence;
}

function confidenceOfEvidence(model: CaseModel, judgements: Judgements, decision: Decision): Confidence {
  if (decision.outcome === 'inconclusive' || decision.contradictions.some(isDecisive)) return 'guess';
  if (decision.evidence.length === 0) return 'guess';
  if (isEnrolled(decision.outcome)) return confidenceEnrolled(model, judgements, decision);
  // That no enrollment stands in an export rests on what is not there.
  if (decision.outcome === 'not-started' && decision.stage === 'enroll') return 'guess';
  if (decision.cause?.cause.id === 'timer-missed' || decision.stage === 'schedule') {
    return decision.outcome === 'waiting' && !isUnverified(model, decision) ? 'certain' : 'likely';
  }
  if (isUnverified(model, decision)) return 'likely';
  return decision.outcome === 'failed' && !isCauseSure(decision) ? 'likely' : 'certain';
}

function confidenceEnrolled(model: CaseModel, judgements: Judgements, decision: Decision): Confidence {
  if (judgements.enroll.inferred === true) {
    const id = decision.evidence[0]?.entryId ?? null;
    return model.catalogue.messages.some((entry) => entry.id === id) ? 'likely' : 'guess';
  }
  return isCorroborated(model) || !isUnverified(model, decision) ? 'certain' : 'likely';
}

/** The cause is sure where the deciding line says it, or where two things point at it. */
function isCauseSure({ cause, evidence }: Decision): boolean {
  if (cause === null) return false;
  return cause.supports > 1 || (cause.stated && evidence[0]?.tone === 'failure');
}

/** The deciding evidence rests on an entry that nobody has confirmed. */
function isUnverified(model: CaseModel, decision: Decision): boolean {
  const id = decision.evidence[0]?.entryId ?? null;
  const { messages, registry, dsregcmd } = model.catalogue;
  return [...messages, ...registry, ...dsregcmd].find((entry) => entry.id === id)?.evidence === 'unverified';
}

/** The log says that the device is enrolled, and the registry or a confirmed line of the log says it again. */
function isCorroborated(model: CaseModel): boolean {
  if (model.history.state !== 'enrolled') return false;
  const again = sightingsOf(model, 'already-enrolled', 'provisioned').findLast(
    ({ observation: { entry } }) => entry.evidence !== 'unverified',
  );
  return model.enrollments.intune.length > 0 || isLater(model, again ?? null, model.history.decisive);
}
