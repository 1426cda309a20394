import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence } from './facts.ts';
import { isLater, isPast, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** Was the enrollment provisioned: certificate, OMA-DM account, tasks? */
export function judgeProvision(model: CaseModel): Judgement {
  const good = lastSighting(model, 'provisioned');
  const bad = lastSighting(model, 'provisioning-failed');
  const pending = lastSighting(model, 'not-provisioned');
  if (
    [good, bad, pending].some((one) => one !== null) &&
    [good, bad, pending].every((one) => one === null || isPast(model, one))
  ) {
    const evidence = [good, bad, pending].filter((one) => one !== null).map(evidenceOf);
    return { ...silent, reason: 'What shows it is about the enrollment that is gone.', evidence };
  }
  const service = model.facts.last('push-service');
  const accounts = model.enrollments.intune.flatMap((live) => (live.account === null ? [] : [live.account]));
  const companions = [
    ...model.facts.all('management-tasks'),
    ...model.facts.all('management-certificate'),
  ].filter((fact) => model.enrollments.intune.some((live) => fact.captures.includes(live.guid)));
  const evidence = [bad, good, pending]
    .filter((one) => one !== null)
    .map(evidenceOf)
    .concat(
      [...accounts, ...companions, ...(service !== null && !service.asExpected ? [service] : [])].map(
        factEvidence,
      ),
    );

  if (bad !== null && !isLater(model, good, bad) && !enrolledAfter(model, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: resultFirst(model, bad),
      ...(bad.observation.entry.causeId === undefined ? {} : { cause: bad.observation.entry.causeId }),
    };
  }
  if (good !== null && !isLater(model, pending, good)) {
    return { status: 'succeeded', reason: good.observation.entry.meaning, evidence };
  }
  if (accounts.length > 0) {
    return {
      status: 'succeeded',
      reason: 'The registry holds the OMA-DM account of the enrollment.',
      evidence,
    };
  }
  if (pending !== null && model.history.state === 'enrolled') {
    return {
      status: 'in-progress',
      reason: 'The device is enrolled and its provisioning is not complete.',
      evidence,
    };
  }
  return evidence.length > 0 ? { ...silent, evidence } : silent;
}

/** The result of the attempt before what it came from: both may stand in one line. */
function resultFirst(model: CaseModel, bad: Sighting): readonly number[] {
  const results = new Set(model.history.attempts.map((attempt) => attempt.code));
  return bad.codes.toSorted((a, b) => Number(results.has(b)) - Number(results.has(a)));
}

/** The device enrolled, or was found enrolled, after this. */
function enrolledAfter(model: CaseModel, bad: Sighting): boolean {
  return model.history.state === 'enrolled' && isLater(model, model.history.decisive, bad);
}
