import { localTimeOf } from '../text/calendar.ts';
import { readClock, readWrittenTime } from '../text/time.ts';

export interface OldFormatTime {
  /** Local milliseconds. */
  readonly local: number;
  /** Minutes; null where none is written. A zone in words is not taken for one. */
  readonly bias: number | null;
  /** Written with the names of day and month. */
  readonly textual: boolean;
}

/**
 * Reads the date part of a trailer: `06-24-2020 15:31:46.376+00`, or in words `Fri Mar 26 10:43:41.547 1999 Eastern
 * Standard Time` and `Fri Dec  9 11:25:00 2022`, with a `~` behind the year in the oldest logs. Line breaks, blanks
 * and `<BR/>` of wrapped text may stand between the words. Null when it is neither.
 */
export function readOldFormatTime(part: string): OldFormatTime | null {
  const words = part
    .replaceAll(/<br\/>/gi, ' ')
    .split(/[\s\0\ufeff]+/)
    .filter((word) => word !== '');
  return numeric(words) ?? textual(words);
}

function numeric(words: readonly string[]): OldFormatTime | null {
  const [date = '', ...clock] = words;
  if (clock.length === 0 || clock.length > 2) return null;
  const time = clock.join(' ');
  const text = `${date} ${time}`;
  const written = readWrittenTime(text, date.length + 1, text.length, 0, date.length);
  return Number.isNaN(written.local) ? null : { local: written.local, bias: written.bias, textual: false };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function textual(words: readonly string[]): OldFormatTime | null {
  const [weekday = '', month = '', day = '', time = '', year = ''] = words;
  if (!days.includes(weekday.toLowerCase())) return null;
  const clock = readClock(time, 0, time.length);
  if (clock === null || clock.end !== time.length) return null;
  const monthNumber = months.indexOf(month.toLowerCase()) + 1;
  const local = localTimeOf(Number(year.replace(/~$/, '')), monthNumber, Number(day), clock.milliseconds);
  return Number.isNaN(local) ? null : { local, bias: null, textual: true };
}
