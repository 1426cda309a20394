import type { StateMessageEntry } from '../../catalogue/types.ts';
import type { Evidence } from '../caseAnalysis.ts';
import { reportedState } from './report.ts';
import { refusedAsEnrolled, refusedForForeign } from './refusedAsEnrolled.ts';
import { evidenceOf, uniqueEvidence, type Sighting } from './sighting.ts';
import { factEvidence, wrongSentence, type SeenFact } from './facts.ts';
import { enrollmentEvidence } from './liveEnrollments.ts';
import { timerState, type Timer } from './timer.ts';
import { isLater, lastSighting, silent, sightingsOf, type CaseModel, type Judgement } from './model.ts';

/** Did the enrollment call succeed, with which credential, at which try? The present state, not the past. */
export function judgeEnroll(model: CaseModel): Judgement {
  const { history, enrollments } = model;
  const decisive = history.decisive === null ? [] : [evidenceOf(history.decisive)];
  const evidence = uniqueEvidence([
    ...decisive,
    ...[...history.failures.values()].map(evidenceOf).toReversed(),
    ...(history.state === 'failed' ? namingLines(model) : []),
    ...enrollments.intune.flatMap(enrollmentEvidence),
    ...enrollments.foreign.flatMap(enrollmentEvidence),
    ...model.facts
      .all('enrollment-block')
      .filter((fact) => !fact.asExpected)
      .map(factEvidence),
  ]);

  switch (history.state) {
    case 'enrolled':
      return { status: 'succeeded', reason: 'The device is enrolled.', evidence };
    case 'foreign':
      return {
        status: 'failed',
        reason: 'The device is enrolled in another MDM, so the client leaves it there.',
        evidence,
        cause: 'foreign-mdm',
      };
    case 'failed':
      return (
        refusedAsEnrolled(model, evidence) ??
        refusedForForeign(model, evidence) ??
        inferEnrolled(model, evidence) ??
        failedAttempt(model, evidence)
      );
    case 'attempting':
      return {
        status: 'in-progress',
        reason: 'An attempt has begun and the log ends before its result.',
        evidence,
      };
    case 'unenrolled':
      return {
        status: 'failed',
        reason: 'The device had been enrolled and is not any more; no new attempt follows.',
        evidence,
      };
    case 'waiting':
    case 'fired':
    case 'not-enrolled':
    case 'unknown':
      return withoutAttempt(model, evidence);
  }
}

/** The credential of an enrollment by the identity that it carries; null where it tells nothing. */
export function credentialOfUser(model: CaseModel, user: SeenFact | null): 'user' | 'device' | null {
  if (user === null || user.value.trim() === '') return null;
  const name = (user.value.split('@', 1)[0] ?? '').trim().toLowerCase();
  return model.catalogue.deviceIdentityNames.includes(name) ? 'device' : 'user';
}

/** What only an enrolled device does, seen after the last word about the enrollment itself. */
function inferEnrolled(model: CaseModel, evidence: readonly Evidence[]): Judgement | null {
  const { history, enrollments } = model;
  if (enrollments.exported && enrollments.intune.length === 0) return null;
  const inUse =
    history.state === 'failed'
      ? lastSighting(model, 'enrollment-in-use', 'session-succeeded')
      : lastSighting(
          model,
          'enrollment-in-use',
          'session-succeeded',
          'session-failed',
          'workloads-by-intune',
          'workload-intune',
        );
  if (inUse !== null && isLater(model, inUse, history.decisive)) {
    return {
      status: 'succeeded',
      reason:
        'No line tells of the enrollment itself; what the device does is done only when it is enrolled.',
      evidence: uniqueEvidence([evidenceOf(inUse), ...evidence]),
      inferred: true,
    };
  }
  if (history.state !== 'unknown') return null;
  const reported = lastReport(model);
  if (reported !== null && reported.state.stage === 'provision') {
    return {
      status: 'succeeded',
      reason: `The client told its site: ${lowerFirst(reported.state.meaning)}.`,
      evidence: uniqueEvidence([evidenceOf(reported.line), ...evidence]),
      inferred: true,
    };
  }
  const set = setByIntune(model);
  const managed = set ?? model.facts.last('managed-by-mdm');
  if (managed === null) return null;
  return {
    status: 'succeeded',
    reason:
      set === null
        ? 'dsregcmd says that an MDM manages the device; it does not say which.'
        : 'The registry holds a value that only an enrollment in Intune brings; the enrollment itself is not in the export.',
    evidence: uniqueEvidence([factEvidence(managed), ...evidence]),
    inferred: true,
  };
}

