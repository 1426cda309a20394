/**
 * Lines of a log without its framing: copied out of a viewer, quoted in an article, pasted into a forum. One record
 * a line; what stands around the message (columns, list marks, bold, back-quotes) is no part of it.
 */
import { lineEndFrom, skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';
import { Occurrences } from '../text/occurrences.ts';
import type { ArtefactReader, LogArtefact } from './artefact.ts';
import { bareMessageIn } from './bareMessage.ts';
import { damagedCloser, damagedOpener, holdsDamagedCcm, readDamagedCcm } from './excerptCcmRecord.ts';
import { readExcerptRow, type ExcerptRow } from './excerptRow.ts';
import { isColumnHeading } from './excerptTabbedRow.ts';
import { linesWithText } from './linesWithText.ts';
import { isDayFirst, readPastedTime, type PastedTime } from './pastedTime.ts';
import { noBias, RecordTableBuilder, recordFlags } from './recordTable.ts';

export const logExcerptReader: ArtefactReader = { kind: 'log-excerpt', detect, parse: parseExcerpt };

/** Lines that are looked at to tell an excerpt. */
const examinedLines = 400;

/** Columns of a viewer or remains of the CCM format tell an excerpt. Bare messages need the catalogue to be told. */
function detect(head: string): 0 | 1 | 2 {
  if (holdsDamagedCcm(head)) return 2;
  let lines = 0;
  let rows = 0;
  let endInTab = 0;
  for (const { start, end, lineEnd } of linesWithText(head)) {
    if (lines++ === examinedLines) break;
    if (readExcerptRow(head, start, end)?.sure === true) rows++;
    // The last line of the head may be cut.
    if (head.charAt(lineEnd - 1) === '\t' && !head.slice(start, end).includes('\t')) endInTab++;
  }
  if (rows > 0 && rows * 4 >= lines) return 2;
  return lines > 1 && endInTab === lines ? 1 : 0;
}

/** Reads every line as a record, whether or not anything tells that it is one. */
export function parseExcerpt(text: string): LogArtefact {
  const dayFirst = isDayFirst(datesOf(text));
  const openers = new Occurrences(text, damagedOpener);
  const closers = new Occurrences(text, damagedCloser);
  const builder = new RecordTableBuilder(text);

  let lineEnd = -1;
  for (let at = 0; at < text.length;) {
    const start = skipBlanksAndLines(text, at, text.length);
    // Several records may stand on one line; its end is looked for once.
    if (start > lineEnd) lineEnd = lineEndFrom(text, start, text.length);
    const end = trimBlanksAndLines(text, start, lineEnd);
    at = lineEnd;
    if (end === start) continue;

    const opener = openers.next(start);
    const closer = closers.next(opener < end ? opener : start);
    const next = openers.next(opener < end ? opener + damagedOpener.length : start);
    if (closer < text.length && closer < next && (opener < end || closer < end)) {
      at = addDamaged(builder, text, start, opener < end ? opener : -1, closer, next);
      continue;
    }
    const row = readExcerptRow(text, start, end);
    if (row !== null) addRow(builder, start, end, row, readPastedTime(row.date, dayFirst));
    else if (!isColumnHeading(text.slice(start, end))) addBare(builder, text, start, end);
  }
  return { type: 'log', kind: 'log-excerpt', text, records: builder.finish(), problems: [] };
}

function* datesOf(text: string): Generator<string> {
  let lines = 0;
  for (const { start, end } of linesWithText(text)) {
    if (lines++ === examinedLines) return;
    yield readExcerptRow(text, start, end)?.date ?? '';
  }
}

function addRow(
  builder: RecordTableBuilder,
  start: number,
  end: number,
  row: ExcerptRow,
  time: PastedTime,
): void {
  const { messageStart, messageEnd, component, thread, type } = row;
  builder.add({ start, end, messageStart, messageEnd, component, thread, type, ...time });
}

/** A line that is all message. One without any letter or digit (a rule, a fence, `...`) is none. */
function addBare(builder: RecordTableBuilder, text: string, start: number, end: number): void {
  const message = bareMessageIn(text, start, end);
  if (message === null) return;
  builder.add({
    start,
    end,
    messageStart: message.start,
    messageEnd: message.end,
    type: 255,
    component: '',
    thread: 0,
    ...readPastedTime('', false),
  });
}

/** Answers where to go on. */
function addDamaged(
  builder: RecordTableBuilder,
  text: string,
  start: number,
  opener: number,
  closer: number,
  next: number,
): number {
  // Marks of the next record's opener (`&lt;!`) belong to it, so this one ends on the line before.
  const limit = next < text.length ? lineStartBefore(text, next, closer + damagedCloser.length) : text.length;
  const record = readDamagedCcm(text, start, opener, closer, limit);
  const { end, messageStart, messageEnd, time, component, type, thread } = record;
  const isMultiLine = lineEndFrom(text, messageStart, messageEnd) < messageEnd;
  builder.add({
    start,
    end: Math.max(end, closer + damagedCloser.length),
    messageStart,
    messageEnd,
    localTime: time?.local ?? Number.NaN,
    bias: time?.bias ?? noBias,
    type,
    component,
    thread,
    flags:
      (time === null ? recordFlags.timeless : 0) |
      (time?.bias == null ? recordFlags.zoneless : 0) |
      (isMultiLine ? recordFlags.multiLine : 0),
  });
  return Math.max(end, closer + damagedCloser.length);
}

function lineStartBefore(text: string, offset: number, least: number): number {
  let at = offset;
  while (at > least && lineEndFrom(text, at - 1, at) === at) at--;
  return at > least ? at : offset;
}
