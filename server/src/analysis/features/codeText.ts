import { onlyMask } from './onlyMask.ts';
import type { TypedCode } from './typedCodes.ts';

/** A code explained as plain text: number in every form, name, meaning, cause, remedy, source. */
export function codeText({ explanation, mask }: TypedCode): string {
  const { title, symbol, unsigned, signed } = explanation;
  const forms = [unsigned, signed === unsigned ? null : signed].filter((form) => form !== null).join(' / ');
  const asMask = ['Mask', mask === null ? null : `As a co-management workload mask: ${mask}`] as const;
  const asCode: readonly (readonly [string, string | null])[] = [
    ['Meaning', explanation.meaning],
    ['Cause', explanation.cause],
    ['Remedy', explanation.remedy],
    ['Family', explanation.family],
    ['Read as', explanation.via],
    ['See also', explanation.alsoKnownAs.length === 0 ? null : explanation.alsoKnownAs.join('; ')],
    ['Source', explanation.source],
    ['Certainty', explanation.certainty],
  ];
  const rows = onlyMask({ explanation, mask }) ? [asMask] : [...asCode, asMask];
  return [
    [title, symbol, forms === '' ? null : `(${forms})`].filter((part) => part !== null).join('  '),
    ...rows.flatMap(([label, text]) =>
      text === null || text === '' ? [] : [`  ${label.padEnd(10)} ${text}`],
    ),
  ].join('\n');
}
