import type { Outcome } from '../caseAnalysis.ts';

/** Outcomes that mean the device is managed by Intune. */
export function isEnrolled(outcome: Outcome): boolean {
  return outcome === 'enrolled' || outcome === 'enrolled-user' || outcome === 'enrolled-device';
}
