import { isBlank } from '../text/characters.ts';
import { pastedDatePattern } from './pastedTime.ts';
import { readTabbedRow } from './excerptTabbedRow.ts';
import { readThread } from './threadNumber.ts';

/** A line that a log viewer showed in columns. Offsets into the text. */
export interface ExcerptRow {
  readonly messageStart: number;
  readonly messageEnd: number;
  readonly component: string;
  /** Date as written; empty where there is none. */
  readonly date: string;
  readonly thread: number;
  /** As in a record: 1 information, 2 warning, 3 error; 255 where the row does not tell. */
  readonly type: number;
  /** A thread in the viewers' own form, `9476 (0x2504)`, stands beside a date or a component: no other program writes that. */
  readonly sure: boolean;
}

/**
 * Reads one line, given without the blanks around it, as the columns that CMTrace, OneTrace and the viewers of
 * site servers copy:
 *
 *     message TAB component TAB date time TAB thread (0xhex)      and the same with blanks for tabs
 *     [date time] component thread (0xhex) message
 *
 * Null where the line has no such columns.
 */
export function readExcerptRow(text: string, start: number, end: number): ExcerptRow | null {
  const tabbed = text.slice(start, end).includes('\t') ? readTabbedRow(text, start, end) : null;
  return tabbed ?? readTrailingColumns(text, start, end) ?? readLeadingColumns(text, start, end);
}

/** Columns take no more than this at either end of a line. Bounds the work of the patterns. */
const longestColumns = 200;

const threadAtEnd = /(?<!\w)\d{1,10} ?\(0x[0-9a-f]{1,8}\)$/i;
const dateAtEnd = new RegExp(`(?<![\\w/.-])${pastedDatePattern}$`, 'i');
const wordAtEnd = /(?<![^\s])[A-Za-z_][\w.\\-]{0,63}$/;

function readTrailingColumns(text: string, start: number, end: number): ExcerptRow | null {
  const from = Math.max(start, end - longestColumns);
  const tail = text.slice(from, end);
  const thread = threadAtEnd.exec(tail);
  const date = dateAtEnd.exec(tail.slice(0, thread?.index ?? tail.length).trimEnd());
  if (date === null && thread === null) return null;

  const columns = date?.index ?? thread?.index ?? 0;
  const before = tail.slice(0, columns).trimEnd();
  const word = wordAtEnd.exec(before);
  const component = word !== null && isColumn(tail, word, columns) ? word : null;
  // A date alone also ends many a message; only a wide gap makes it a column.
  if (thread === null && (component === null || !hasWideGap(tail, before.length, columns))) return null;
  if (date === null && (component === null || !hasWideGap(tail, before.length, columns))) return null;

  const messageEnd = trimEnd(text, start, from + (component?.index ?? columns));
  if (messageEnd === start) return null;
  return {
    messageStart: start,
    messageEnd,
    component: component === null ? '' : withoutEscapes(component[0]),
    date: date?.[0] ?? '',
    thread: thread === null ? 0 : readThread(thread[0], 0, thread[0].length),
    type: 255,
    sure: thread !== null,
  };
}

/**
 * Whether the word before the date is a column of its own rather than the message's last word: it stands off
 * from the message, or every gap of the line shrank to one blank, as web pages do.
 */
function isColumn(tail: string, word: RegExpExecArray, columns: number): boolean {
  const wordEnd = word.index + word[0].length;
  const beforeWord = tail.slice(0, word.index);
  const gapBefore = beforeWord.length - beforeWord.trimEnd().length;
  return gapBefore > 1 || beforeWord.endsWith('\t') || (gapBefore === 1 && columns - wordEnd === 1);
}

function hasWideGap(tail: string, from: number, to: number): boolean {
  return to - from > 1 || tail.charAt(from) === '\t';
}

const leadingColumns = new RegExp(
  `^(?:(${pastedDatePattern})\\s{1,40})?(?:([A-Za-z_][\\w.\\\\-]{0,63})\\s{1,40})?(?:(${pastedDatePattern})\\s{1,40})?` +
    '(\\d{1,10} ?\\(0x[0-9a-f]{1,8}\\))\\s{1,40}(?=\\S)',
  'i',
);

function readLeadingColumns(text: string, start: number, end: number): ExcerptRow | null {
  const columns = leadingColumns.exec(text.slice(start, Math.min(end, start + longestColumns)));
  if (columns === null) return null;
  const [all, first = '', component = '', second = '', thread = ''] = columns;
  if (component === '' && first === '' && second === '') return null;
  return {
    messageStart: start + all.length,
    messageEnd: end,
    component: withoutEscapes(component),
    date: first === '' ? second : first,
    thread: readThread(thread, 0, thread.length),
    type: 255,
    sure: true,
  };
}

/** Markdown escapes the underscores of `SMS_MP_CONTROL_MANAGER`. */
function withoutEscapes(word: string): string {
  return word.replaceAll('\\', '');
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}
