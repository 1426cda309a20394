/**
 * The table that `Get-WinEvent` prints by itself:
 *
 *        ProviderName: Microsoft-Windows-…
 *
 *     TimeCreated                     Id LevelDisplayName Message
 *     -----------                     -- ---------------- -------
 *     11/20/2026 10:00:00 AM          76 Error            Auto MDM Enroll: …
 */
import { eventIdOf, type EventDraft } from './eventRecord.ts';
import { linesWithText, type LineWithText } from './linesWithText.ts';
import { pastedDatePattern } from './pastedTime.ts';

export function holdsEventFormatTable(head: string): boolean {
  return /^[ \t]{0,16}TimeCreated[ \t]{1,60}(?:ProviderName[ \t]{1,60})?Id\b[^\r\n]{0,160}\bMessage\b/m.test(
    head,
  );
}

interface Columns {
  readonly level: number;
  readonly message: number;
}

export function* readEventFormatTable(text: string): Generator<EventDraft> {
  let source = '';
  let columns: Columns | null = null;
  let current: EventDraft | null = null;
  for (const line of linesWithText(text)) {
    const { lineStart, start, end } = line;
    const head = text.slice(lineStart, Math.min(end, lineStart + longestHead));
    const provider = /^\s{0,16}ProviderName:\s{0,8}(\S.{0,200})$/.exec(head)?.[1];
    const heading = holdsEventFormatTable(head) ? columnsOf(head) : null;
    const row = columns === null ? null : readRow(head, columns, source, line);
    if (provider !== undefined || heading !== null || row !== null) {
      if (current !== null) yield current;
      current = row;
      source = provider ?? source;
      columns = heading ?? columns;
    } else if (current !== null && columns !== null && start - lineStart >= columns.message) {
      // Wrapped: the lines of a long message are indented to its column.
      current = extended(current, end);
    }
  }
  if (current !== null) yield current;
}

function extended(draft: EventDraft, end: number): EventDraft {
  return { ...draft, end, messageEnd: end };
}

const longestHead = 400;

function columnsOf(heading: string): Columns {
  return { level: heading.indexOf('LevelDisplayName'), message: heading.indexOf('Message') };
}

const rowStart = new RegExp(`^\\s{0,16}(${pastedDatePattern})\\s{1,60}(\\d{1,5})(?=\\s|$)`, 'i');

function readRow(head: string, columns: Columns, source: string, line: LineWithText): EventDraft | null {
  const row = rowStart.exec(head);
  if (row === null) return null;
  const [all, date = '', id = ''] = row;
  // Columns of a paste shift; the message never begins before the id ends.
  const level = /^\s{1,60}(\S{1,30})(?=\s|$)/.exec(head.slice(all.length));
  const hasLevel = columns.level >= 0 && level !== null && columns.message > columns.level;
  const from = all.length + (hasLevel ? level[0].length : 0);
  const messageStart = line.lineStart + from + (/^\s{0,200}/.exec(head.slice(from))?.[0].length ?? 0);
  return {
    start: line.start,
    end: line.end,
    messageStart: Math.min(messageStart, line.end),
    messageEnd: line.end,
    source,
    date,
    level: hasLevel ? (level[1] ?? '') : '',
    eventId: eventIdOf(id),
  };
}
