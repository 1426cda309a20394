import type { CaseModel } from './model.ts';
import type { Decision } from './verdict.ts';

/**
 * Quoted lines without any time, and nothing beside them: they may be of any age, of several devices, or headings
 * of a page about errors.
 */
export function isUndated(model: CaseModel, { evidence: [decisive] }: Decision): boolean {
  return (
    model.timeline.lastSeen === null &&
    model.snapshots.length === 0 &&
    decisive !== undefined &&
    model.timeline.sightings.some(({ place }) => place === decisive.place)
  );
}
