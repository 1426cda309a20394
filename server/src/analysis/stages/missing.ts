import type { Missing } from '../../catalogue/types.ts';
import type { CaseModel } from './model.ts';

/** What would tell and is not in the case, to stand behind "collect"; everything again where all of it is there. */
export function missingSentence(model: CaseModel): string {
  const missing: Missing[] = [
    ...(model.timeline.sightings.some((one) => one.observation.entry.stage === 'policy')
      ? []
      : ['client-log' as const]),
    ...(model.enrollments.exported ? [] : ['enrollments' as const]),
    ...(model.facts.last('entra-joined') === null ? ['join' as const] : []),
  ];
  return toCollect(model, missing.length === 0 ? ['everything-again'] : missing, 'and');
}

/** Names these, the last one behind `and` or `or`. */
export function toCollect(model: CaseModel, missing: readonly Missing[], joint: 'and' | 'or'): string {
  const names = missing.map((one) => model.catalogue.guidance.collect[one]);
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} ${joint} ${last}`;
}
