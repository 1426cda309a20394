import type { CodeExplanation } from '../matching/codeExplanation.ts';

/** A code explained as plain text: number in every form, name, meaning, cause, remedy, source. */
export function codeText(explanation: CodeExplanation): string {
  const forms = [explanation.unsigned, explanation.signed].filter((form) => form !== null).join(' / ');
  const rows: readonly (readonly [string, string | null])[] = [
    ['Meaning', explanation.meaning],
    ['Cause', explanation.cause],
    ['Remedy', explanation.remedy],
    ['Family', explanation.family],
    ['Read as', explanation.via],
    ['See also', explanation.alsoKnownAs.length === 0 ? null : explanation.alsoKnownAs.join('; ')],
    ['Source', explanation.source],
    ['Certainty', explanation.certainty],
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
