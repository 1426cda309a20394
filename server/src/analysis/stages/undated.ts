import type { CaseModel } from './model.ts';
import type { Decision } from './verdict.ts';

/**
 * A verdict that rests on quoted lines without any time, and on nothing beside them: they may be of any age, of
 * several devices, or headings of a page about errors.
 */
export function isUndated({ catalogue }: CaseModel, { evidence }: Decision): boolean {
  return (
    evidence.length > 0 &&
    evidence.every(
      ({ time, entryId }) => time === null && catalogue.messages.some((entry) => entry.id === entryId),
    )
  );
}
