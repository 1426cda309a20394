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
  const joined = joinedTenant(model);
  if (joined === null) return null;
  const enrolled = model.enrollments.intune
    .map((live) => live.tenant)
    .find((tenant) => tenant !== null && !isSameTenant(tenant, joined));
  if (enrolled != null) return { what: 'joined-and-enrolled', one: joined, other: enrolled };
  const second = joins.find((one) => !isSameTenant(one, joined));
  if (second !== undefined) return { what: 'joined-twice', one: joined, other: second };
  const signIn = signInElsewhere(model, joined);
  return signIn === null ? null : { what: 'sign-in-to-another-tenant', one: joined, other: signIn };
}

/** What dsregcmd says is in force; the registry may hold records of former joins, too. */
export function joinedTenant({ facts }: CaseModel): SeenFact | null {
  const told = facts.all('join-tenant').findLast(({ source }) => source === 'dsregcmd');
  return told ?? facts.last('join-tenant');
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

/** True where both name the same tenant, or one of them names none. */
export function isSameTenant(a: SeenFact, b: SeenFact): boolean {
  const bare = ({ value }: SeenFact): string => value.replace(/[{}\s]/g, '').toLowerCase();
  return bare(a) === bare(b) || bare(a) === '' || bare(b) === '';
}
