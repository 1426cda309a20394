import { evidenceOf } from './sighting.ts';
import { factEvidence } from './facts.ts';
import { flagValue, lastSighting, silent, sightingsOf, type CaseModel, type Judgement } from './model.ts';

/** Did the co-management policy land, and does it allow this device to enroll? The latest evaluation counts. */
export function judgePolicy(model: CaseModel): Judgement {
  const allow = lastSighting(model, 'policy-allow');
  const autoEnroll = lastSighting(model, 'policy-auto-enroll');
  const received = lastSighting(model, 'policy-received');
  const off = lastSighting(model, 'policy-expected-but-off');
  const masks = model.facts.all('workload-mask').filter((fact) => (fact.number ?? 0) > 0);
  const capabilities = sightingsOf(model, 'policy-capabilities').slice(-1);
  const evidence = [allow, autoEnroll, ...capabilities, received, off]
    .filter((one) => one !== null)
    .map(evidenceOf)
    .concat(masks.map(factEvidence));

  if (allow !== null && flagValue(allow) === false) {
    return {
      status: 'failed',
      reason: 'The policy says that co-management is not allowed on this device.',
      evidence,
      cause: allow.observation.entry.causeId ?? 'co-management-off',
    };
  }
  if (autoEnroll !== null && flagValue(autoEnroll) === false) {
    return {
      status: 'failed',
      reason: 'The policy arrived and does not allow this device to enroll itself.',
      evidence: [evidenceOf(autoEnroll), ...evidence.filter((one) => one.place !== autoEnroll.place)],
      cause: autoEnroll.observation.entry.causeId ?? 'not-in-pilot-collection',
    };
  }
  if (flagValue(autoEnroll) === true) {
    const both = flagValue(allow) === true;
    return {
      status: 'succeeded',
      reason: both
        ? 'The policy arrived: co-management is allowed and automatic enrollment is on.'
        : 'The policy arrived and automatic enrollment is on; the line that allows co-management is not in the log.',
      evidence,
    };
  }
  if (masks.length > 0) {
    return { status: 'succeeded', reason: 'The client has stored a co-management workload mask.', evidence };
  }
  if (received !== null || allow !== null || off !== null || capabilities.length > 0) {
    return {
      status: 'in-progress',
      reason: 'The policy is being read; the log does not show whether automatic enrollment is on.',
      evidence,
    };
  }
  return silent;
}
