import type { SeenFact } from './facts.ts';
import type { CaseModel } from './model.ts';

/** Two tenants in one case, where there should be one. */
export interface TwoTenants {
  readonly what: 'joined-twice' | 'joined-and-enrolled';
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
  return second === undefined ? null : { what: 'joined-twice', one: joined, other: second };
}

function isSame(a: SeenFact, b: SeenFact): boolean {
  const bare = ({ value }: SeenFact): string => value.replace(/[{}\s]/g, '').toLowerCase();
  return bare(a) === bare(b) || bare(a) === '' || bare(b) === '';
}
