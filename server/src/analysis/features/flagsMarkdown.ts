import { escapeMarkdown } from './markdown.ts';

/**
 * A mask bit by bit: every bit that has a name with whether it is set, and the set bits without one. `labels` are
 * the names, by the value of the bit.
 */
export function flagsMarkdown(mask: bigint, labels: Readonly<Record<string, string>>): readonly string[] {
  const named = Object.keys(labels).map(BigInt);
  const all = named.reduce((sum, bit) => sum | bit, 0n);
  const lines = named.map(
    (bit) =>
      `- ${bit} ${escapeMarkdown(labels[bit.toString()] ?? '')}: ${(mask & bit) === bit ? '**set**' : 'not set'}`,
  );
  const others = bitsOf(mask & ~all).map(
    (bit) => `- ${bit} (0x${bit.toString(16).toUpperCase()}): **set**, without a published meaning`,
  );
  return [[...lines, ...others].join('\n')];
}

/** Registry numbers have at most 64 bits. */
function bitsOf(mask: bigint): bigint[] {
  return Array.from({ length: 64 }, (_, place) => 1n << BigInt(place)).filter((bit) => (mask & bit) !== 0n);
}
