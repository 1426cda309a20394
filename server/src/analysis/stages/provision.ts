import { evidenceOf } from './sighting.ts';
import { factEvidence } from './facts.ts';
import { isLater, lastSighting, silent, type CaseModel, type Judgement } from './model.ts';

/** Was the enrollment provisioned: certificate, OMA-DM account, tasks? */
export function judgeProvision(model: CaseModel): Judgement {
  const good = lastSighting(model, 'provisioned');
  const bad = lastSighting(model, 'provisioning-failed');
  const pending = lastSighting(model, 'not-provisioned');
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

  if (bad !== null && !isLater(model, good, bad) && !isLater(model, model.history.decisive, bad)) {
    return {
      status: 'failed',
      reason: bad.observation.entry.meaning,
      evidence,
      codes: bad.codes,
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
