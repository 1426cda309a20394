import type { IdentifierKind } from '../../catalogue/types.ts';
import { separatedRows } from '../artefacts/separatedRows.ts';
import type { CompiledKnowledge } from './knowledge.ts';

/** A cell of a table, and what its heading says of it. */
export interface NamedCell {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** The cells of a table, such as a list of events, under headings that are labels; none where the text is no table. */
export function* namedCells(text: string, knowledge: CompiledKnowledge): Generator<NamedCell> {
  const head = text.slice(0, headLength);
  for (const separator of [',', '\t', ';']) {
    const columns = columnsOf(head, separator, knowledge);
    if (columns === null) continue;
    for (const row of separatedRows(text, separator)) {
      for (const [column, kind] of columns) {
        const cell = row[column];
        if (cell === undefined || cell.contentEnd - cell.contentStart > longestName) continue;
        const value = text.slice(cell.contentStart, cell.contentEnd);
        if (!knowledge.commonWords.has(value.toLowerCase())) yield { kind, value };
      }
    }
    return;
  }
}

/** Columns with identifiers, by their headings; null where the text does not begin like a table. */
function columnsOf(
  head: string,
  separator: string,
  knowledge: CompiledKnowledge,
): ReadonlyMap<number, IdentifierKind> | null {
  let rows = 0;
  for (const row of separatedRows(head, separator)) {
    if (rows++ === headingRows) return null;
    const labels = row.map(({ contentStart, contentEnd }) => {
      const heading = head.slice(contentStart, Math.min(contentEnd, contentStart + 60));
      return knowledge.labels.get(heading.replace(/\s+/g, '').toLowerCase());
    });
    const columns = labels.flatMap((label, column) =>
      label === undefined || label.value === 'secret' || label.value === 'person'
        ? []
        : [[column, label.kind] as const],
    );
    if (row.length > 2 && columns.length > 0) return new Map(columns);
  }
  return null;
}

const headLength = 0x4000;
/** Rows that may stand before the heading, and the heading. */
const headingRows = 4;
const longestName = 256;
