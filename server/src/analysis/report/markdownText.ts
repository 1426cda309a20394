/**
 * Pieces of Markdown for files that leave the product. They are shown by renderers that nobody here chose, and also
 * read unrendered in a chat or a ticket: so no more is escaped than has to be, and everything that has to be is.
 */
import type { Reference } from '../../catalogue/types.ts';
import { codeSpan, plainText } from '../features/markdown.ts';

/** Keeps `@name`, `#12` and `GH-12` apart; has no width. */
const keepApart = '\u2060';

/**
 * Text as Markdown that shows exactly this text, on one line. Beside what Markdown itself reads, two kinds of readers
 * of the finished text are served: those that make links of anything with a full stop or `//` inside (a backslash
 * between keeps them off), and ticket systems that find names to notify and issues (a backslash is gone by then).
 */
export function inlineText(text: string): string {
  return (
    plainText(text)
      .replace(/[\\`*{}[\]<>|~&$^]/g, '\\$&')
      // Between letters and digits an underscore is nothing but itself.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/\.(?=[\p{L}\p{N}_])/gu, '\\.')
      .replace(/\/(?=\/)/g, '/\\')
      .replace(/[@#]|(?<=\bgh)-(?=\d)/gi, `\\$&${keepApart}`)
      // What is a list, a heading or a line only at the start of a line.
      .replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`))
  );
}

/** Text as code within a line. */
export function inlineCode(text: string): string {
  return codeSpan(text);
}

/** Text as a block of code. The fence is longer than any in the text. */
export function fenced(text: string): string {
  const longest = [...text.matchAll(/`+/g)].reduce((length, [run]) => Math.max(length, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.replace(/\n+$/, '')}\n${fence}`;
}

/** Text as a quotation that keeps its lines. Markdown in it is shown as it was typed. */
export function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? '>' : `> ${indentation(line)}${inlineText(line)}`))
    .join('  \n');
}

/** Items of a list; an item may go over several lines. */
export function bulleted(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`).join('\n');
}

/** A row of a table, of cells that are Markdown already. */
export function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A page of the catalogue; nothing else ever becomes a link. */
export function link({ title, url }: Reference): string {
  return url.startsWith('https://') && !/[\s()<>\\]/.test(url)
    ? `[${inlineText(title)}](${url})`
    : inlineText(title);
}

/** Blanks at the start of a line that do not make it code. */
function indentation(line: string): string {
  return '\u00a0'.repeat(/^ {0,8}/.exec(line)?.[0].length ?? 0);
}
