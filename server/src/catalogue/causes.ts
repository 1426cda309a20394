import type { CauseEntry } from './types.ts';

/** The root causes of an enrollment that does not come about. */
export const causeEntries: readonly CauseEntry[] = [];
