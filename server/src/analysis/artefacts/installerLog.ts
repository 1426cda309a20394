/**
 * A log of Windows Installer, as the package of the ConfigMgr client writes it (`client.msi.log`). Of its many lines
 * those are records that the installer puts a time on, and its banners; what stands between, such as the lists of
 * properties, is passed over.
 *
 *     === Verbose logging started: 1/17/2026  7:33:22  Build type: ... ===
 *     MSI (s) (60:70) [07:33:32:621]: MainEngineThread is returning 1603
 *     Action ended 7:33:32: INSTALL. Return value 3.
 *
 * Only the banners carry a date, in the order of the user's region and in the language of Windows, so nothing is
 * known of a banner but its signs of equality. There is no zone, no severity and no component.
 */
import { isBlank, lineEndFrom, trimBlanksAndLines } from '../text/characters.ts';
import { parseLooseTime } from '../text/looseTime.ts';
import { timeOfDay } from '../text/calendar.ts';
import type { ArtefactReader, LogArtefact } from './artefact.ts';
import { noBias, RecordTableBuilder, recordFlags } from './recordTable.ts';

export const installerLogReader: ArtefactReader = { kind: 'installer-log', detect, parse };

function detect(head: string): 0 | 1 | 2 {
  for (let at = 0; at < head.length; at = lineEndFrom(head, at, head.length) + 1) {
    if (head.startsWith('MSI (', at) && stampedLine.test(head.slice(at, at + longestStamp))) return 2;
  }
  return 0;
}

function parse(text: string): LogArtefact {
  const builder = new RecordTableBuilder(text);
  const clock = new InstallerClock(firstDay(text));
  for (let at = 0; at < text.length;) {
    const lineEnd = lineEndFrom(text, at, text.length);
    const line = readLine(text, at, lineEnd);
    if (line !== null) {
      const end = trimBlanksAndLines(text, at, lineEnd);
      const localTime = line.date === null ? clock.at(line.timeOfDay) : clock.restart(line.date);
      builder.add({
        start: at,
        end,
        messageStart: Math.min(line.messageStart, end),
        messageEnd: end,
        localTime,
        bias: noBias,
        type: 255,
        component: '',
        thread: line.thread,
        flags: recordFlags.zoneless | (Number.isNaN(localTime) ? recordFlags.timeless : 0),
      });
    }
    at = lineEnd + 1;
  }
  return { type: 'log', kind: 'installer-log', text, records: builder.finish(), problems: [] };
}

interface InstallerLine {
  readonly messageStart: number;
  /** Milliseconds since midnight; NaN where the line has none. */
  readonly timeOfDay: number;
  /** Local time of a banner; null for other lines. */
  readonly date: number | null;
  readonly thread: number;
}

/** `MSI (s) (60:70) [07:33:32:621]: `; the letter is the side: client, server or a custom action. */
const stampedLine =
  /^MSI \([a-zA-Z]\) \([0-9A-Fa-f!]{1,8}:([0-9A-Fa-f]{1,8})\) \[(\d{1,2}):(\d{2}):(\d{2}):(\d{3})\]:/;
/** `Action ended 7:33:32: INSTALL.`; with other words where Windows speaks another language. */
const actionLine = /^\p{L}[\p{L} ]{2,40}[ :](\d{1,2}):(\d{2}):(\d{2}): \p{L}/u;
const longestStamp = 80;

function readLine(text: string, start: number, end: number): InstallerLine | null {
  if (text.startsWith('=== ', start)) {
    const date = parseLooseTime(text.slice(start, Math.min(end, start + 120)))?.local ?? null;
    return date === null ? null : { messageStart: start, timeOfDay: Number.NaN, date, thread: 0 };
  }
  const head = text.slice(start, Math.min(end, start + longestStamp));
  const stamp = stampedLine.exec(head);
  if (stamp !== null) {
    const [all, thread = '', hour, minute, second, fraction] = stamp;
    let messageStart = start + all.length;
    while (messageStart < end && isBlank(text.charCodeAt(messageStart))) messageStart++;
    const time = timeOfDay(Number(hour), Number(minute), Number(second), Number(fraction));
    return { messageStart, timeOfDay: time, date: null, thread: Number.parseInt(thread, 16) };
  }
  const action = actionLine.exec(head);
  if (action === null) return null;
  const [, hour, minute, second] = action;
  const time = timeOfDay(Number(hour), Number(minute), Number(second), 0);
  return Number.isNaN(time) ? null : { messageStart: start, timeOfDay: time, date: null, thread: 0 };
}

/**
 * The day of the first line. A log whose beginning was cut off still ends with a banner, and the midnights that the
 * lines before it pass lie between. NaN where no banner has a date.
 */
function firstDay(text: string): number {
  const passed = new InstallerClock(0);
  for (let at = 0; at < text.length;) {
    const lineEnd = lineEndFrom(text, at, text.length);
    const line = readLine(text, at, lineEnd);
    if (line !== null && line.date !== null) {
      const last = passed.at(line.date % day);
      return line.date - (line.date % day) - (last - (last % day));
    }
    if (line !== null) passed.at(line.timeOfDay);
    at = lineEnd + 1;
  }
  return Number.NaN;
}

const day = 86_400_000;

/** Puts the date of the last banner before times of day, and counts the midnights that they pass. */
class InstallerClock {
  #midnight: number;
  #last = Number.NaN;

  constructor(date: number) {
    this.#midnight = Math.floor(date / day) * day;
  }

  restart(date: number): number {
    this.#midnight = Math.floor(date / day) * day;
    this.#last = date - this.#midnight;
    return date;
  }

  at(timeOfDay: number): number {
    // Threads write a little out of order; half a day back is another day.
    if (timeOfDay < this.#last - day / 2) this.#midnight += day;
    this.#last = timeOfDay;
    return this.#midnight + timeOfDay;
  }
}
