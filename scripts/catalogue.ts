/**
 * Writes docs/catalogue.md from the catalogue.
 *
 *     npm run docs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { buildCodeTable } from '../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../server/src/catalogue/index.ts';
import { catalogueDocument, type CodeFamily } from './catalogueDocument.ts';

export const documentFile = new URL('../docs/catalogue.md', import.meta.url);
const codesFile = new URL('../server/src/catalogue/codes/error-codes.tsv', import.meta.url);

/** The page as it has to be now. */
export function currentDocument(): string {
  const tsv = readFileSync(codesFile, 'utf8');
  return catalogueDocument(createCatalogue(lazyCodeTable(() => buildCodeTable(tsv))), familiesOf(tsv));
}

/** Families with the largest number of enrollment codes first, then the largest. */
function familiesOf(tsv: string): readonly CodeFamily[] {
  const families = new Map<string, { name: string; codes: number; high: number }>();
  for (const line of tsv.split('\n').slice(1)) {
    const [, , name, , , , relevance] = line.split('\t');
    if (name === undefined) continue;
    const family = families.get(name) ?? { name, codes: 0, high: 0 };
    family.codes++;
    if (relevance === 'high') family.high++;
    families.set(name, family);
  }
  return [...families.values()].toSorted(
    (left, right) => right.high - left.high || right.codes - left.codes || (left.name < right.name ? -1 : 1),
  );
}

if (import.meta.main) {
  writeFileSync(documentFile, currentDocument());
  console.log('docs/catalogue.md is written.');
}
