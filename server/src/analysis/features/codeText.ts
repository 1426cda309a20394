import type { TypedCode } from './typedCodes.ts';

/** A code explained as plain text: number in every form, name, meaning, cause, remedy, source. */
export function codeText({ explanation, mask }: TypedCode): string {
  const forms = [explanation.unsigned, explanation.signed].filter((form) => form !== null).join(' / ');
  const asMask = ['Mask', mask === null ? null : `As a co-management workload mask: ${mask}`] as const;
  // Where the table does not know the number, the mask is what it most likely is.
  const { known } = explanation;
  const rows: readonly (readonly [string, string | null])[] = [
    ...(known ? [] : [asMask]),
    ['Meaning', explanation.meaning],
    ['Cause', explanation.cause],
    ['Remedy', explanation.remedy],
    ['Family', explanation.family],
    ['Read as', explanation.via],
    ['See also', explanation.alsoKnownAs.length === 0 ? null : explanation.alsoKnownAs.join('; ')],
    ['Source', explanation.source],
    ['Certainty', explanation.certainty],
    ...(known ? [asMask] : []),
  ];
  return [
    [explanation.title, explanation.symbol, forms === '' ? null : `(${forms})`]
      .filter((part) => part !== null)
      .join('  '),
    ...rows.flatMap(([label, text]) =>
      text === null || text === '' ? [] : [`  ${label.padEnd(10)} ${text}`],
    ),
  ].join('\n');
}
