import { hasWayOfDevice } from './discovery.ts';
import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, wrongSentence, type SeenFact, type SnapshotSighting } from './facts.ts';
import { isFailure } from '../matching/hresult.ts';
import { isLater, lastSighting, sightingsOf, silent, type CaseModel, type Judgement } from './model.ts';

/**
 * Is the device joined to Microsoft Entra, with a token for device or user? dsregcmd tells it best; the logs tell
 * it by what failed or came later.
 */
export function judgeJoin(model: CaseModel): Judgement {
  const joined = model.facts.last('entra-joined');
  const good = lastSighting(model, 'join-succeeded', 'token-obtained', 'join-information');
  const bad = lastSighting(model, 'join-failed', 'token-failed');
  const evidence = [...(joined === null ? [] : [joined]), ...supportingFacts(model)]
    .map(factEvidence)
    .concat([bad, good].filter((one) => one !== null).map(evidenceOf));

  const refused = joined ?? model.facts.last('join-error-code') ?? model.facts.last('join-check');
  if (refused !== null && !refused.asExpected) return notJoined(model, refused, bad, evidence);
  const broken = brokenIdentity(model);
  if (broken !== undefined) {
    return {
      status: 'failed',
      reason:
        broken.entry.causeId === undefined
          ? wrongSentence(broken)
          : 'The device is joined, and its identity does not work.',
      evidence: startWith(broken, evidence),
      ...(broken.entry.causeId === undefined ? {} : { cause: broken.entry.causeId }),
    };
  }
  const userRefused = refusedUser(model);
  if (userRefused !== null) return withoutUserToken(model, userRefused, evidence);
  if (joined !== null) return whenJoined(model, evidence);
  if (bad !== null && isLater(model, bad, good) && counts(model, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: loggedCodes(model, bad),
      explained: bad.observation.entry.causeId !== undefined,
      ...(bad.observation.entry.causeId === undefined ? {} : { cause: bad.observation.entry.causeId }),
    };
  }
  if (model.facts.all('join-record').length > 0) {
    return {
      status: 'succeeded',
      reason: 'The registry holds the record of a Microsoft Entra join.',
      evidence,
    };
  }
  if (good !== null) return { status: 'succeeded', reason: good.observation.entry.meaning, evidence };
  return evidence.length > 0 ? { ...silent, evidence } : silent;
}

function supportingFacts(model: CaseModel): readonly SeenFact[] {
  return (
    [
      'device-authentication',
      'join-check',
      'join-error-code',
      'join-error-phase',
      'domain-joined',
      'user-token',
      'user-token-attempt',
      'user-token-refusal',
      'workplace-joined',
      'join-record',
    ] as const
  ).flatMap((fact) => model.facts.all(fact).slice(-1));
}

function notJoined(
  model: CaseModel,
  decisive: SeenFact,
  bad: Sighting | null,
  evidence: Judgement['evidence'],
): Judgement {
  const codes = [...new Set([...joinCodes(model), ...(bad === null ? [] : loggedCodes(model, bad))])];
  const domain = model.facts.last('domain-joined');
  const registered = model.facts.last('workplace-joined')?.asExpected === false;
  if (registered && domain?.value.trim().toUpperCase() === 'NO') {
    return {
      status: 'failed',
      reason: 'The device is only registered with Microsoft Entra, which is not enough: it has to be joined.',
      evidence: startWith(decisive, evidence),
      codes,
      cause: 'only-registered',
      explained: true,
    };
  }
  const reason =
    codes.length > 0
      ? 'The device is not joined to Microsoft Entra; the last registration failed.'
      : domain !== null && domain.value.toUpperCase() === 'YES'
        ? 'The device is joined to the domain and not to Microsoft Entra.'
        : 'The device is not joined to Microsoft Entra.';
  return {
    status: 'failed',
    reason,
    evidence: startWith(decisive, evidence),
    codes,
    cause: decisive.entry.causeId ?? 'not-joined',
  };
}

/** The codes of the failing line, or of the one before it that prints some. */
function loggedCodes(model: CaseModel, bad: Sighting): readonly number[] {
  const printing = sightingsOf(model, 'join-failed', 'token-failed').filter(({ codes }) => codes.length > 0);
  return bad.codes.length > 0 ? bad.codes : (printing.at(-1)?.codes ?? []);
}

