import type { Catalogue } from '../../catalogue/types.ts';
import { decodeWorkloads } from '../stages/workloads.ts';
import { escapeMarkdown } from './markdown.ts';

/** A workload mask spelled out; nothing where the text is no mask. */
export function workloadsMarkdown(catalogue: Catalogue, text: string): readonly string[] {
  const mask = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(mask) || mask < 0) return [];
  const { intune, configMgr, unknownBits, authority } = decodeWorkloads(catalogue, mask);
  const hex = `0x${mask.toString(16).toUpperCase()}`;
  const flags = catalogue.workloads.filter(({ bit, role }) => role !== 'workload' && hasBit(mask, bit));
  return [
    `**Workloads in ${mask} (${hex})**`,
    [
      ...(authority === 'intune' ? ['- Intune is the authority for everything'] : []),
      `- With Intune: ${names(intune)}`,
      `- With ConfigMgr: ${names(configMgr)}`,
      ...(authority === 'intune' || flags.length === 0
        ? []
        : [`- Also set: ${names(flags.map(({ name }) => name))}`]),
      ...(unknownBits.length === 0 ? [] : [`- Bits without a published meaning: ${names(unknownBits)}`]),
    ].join('\n'),
  ];
}

function hasBit(mask: number, bit: number): boolean {
  return (BigInt(mask) & BigInt(bit)) !== 0n;
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'none' : escapeMarkdown(list.join(', '));
}
