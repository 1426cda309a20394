import type { Catalogue } from '../../catalogue/types.ts';
import { decodeWorkloads } from '../stages/workloads.ts';

/**
 * What a number says as a co-management workload mask; null where it is none. Masks since version 2111 carry a bit that tells
 * them from nearly everything else; an older one is only taken for a mask where the number is no known code.
 */
export function maskSentence(catalogue: Catalogue, value: number, isKnownCode: boolean): string | null {
  const { intune, configMgr, unknownBits, authority } = decodeWorkloads(catalogue, value);
  if (authority === 'intune')
    return 'Intune is the authority for every workload, whatever the site asks for.';
  if (unknownBits.length > 0) return null;
  const flags = catalogue.workloads.filter(({ role }) => role === 'flag').map(({ bit }) => bit);
  const isMask = flags.every((bit) => (value & bit) !== 0) || (!isKnownCode && (value & 1) !== 0);
  if (!isMask) return null;
  const names = (list: readonly string[]): string => (list.length === 0 ? 'none' : list.join(', '));
  return `with Intune: ${names(intune)}; with ConfigMgr: ${names(configMgr)}.`;
}
