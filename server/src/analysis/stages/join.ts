import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, type SeenFact } from './facts.ts';
import { isLater, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/**
 * Is the device joined to Microsoft Entra, with a token for device or user? dsregcmd tells it best; the logs tell
 * it by what failed or came later.
 */
export function judgeJoin(model: CaseModel): Judgement {
  const joined = model.facts.last('entra-joined');
  const support = supportingFacts(model);
  const good = lastSighting(model, 'join-succeeded', 'token-obtained', 'join-information');
  const bad = lastSighting(model, 'join-failed', 'token-failed');
  const evidence = [...(joined === null ? [] : [factEvidence(joined)]), ...support.map(factEvidence)].concat(
    [bad, good].filter((one) => one !== null).map(evidenceOf),
  );

  if (joined !== null && !joined.asExpected) return notJoined(model, joined, evidence);
  const errorCode = model.facts.last('join-error-code');
  if (joined === null && errorCode !== null && !errorCode.asExpected) {
    return notJoined(model, errorCode, evidence);
  }
  if (joined !== null) return whenJoined(model, evidence);
  if (bad !== null && isLater(model, bad, good) && !enrolledAfter(model, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: bad.codes,
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
      'join-error-code',
      'join-error-phase',
      'domain-joined',
      'user-token',
      'workplace-joined',
      'join-record',
    ] as const
  ).flatMap((fact) => model.facts.all(fact).slice(-1));
}

function notJoined(model: CaseModel, decisive: SeenFact, evidence: Judgement['evidence']): Judgement {
  const code = model.facts.last('join-error-code');
  const domain = model.facts.last('domain-joined');
  const codes = code?.number == null ? [] : [code.number];
  const reason =
    code !== null && codes.length > 0
      ? 'The device is not joined to Microsoft Entra; the last registration failed.'
      : domain !== null && domain.value.toUpperCase() === 'YES'
        ? 'The device is joined to the domain and not to Microsoft Entra.'
        : 'The device is not joined to Microsoft Entra.';
  return {
    status: 'failed',
    reason,
    evidence: [factEvidence(decisive), ...evidence.filter((one) => one.place !== decisive.place)],
    codes,
    cause: decisive.entry.causeId ?? 'not-joined',
  };
}

function whenJoined(model: CaseModel, evidence: Judgement['evidence']): Judgement {
  const authentication = model.facts.last('device-authentication');
  if (authentication !== null && !authentication.asExpected) {
    return {
      status: 'failed',
      reason: 'The device is joined, and Microsoft Entra refuses it: it is disabled or deleted there.',
      evidence: [
        factEvidence(authentication),
        ...evidence.filter((one) => one.place !== authentication.place),
      ],
      cause: authentication.entry.causeId ?? 'device-disabled',
    };
  }
  const token = model.facts.last('user-token');
  return {
    status: 'succeeded',
    reason:
      token !== null && !token.asExpected
        ? 'The device is joined; the user who ran dsregcmd has no token, so only the device credential can enroll it.'
        : 'The device is joined to Microsoft Entra.',
    evidence,
  };
}

/** An enrollment that worked after the trouble shows that a token was there. */
function enrolledAfter(model: CaseModel, bad: Sighting): boolean {
  return model.history.state === 'enrolled' && isLater(model, model.history.decisive, bad);
}
