/**
 * What somebody typed as Markdown, as words for a label: without the marks for emphasis, code, headings, lists,
 * quotes and links. Only what is common is known; the rest stays as it was typed.
 */
export function plainMarkdown(markdown: string): string {
  return markdown
    .slice(0, lookedAt)
    .replace(/!?\[([^\]\n]{0,200})\]\([^)\s]{0,500}\)/g, '$1')
    .replace(/^[ \t]{0,8}(?:#{1,6}[ \t]|>[ \t]?|[-*+][ \t]|\d{1,4}[.)][ \t])/gm, '')
    .replace(/\*{1,3}|`{1,3}|~~|(?<![\p{L}\p{N}])_{1,2}|_{1,2}(?![\p{L}\p{N}_])/gu, '');
}

/** A label shows less. */
const lookedAt = 2_000;
