import type { DsregcmdEntry } from '../types.ts';

/** What must be said of every field; the rest has a usual value. */
type FieldFacts = Pick<DsregcmdEntry, 'id' | 'section' | 'field' | 'meaning' | 'sample'> &
  Partial<DsregcmdEntry>;

/**
 * Fills in what most fields share: they belong to no stage, nothing is wrong with any value, and Microsoft's page
 * about the command explains them.
 */
export function describeField(facts: FieldFacts): DsregcmdEntry {
  return {
    aliases: [],
    stage: null,
    healthy: null,
    ifWrong: null,
    cause: null,
    remedy: null,
    reference: 'dsregcmd',
    evidence: 'documented',
    ...facts,
  };
}
