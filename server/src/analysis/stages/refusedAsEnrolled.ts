import type { Evidence } from '../caseAnalysis.ts';
import { causeOfCodes } from './cause.ts';
import { enrollmentEvidence, type LiveEnrollment } from './liveEnrollments.ts';
import type { CaseModel, Judgement } from './model.ts';
import { uniqueEvidence } from './sighting.ts';
import { isSameTenant, joinedTenant } from './tenants.ts';

/** The attempt failed because the device is enrolled already, and the registry shows that enrollment. */
export function isRefusedAsEnrolled(model: CaseModel): boolean {
  return model.enrollments.intune.some((live) => !isRemainder(model, live)) && isRefused(model);
}

/** The same, where all that the registry holds is what another tenant left there. */
export function isRefusedForRemainder(model: CaseModel): boolean {
  return model.enrollments.intune.every((live) => isRemainder(model, live)) && isRefused(model);
}

/** Refused because the device is enrolled already, which the registry shows: it is enrolled. Null where it is not so. */
export function refusedAsEnrolled(model: CaseModel, evidence: readonly Evidence[]): Judgement | null {
  if (!isRefusedAsEnrolled(model)) return null;
  return {
    status: 'succeeded',
    reason:
      'The registry shows an Intune enrollment in force; it came by another way, so the client was refused.',
    evidence: uniqueEvidence([...model.enrollments.intune.flatMap(enrollmentEvidence), ...evidence]),
  };
}

/** Refused as enrolled already, and the enrollment in the registry is one in another MDM. Null where it is not so. */
export function refusedForForeign(model: CaseModel, evidence: readonly Evidence[]): Judgement | null {
  if (model.enrollments.foreign.length === 0 || !isRefused(model)) return null;
  return {
    status: 'failed',
    reason: 'The registry shows an enrollment in another MDM, for which the device was refused.',
    evidence: uniqueEvidence([...model.enrollments.foreign.flatMap(enrollmentEvidence), ...evidence]),
    cause: 'foreign-mdm',
  };
}

function isRefused(model: CaseModel): boolean {
  const last = [...model.history.failures.values()].at(-1);
  if (model.history.state !== 'failed' || last === undefined) return false;
  const causes = [last.observation.entry.causeId, causeOfCodes(model.catalogue, last.codes)];
  return causes.includes('already-enrolled') || causes.includes('enrollment-in-progress');
}

/** An enrollment in another tenant than the one that the device is joined to, and no account behind it: a remainder. */
function isRemainder(model: CaseModel, { tenant, account }: LiveEnrollment): boolean {
  const joined = joinedTenant(model);
  return account === null && tenant !== null && joined !== null && !isSameTenant(tenant, joined);
}