/** The code of the last registration first, then those that its tests print. */
function joinCodes(model: CaseModel): readonly number[] {
  const own = model.facts.last('join-error-code');
  const tests = model.snapshots.filter(
    (one) =>
      one.source === 'dsregcmd' && one.entry.stage === 'join' && !one.asExpected && !isAboutTheUser(one),
  );
  const numbers = [own, ...tests].map((one) => one?.number ?? null);
  return [...new Set(numbers.filter((number) => number !== null && isFailure(number)))].filter(
    (number) => number !== null,
  );
}

function isAboutTheUser({ fact }: SnapshotSighting): boolean {
  return fact === 'user-token' || fact === 'user-token-attempt' || fact === 'user-token-refusal';
}

/** A joined device whose identity does not work: disabled in the directory, or with keys that cannot be used. */
function brokenIdentity(model: CaseModel): SnapshotSighting | undefined {
  return model.snapshots.findLast(
    (one) => one.entry.stage === 'join' && one.entry.severity === 'error' && !one.asExpected,
  );
}

/** The request for the user's token that failed, while the user has none; null when nothing tells of one. */
function refusedUser(model: CaseModel): SeenFact | null {
  const token = model.facts.last('user-token');
  const attempt = model.facts.last('user-token-attempt');
  if (token === null || token.asExpected || attempt === null || attempt.asExpected) return null;
  return needsUserToken(model) ? attempt : null;
}

function withoutUserToken(model: CaseModel, attempt: SeenFact, evidence: Judgement['evidence']): Judgement {
  const token = model.facts.last('user-token');
  const words = model.facts.last('user-token-refusal')?.value.trim() ?? '';
  return {
    status: 'failed',
    reason:
      words === ''
        ? 'The user who ran dsregcmd has no token, and the last request for one failed.'
        : `The user who ran dsregcmd has no token, since Microsoft Entra refused it with: ${words}`,
    explained: words !== '',
    // Without an address for the user either, the device's credential is all there is, and it needs no user.
    undecided: model.facts.last('mdm-url')?.asExpected === false && isUntried(model) && hasWayOfDevice(model),
    evidence: token === null ? evidence : startWith(token, evidence),
    codes: attempt.number === null ? [] : [attempt.number],
    ...(token?.entry.causeId === undefined ? {} : { cause: token.entry.causeId }),
  };
}

/**
 * False where the enrollment does not depend on a user: it is scheduled (the device's credential is tried first),
 * the device is enrolled, or the device's own credential was used.
 */
function needsUserToken(model: CaseModel): boolean {
  const { history, enrollments } = model;
  if (history.state === 'waiting' || history.state === 'enrolled') return false;
  if (enrollments.intune.length > 0) return false;
  return !history.attempts.some((attempt) => attempt.credential === 'device');
}

function whenJoined(model: CaseModel, evidence: Judgement['evidence']): Judgement {
  const token = model.facts.last('user-token');
  if (token === null || token.asExpected) {
    return { status: 'succeeded', reason: 'The device is joined to Microsoft Entra.', evidence };
  }
  const reason =
    'The device is joined; the user who ran dsregcmd has no token, so only the device credential can enroll it.';
  // Where nothing tells of the device credential, the way of the user is all that is known.
  const nothingElse = model.history.state === 'unknown' && needsUserToken(model);
  return nothingElse
    ? {
        status: 'failed',
        reason,
        evidence: startWith(token, evidence),
        undecided: true,
        ...(token.entry.causeId === undefined ? {} : { cause: token.entry.causeId }),
      }
    : { status: 'succeeded', reason, evidence };
}

/** No log tells of an attempt, with whichever credential. */
function isUntried({ history }: CaseModel): boolean {
  return history.state === 'unknown' && history.attempts.length === 0;
}

/** A failing line counts unless the device enrolled after it, or it is about a user that nobody needs. */
function counts(model: CaseModel, bad: Sighting): boolean {
  // After an attempt the refusal is a part of that attempt.
  if (bad.signal === 'token-failed' && (!needsUserToken(model) || model.history.attempts.length > 0))
    return false;
  return !(model.history.state === 'enrolled' && isLater(model, model.history.decisive, bad));
}

function startWith(decisive: SnapshotSighting, evidence: Judgement['evidence']): Judgement['evidence'] {
  const { place } = decisive;
  const same = (other: Judgement['evidence'][number]): boolean =>
    other.place.file === place.file && other.place.start === place.start;
  return [factEvidence(decisive), ...evidence.filter((one) => !same(one))];
}
