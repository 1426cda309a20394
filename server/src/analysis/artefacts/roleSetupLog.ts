import { isBlank, lineEndFrom, skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';
import type { LogArtefact } from './artefact.ts';
import { readOldFormatTime } from './oldFormatTime.ts';
import { noBias, RecordTableBuilder, recordFlags, type NewRecord } from './recordTable.ts';

/** Whether a text begins with `<Fri Dec  9 11:25:00 2022> `, as the logs of site system role setups do. */
export function isRoleSetupLog(text: string): boolean {
  const start = skipBlanksAndLines(text, 0, Math.min(text.length, 256));
  return dateAt(text, start, text.length) !== null;
}

/**
 * Reads a log of a role setup, such as SMSFSPSetup.log: one record a line, each line after a byte order mark of its
 * own, no component and no thread. A line without a date belongs to the record before it.
 */
export function readRoleSetupLog(text: string): LogArtefact {
  const builder = new RecordTableBuilder(text);
  let current: NewRecord | null = null;
  for (let at = 0; at < text.length;) {
    let start = at;
    while (start < text.length && isBlank(text.charCodeAt(start))) start++;
    const lineEnd = lineEndFrom(text, start, text.length);
    const end = trimBlanksAndLines(text, start, lineEnd);
    const date = end > start ? dateAt(text, start, end) : null;
    if (date !== null) {
      if (current !== null) builder.add(current);
      current = newRecord(text, start, end, date);
    } else if (current !== null && end > start) {
      current.end = end;
      current.messageEnd = end;
      current.flags |= recordFlags.multiLine;
    }
    at = lineEnd + 1;
  }
  if (current !== null) builder.add(current);
  return { type: 'log', kind: 'simple-log', text, records: builder.finish(), problems: [] };
}

interface LineDate {
  readonly local: number;
  /** Offset behind its `>`. */
  readonly end: number;
}

function dateAt(text: string, start: number, limit: number): LineDate | null {
  if (text.charCodeAt(start) !== 0x3c) return null;
  const part = text.slice(start + 1, Math.min(limit, start + 40));
  const length = part.indexOf('>');
  if (length < 0) return null;
  const time = readOldFormatTime(part.slice(0, length));
  return time === null || !time.textual ? null : { local: time.local, end: start + length + 2 };
}

function newRecord(text: string, start: number, end: number, date: LineDate): NewRecord {
  let messageStart = Math.min(date.end, end);
  while (messageStart < end && isBlank(text.charCodeAt(messageStart))) messageStart++;
  return {
    start,
    end,
    messageStart,
    messageEnd: end,
    localTime: date.local,
    bias: noBias,
    type: 255,
    component: '',
    thread: 0,
    flags: recordFlags.zoneless,
  };
}