/** A value that Intune writes: who is in charge of the workloads, or the mask with which it claims all of them. */
function setByIntune(model: CaseModel): SeenFact | null {
  const mask = model.facts
    .all('workload-mask')
    .findLast((fact) => fact.number === model.catalogue.intuneAuthorityMask);
  return model.facts.last('authority') ?? mask ?? null;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** What the client reported last about the enrollment; null where it reported nothing that says so. */
function lastReport(model: CaseModel): { readonly line: Sighting; readonly state: StateMessageEntry } | null {
  const line = lastSighting(model, 'report-sent');
  const state = line === null ? null : reportedState(model, line);
  return line === null || state === null ? null : { line, state };
}

function reportedStatus(state: StateMessageEntry): 'failed' | 'waiting' | 'in-progress' | null {
  switch (state.tone) {
    case 'failure':
      return 'failed';
    case 'waiting':
      return 'waiting';
    case 'progress':
      return 'in-progress';
    case 'good':
    case 'warning':
      return null;
  }
}

function failedAttempt(model: CaseModel, evidence: readonly Evidence[]): Judgement {
  const last = model.history.attempts.at(-1);
  const failed = [...model.history.failures.values()].at(-1);
  const codes = model.history.attempts
    .toReversed()
    .flatMap((attempt) => (attempt.code === null ? [] : [attempt.code]));
  const cause = failed?.observation.entry.causeId;
  return {
    status: 'failed',
    reason:
      last?.retryAt == null ? 'The last attempt failed.' : 'The last attempt failed; another one is due.',
    evidence,
    codes: [...new Set(codes)],
    ...(cause === undefined ? {} : { cause }),
  };
}

/** Without attempts the registry may still show an enrollment, made before these logs or by another way. */
function withoutAttempt(model: CaseModel, evidence: readonly Evidence[]): Judgement {
  if (model.enrollments.intune.length > 0) {
    return {
      status: 'succeeded',
      reason: 'The registry shows an Intune enrollment in force.',
      evidence: uniqueEvidence([...model.enrollments.intune.flatMap(enrollmentEvidence), ...evidence]),
    };
  }
  if (model.enrollments.foreign.length > 0) {
    return {
      status: 'failed',
      reason: 'The registry shows an enrollment in another MDM.',
      evidence: uniqueEvidence([...model.enrollments.foreign.flatMap(enrollmentEvidence), ...evidence]),
      cause: 'foreign-mdm',
    };
  }
  const blocked = model.facts.all('enrollment-block').find((fact) => !fact.asExpected);
  if (blocked !== undefined) {
    return {
      status: 'failed',
      reason: wrongSentence(blocked),
      evidence: uniqueEvidence([factEvidence(blocked), ...evidence]),
      ...(blocked.entry.causeId === undefined ? {} : { cause: blocked.entry.causeId }),
    };
  }
  const inferred = model.history.state === 'unknown' ? inferEnrolled(model, evidence) : null;
  if (inferred !== null) return inferred;
  const reported = model.history.state === 'unknown' ? lastReport(model) : null;
  if (reported !== null && reported.state.stage === 'enroll') {
    const toldAs = reportedStatus(reported.state);
    if (toldAs !== null) {
      return {
        status: toldAs,
        reason: `The client told its site: ${lowerFirst(reported.state.meaning)}.`,
        evidence: uniqueEvidence([evidenceOf(reported.line), ...evidence]),
        ...(reported.state.causeId === undefined ? {} : { cause: reported.state.causeId }),
      };
    }
  }
  const noUser = lastSighting(model, 'user-session-missing');
  if (noUser !== null) {
    const cause = noUser.observation.entry.causeId;
    return {
      status: 'waiting',
      reason: noUser.observation.entry.meaning,
      evidence: [evidenceOf(noUser)],
      ...(cause === undefined ? {} : { cause }),
    };
  }
  const baseline = sightingsOf(model, 'not-enrolled').slice(-1).map(evidenceOf);
  return beforeAttempt(model, uniqueEvidence([...evidence, ...baseline]));
}

/** Between a timer, or the baseline, and the next attempt: what came before is told, too. */
function beforeAttempt(model: CaseModel, evidence: readonly Evidence[]): Judgement {
  const { attempts, decisive, failures, loss, pendingTimer, state } = model.history;
  const failed = attempts.at(-1)?.result === 'failed' ? ([...failures.values()].at(-1) ?? null) : null;
  const before =
    failed !== null
      ? 'The last attempt failed'
      : loss !== null
        ? 'The device had been enrolled and is not any more'
        : null;
  if (state === 'fired' && decisive !== null) return afterTimer(model, decisive, before, evidence);
  const last = failed ?? loss;
  if (state === 'waiting' && last !== null && before !== null) {
    const next = failed === null ? 'a new attempt' : 'the next one';
    const missed = pendingTimer !== null && isOverdue(model, pendingTimer);
    return {
      status: 'waiting',
      reason: missed
        ? `${before}; ${next} was due and does not follow in the log.`
        : `${before}; ${next} is scheduled.`,
      evidence: uniqueEvidence([evidenceOf(last), ...evidence]),
    };
  }
  const told = sightingsOf(model, 'not-enrolled').length > 0;
  return { ...silent, reason: told ? 'No attempt was made yet.' : '', evidence };
}

/** The timer fired and no line of an attempt follows: for a while that means nothing. */
function afterTimer(
  model: CaseModel,
  fired: Sighting,
  before: string | null,
  evidence: readonly Evidence[],
): Judgement {
  const timer = before === null ? 'The enrollment timer' : `${before}; the enrollment timer`;
  if (!isOverdue(model, { sighting: fired, due: fired.time })) {
    return {
      status: 'waiting',
      reason: `${timer} has fired, and the log ends before the attempt.`,
      evidence,
    };
  }
  return {
    status: 'failed',
    reason: `${timer} fired and no attempt follows in the log.`,
    evidence,
    cause: 'timer-missed',
  };
}

function isOverdue(model: CaseModel, timer: Timer): boolean {
  return timerState(timer, model.now, model.timeline.latestBias) === 'overdue';
}

/** Failing lines that name a cause, wherever they stand: they explain the attempt. */
function namingLines(model: CaseModel): readonly Evidence[] {
  const lines = model.timeline.sightings.filter(({ observation: { entry } }) => {
    const counts = entry.tone === 'failure' || entry.tone === 'warning';
    return counts && entry.causeId !== undefined && (entry.stage === 'enroll' || entry.stage === 'join');
  });
  return lines.slice(-3).map(evidenceOf);
}
