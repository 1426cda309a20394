/**
 * Log text in Markdown. Whatever a log holds, it stays text: it never becomes a link, an image, a command, HTML, code
 * or a heading, whatever the viewer trusts or allows.
 */

/**
 * Text as Markdown that shows exactly this text, on one line. Every mark that can begin something is escaped: that
 * ends links, HTML, entities, emphasis, fences, headings and list markers, and breaks up the `://`, `www.` and `@` that
 * renderers turn into links. Control and direction characters, which could hide or reorder what follows, are replaced.
 */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_{}[\]()<>#+\-.!|~&:@$=^]/g, '\\$&');
}

/** Text as inline code, on one line. The fence is longer than any run of back-quotes inside. */
export function codeSpan(text: string): string {
  const content = plainText(text);
  const longest = [...content.matchAll(/`+/g)].reduce((length, run) => Math.max(length, run[0].length), 0);
  const fence = '`'.repeat(longest + 1);
  // One blank at both ends is taken away by the renderer, and keeps back-quotes apart from the fence.
  const padding = content === '' || /^`|`$|^ .* $/.test(content) ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** Text on one line, for labels: runs of blanks and line breaks become one blank, controls a replacement mark. */
export function plainText(text: string, limit = Number.POSITIVE_INFINITY): string {
  const line = text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '\ufffd')
    .trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}\u2026` : line;
}
