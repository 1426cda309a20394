import type { TypedCode } from './typedCodes.ts';

/**
 * Whether a number says something as a workload mask and nothing as a code: that the table has no name for it is worth
 * telling only when nothing else is known.
 */
export function onlyMask({ explanation, mask }: TypedCode): boolean {
  return mask !== null && !explanation.known;
}
