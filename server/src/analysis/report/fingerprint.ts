import { sha256Hex } from '../text/sha256.ts';
import type { Anchor } from './anchor.ts';

/**
 * Names findings so that the same one has the same name on every machine and in every run: from the rule and the
 * anchor, never from a line or a path. Of several that would be named alike, the later ones are counted.
 */
export function createFingerprints(): (ruleId: string, anchor: Anchor) => string {
  const counts = new Map<string, number>();
  return (ruleId, { file, time, component, hash }) => {
    const name = JSON.stringify([ruleId, file, time, component, hash]);
    const ordinal = (counts.get(name) ?? 0) + 1;
    counts.set(name, ordinal);
    return sha256Hex(ordinal === 1 ? name : `${name} ${ordinal}`, 32);
  };
}
