import type { Evidence } from '../caseAnalysis.ts';
import { factEvidence, type Facts, type SeenFact } from './facts.ts';

/** One enrollment of the registry that is in force: it names a provider and its state is 1. */
export interface LiveEnrollment {
  /** Local id of the enrollment, in capitals and without braces. */
  readonly guid: string;
  readonly provider: SeenFact;
  readonly state: SeenFact;
  readonly user: SeenFact | null;
  readonly type: SeenFact | null;
  readonly tenant: SeenFact | null;
  readonly discovery: SeenFact | null;
  readonly account: SeenFact | null;
}

/** The enrollments in force, told apart from the many keys that only look like one. */
export interface LiveEnrollments {
  readonly intune: readonly LiveEnrollment[];
  readonly foreign: readonly LiveEnrollment[];
  /** True when the snapshot holds the key of enrollments at all, so that absence means something. */
  readonly exported: boolean;
}

/**
 * About thirty keys under `Enrollments` exist on every Windows; several even name a provider and carry state 1.
 * Intune is the provider that the catalogue expects. A foreign MDM is told by a provider that the catalogue does
 * not know as internal, together with a discovery address.
 */
export function findLiveEnrollments(facts: Facts): LiveEnrollments {
  const intune: LiveEnrollment[] = [];
  const foreign: LiveEnrollment[] = [];
  for (const provider of facts.all('enrollment-provider')) {
    const guid = provider.captures[0];
    if (guid === undefined) continue;
    const state = facts.ofGuid('enrollment-state', guid);
    if (state?.number !== 1) continue;
    const live: LiveEnrollment = {
      guid,
      provider,
      state,
      user: facts.ofGuid('enrollment-user', guid),
      type: facts.ofGuid('enrollment-type', guid),
      tenant: facts.ofGuid('enrollment-tenant', guid),
      discovery: facts.ofGuid('enrollment-discovery', guid),
      account: facts.ofGuid('management-account', guid),
    };
    if (provider.asExpected) intune.push(live);
    else if (live.discovery !== null && !isInternal(provider)) foreign.push(live);
  }
  return {
    intune,
    foreign,
    exported: facts.all('enrollment-provider').length + facts.all('enrollment-state').length > 0,
  };
}

/** The values that show an enrollment in force, most decisive first. */
export function enrollmentEvidence(live: LiveEnrollment): readonly Evidence[] {
  return [live.provider, live.state, live.user, live.type].filter((fact) => fact !== null).map(factEvidence);
}

/** The entry's labels name the providers that belong to Windows itself. */
function isInternal(provider: SeenFact): boolean {
  const labels = 'labels' in provider.entry ? (provider.entry.labels ?? {}) : {};
  return Object.keys(labels).some((name) => name.toLowerCase() === provider.value.toLowerCase());
}
