import type { Catalogue, ReferenceKey } from '../../catalogue/types.ts';
import type { Finding, Severity, Stage, Verdict } from '../caseAnalysis.ts';
import type { CaseModel } from '../stages/model.ts';

/** What a rule sees: the whole case, judged. */
export interface RuleInput {
  readonly model: CaseModel;
  readonly stages: readonly Stage[];
  readonly verdict: Verdict;
}

/** One check. Each lives in a file of its own and is listed in `index.ts`. */
export type Rule = (input: RuleInput) => readonly Finding[];

/** Address of the page behind a key; null where none is cited. */
export function referenceUrl(catalogue: Catalogue, key: ReferenceKey | null): string | null {
  return key === null ? null : catalogue.references[key].url;
}

/** Order of severities, worst first. */
export const severityOrder: Readonly<Record<Severity, number>> = {
  error: 0,
  warning: 1,
  information: 2,
  hint: 3,
};
