import { findGuids } from '../text/guids.ts';
import type { SeenFact } from './facts.ts';
import type { CaseModel } from './model.ts';

/** Two tenants in one case, where there should be one. */
export interface TwoTenants {
  readonly what: 'joined-twice' | 'joined-and-enrolled' | 'sign-in-to-another-tenant';
  readonly one: SeenFact;
  readonly other: SeenFact;
}

/** The first difference between the tenants that the artefacts name; null where they agree or nothing can differ. */
export function findTwoTenants(model: CaseModel): TwoTenants | null {
  const joins = model.facts.all('join-tenant');
  const joined = joins.at(-1);
  if (joined === undefined) return null;
  const enrolled = model.enrollments.intune
    .map((live) => live.tenant)
    .find((tenant) => tenant !== null && !isSame(tenant, joined));
  if (enrolled != null) return { what: 'joined-and-enrolled', one: joined, other: enrolled };
  const second = joins.find((one) => !isSame(one, joined));
  if (second !== undefined) return { what: 'joined-twice', one: joined, other: second };
  const signIn = signInElsewhere(model, joined);
  return signIn === null ? null : { what: 'sign-in-to-another-tenant', one: joined, other: signIn };
}

/** What the device stored for sign-in, where none of it is for the tenant that it is joined to. */
function signInElsewhere(model: CaseModel, joined: SeenFact): SeenFact | null {
  const own = findGuids(joined.value)[0]?.guid;
  if (own === undefined) return null;
  for (const source of ['registry', 'dsregcmd'] as const) {
    const stored = model.facts
      .all('sign-in-tenant')
      .filter((one) => one.source === source && tenantOf(one) !== null);
    const last = stored.at(-1);
    if (last !== undefined && stored.every((one) => tenantOf(one) !== own)) return last;
  }
  return null;
}

/** The tenant that a key is named after, or that an address holds; addresses may hold none. */
function tenantOf({ captures, value }: SeenFact): string | null {
  return findGuids(captures[0] ?? value)[0]?.guid ?? null;
}

function isSame(a: SeenFact, b: SeenFact): boolean {
  const bare = ({ value }: SeenFact): string => value.replace(/[{}\s]/g, '').toLowerCase();
  return bare(a) === bare(b) || bare(a) === '' || bare(b) === '';
}
