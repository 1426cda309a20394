import type { Catalogue, EvidenceMark, Explanation, Reference } from '../../catalogue/types.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * What the catalogue says of an entry, as Markdown: meaning, cause, remedy, and how sure that is.
 * Cause and remedy are left out where there is no problem.
 */
export function entryMarkdown(
  entry: Explanation,
  references: Catalogue['references'],
  isProblem = true,
): readonly string[] {
  return [
    escapeMarkdown(entry.meaning),
    ...(isProblem ? labelled('Likely cause', entry.cause) : []),
    ...(isProblem ? labelled('What to do', entry.remedy) : []),
    [evidenceWords[entry.evidence], ...referenceLink(entry, references)].join(' · '),
  ];
}

/** `**Label:** text`, or nothing where there is no text. */
export function labelled(label: string, text: string | null): readonly string[] {
  return text === null || text === '' ? [] : [`**${label}:** ${escapeMarkdown(text)}`];
}

/** The address of an entry's page, if it has one that a browser can open. */
export function referenceAddress(
  { reference }: Explanation,
  references: Catalogue['references'],
): Reference | null {
  const page = reference === null ? null : references[reference];
  return page !== null && /^https?:\/\//i.test(page.url) ? page : null;
}

/** Links come from the catalogue only, never from a file. */
function referenceLink(entry: Explanation, references: Catalogue['references']): readonly string[] {
  const page = referenceAddress(entry, references);
  if (page === null) return [];
  const address = page.url.replace(/[\s()<>]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
  return [`[${escapeMarkdown(page.title)}](${address})`];
}

const evidenceWords: Readonly<Record<EvidenceMark, string>> = {
  documented: '*Confirmed by Microsoft’s documentation*',
  reported: '*Reported by independent sources*',
  unverified: '*Unverified*',
};
