/** A table of texts. */
export interface Table {
  readonly head: readonly string[];
  /** Columns of numbers, by their place: they end at the right. */
  readonly numbers: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

/** As Markdown, for a file. */
export function markdownTable({ head, numbers, rows }: Table): string {
  const rule = head.map((_, column) => (numbers.includes(column) ? '---:' : '---'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

/** With columns of one width, for a terminal. */
export function alignedTable({ head, numbers, rows }: Table): string {
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => (cells[column] ?? '').length)),
  );
  const rule = widths.map((width) => '─'.repeat(width));
  return [head, rule, ...rows]
    .map((cells) => {
      const padded = cells.map((cell, column) => {
        const width = widths[column] ?? 0;
        return numbers.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      });
      return `${padded.join('  ').trimEnd()}\n`;
    })
    .join('');
}
