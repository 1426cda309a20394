/** Characters that fit beside what else stands in the status bar. */
const fitting = 60;

/**
 * Text for the status bar, cut to what fits there; the tooltip has it in full. `$(name)` would become an icon there,
 * and the text may hold what a log says or a folder is named, so a zero-width space keeps the two characters apart.
 */
export function statusBarText(text: string): string {
  const cut = text.length <= fitting ? text : `${text.slice(0, fitting - 1).trimEnd()}…`;
  return cut.replaceAll('$(', '$\u200b(');
}
