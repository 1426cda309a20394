import type { RecordTableBuilder } from './recordTable.ts';
import { recordFlags } from './recordTable.ts';
import { readPastedTime } from './pastedTime.ts';

/** What was read of one Windows event, before it becomes a record. Offsets into the text. */
export interface EventDraft {
  readonly start: number;
  readonly end: number;
  readonly messageStart: number;
  readonly messageEnd: number;
  /** Provider, or else the channel, as written. */
  readonly source: string;
  /** Date as written; empty where there is none. */
  readonly date: string;
  /** Level as written: a word in the language of the machine, or its number. */
  readonly level: string;
  readonly eventId: number | null;
}

export function addEvent(
  builder: RecordTableBuilder,
  text: string,
  draft: EventDraft,
  dayFirst: boolean,
): void {
  const { start, end, messageStart, messageEnd, eventId } = draft;
  const { localTime, bias, flags } = readPastedTime(draft.date, dayFirst);
  builder.add({
    start,
    end,
    messageStart,
    messageEnd,
    localTime,
    bias,
    type: typeOfLevel(draft.level),
    component: shortSource(draft.source),
    thread: 0,
    flags: flags | (/[\r\n]/.test(text.slice(messageStart, messageEnd)) ? recordFlags.multiLine : 0),
    ...(eventId === null ? {} : { eventId }),
  });
}

/** The event id that a cell or value holds: `76`, `76 (0x4C)`; null where it holds none. */
export function eventIdOf(written: string): number | null {
  const match = /^\s{0,8}(\d{1,10})\b/.exec(written);
  if (match === null) return null;
  const id = Number(match[1]);
  // Event ids have 16 bits; the longer numbers of `InstanceId` carry flags above them.
  return id & 0xffff;
}

/** `Microsoft-Windows-User Device Registration/Admin` and `User Device Registration` are one source. */
export function shortSource(source: string): string {
  return source
    .trim()
    .replace(/^Microsoft-Windows-/i, '')
    .replace(/\/[A-Za-z]{1,20}$/, '');
}

/** Level words in the languages of Windows that are met most, and the numbers of the event's XML. */
const levels: ReadonlyMap<string, number> = new Map([
  ['1', 3],
  ['2', 3],
  ['3', 2],
  ['0', 1],
  ['4', 1],
  ['5', 1],
  ['critical', 3],
  ['error', 3],
  ['warning', 2],
  ['information', 1],
  ['verbose', 1],
  ['kritisch', 3],
  ['fehler', 3],
  ['warnung', 2],
  ['informationen', 1],
  ['ausf\u00fchrlich', 1],
  ['critique', 3],
  ['erreur', 3],
  ['avertissement', 2],
  ['cr\u00edtico', 3],
  ['advertencia', 2],
  ['informaci\u00f3n', 1],
  ['fout', 3],
  ['waarschuwing', 2],
  ['informatie', 1],
  ['\u91cd\u5927', 3],
  ['\u30a8\u30e9\u30fc', 3],
  ['\u8b66\u544a', 2],
  ['\u60c5\u5831', 1],
]);

/** `type=` of a record for a level as written; 255 where the level is not known. */
export function typeOfLevel(level: string): number {
  return levels.get(level.trim().toLowerCase()) ?? 255;
}

/** Whether a cell holds a level as a word. */
export function isLevelWord(cell: string): boolean {
  return cell.length > 1 && typeOfLevel(cell) !== 255;
}
