import { evidenceOf, type Sighting } from './sighting.ts';
import { factEvidence, type SeenFact } from './facts.ts';
import { decodeWorkloads } from './workloads.ts';
import {
  flagValue,
  isLater,
  lastSighting,
  silent,
  sightingsOf,
  type CaseModel,
  type Judgement,
} from './model.ts';

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

  const goneOn = lastSighting(model, 'timer-queued', 'attempt-started', 'attempt-device-credential');
  const stillOff = (line: Sighting | null): boolean =>
    flagValue(line) === false && !isLater(model, goneOn, line);
  if (allow !== null && stillOff(allow)) {
    return {
      status: 'failed',
      reason: 'The policy says that co-management is not allowed on this device.',
      evidence,
      cause: allow.observation.entry.causeId ?? 'co-management-off',
    };
  }
  if (autoEnroll !== null && stillOff(autoEnroll)) {
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
  if (masks.some((fact) => showsPolicy(model, fact))) {
    return {
      status: 'succeeded',
      reason: 'The client has stored a co-management workload mask, with workloads that the policy moved.',
      evidence,
    };
  }
  const zero = model.facts.last('workload-mask');
  if (zero !== null && !zero.asExpected) {
    return {
      status: 'failed',
      reason: 'The client has stored no co-management policy: its workload mask is 0.',
      evidence: [factEvidence(zero), ...evidence],
      cause: zero.entry.causeId ?? 'no-policy',
    };
  }
  if (received !== null || allow !== null || off !== null || capabilities.length > 0) {
    return {
      status: 'in-progress',
      reason: 'The policy is being read; the log does not show whether automatic enrollment is on.',
      evidence,
    };
  }
  return masks.length > 0
    ? {
        ...silent,
        reason:
          'The stored workload mask moves nothing to Intune at the word of the site; a client has such a mask before the policy, too.',
        evidence,
      }
    : silent;
}

/** Only the policy moves a workload. The base value is there before, and the mask of Intune is Intune's. */
function showsPolicy({ catalogue }: CaseModel, { number }: SeenFact): boolean {
  if (number === null || number === catalogue.intuneAuthorityMask) return false;
  return decodeWorkloads(catalogue, number).intune.length > 0;
}
