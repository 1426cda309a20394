/**
 * Dates and times as logs write them. Times are milliseconds since 1970-01-01T00:00 of the clock that wrote them;
 * no locale, no time zone of this machine and no `Date` parsing of strings has a part in it.
 */
import { localTimeOf, numberAt, timeOfDay } from './calendar.ts';
import { isBlank, isDigit } from './characters.ts';

export { parseLooseTime, type LooseTime } from './looseTime.ts';

/** What a log record's time and date tell. */
export interface WrittenTime {
  /** Local milliseconds, fractions below a millisecond cut off; NaN when date or time cannot be read. */
  readonly local: number;
  /** Minutes to add to `local` to get UTC; null when none is written, or none that can be. */
  readonly bias: number | null;
  /** A bias is written and cannot be one, such as `+2500`. */
  readonly impossibleBias: boolean;
}

/** UTC = local time + bias. The sign is that of a Windows bias, the opposite of an ISO 8601 offset. */
export function utcOf(local: number, bias: number): number {
  return local + bias * 60_000;
}

/**
 * Reads `HH:mm:ss`, a fraction of any length and a bias from one stretch of the text, and `MM-dd-yyyy` (padded or
 * not) or `yyyy-MM-dd` from another. Seen forms of the bias: `+360`, `-480`, `+00`, none, `+-360` (a script that put a
 * sign before a negative number) and ` 600` (a blank where a plus got lost).
 */
export function readWrittenTime(
  text: string,
  timeStart: number,
  timeEnd: number,
  dateStart: number,
  dateEnd: number,
): WrittenTime {
  const clock = readClock(text, timeStart, timeEnd);
  if (clock === null) return { local: Number.NaN, bias: null, impossibleBias: false };
  const bias = readBias(text, clock.end, timeEnd);
  return {
    local: clock.milliseconds + readDate(text, dateStart, dateEnd),
    bias: bias === 'impossible' ? null : bias,
    impossibleBias: bias === 'impossible',
  };
}

/** Milliseconds since midnight, and where they end in the text; null where the text does not start with a time. */
export function readClock(
  text: string,
  start: number,
  end: number,
): { readonly milliseconds: number; readonly end: number } | null {
  let at = start;
  const parts = [0, 0, 0];
  for (let i = 0; i < 3; i++) {
    const from = at;
    while (at < end && at < from + 2 && isDigit(text.charCodeAt(at))) at++;
    if (at === from) return null;
    parts[i] = numberAt(text, from, at);
    if (i < 2) {
      if (at >= end || text.charCodeAt(at) !== 0x3a) return null;
      at++;
    }
  }
  let millisecond = 0;
  const separator = at < end ? text.charCodeAt(at) : 0;
  if (separator === 0x2e || separator === 0x2c) {
    const from = at + 1;
    at = from;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    for (let i = 0; i < 3; i++) {
      millisecond = millisecond * 10 + (from + i < at ? text.charCodeAt(from + i) - 0x30 : 0);
    }
  }
  const [hour = 0, minute = 0, second = 0] = parts;
  const milliseconds = timeOfDay(hour, minute, second, millisecond);
  return Number.isNaN(milliseconds) ? null : { milliseconds, end: at };
}

/** No zone is further from UTC than 14 hours. */
const widestBias = 14 * 60;

function readBias(text: string, start: number, end: number): number | null | 'impossible' {
  let at = start;
  let sign = 1;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  while (at < end && (text.charCodeAt(at) === 0x2b || text.charCodeAt(at) === 0x2d)) {
    if (text.charCodeAt(at) === 0x2d) sign = -1;
    at++;
  }
  if (at >= end) return null;
  const from = at;
  while (at < end && at < from + 6 && isDigit(text.charCodeAt(at))) at++;
  const minutes = numberAt(text, from, at);
  if (at === from || at < end || minutes > widestBias) return 'impossible';
  return minutes === 0 ? 0 : sign * minutes;
}

/** Milliseconds of the day's midnight; NaN when there is no such day. */
function readDate(text: string, start: number, end: number): number {
  const parts = [0, 0, 0];
  let yearFirst = false;
  let at = start;
  for (let i = 0; i < 3; i++) {
    const from = at;
    while (at < end && at < from + 4 && isDigit(text.charCodeAt(at))) at++;
    if (at === from) return Number.NaN;
    if (i === 0) yearFirst = at - from === 4;
    parts[i] = numberAt(text, from, at);
    if (i < 2) {
      const separator = at < end ? text.charCodeAt(at) : 0;
      if (separator !== 0x2d && separator !== 0x2f) return Number.NaN;
      at++;
    }
  }
  if (at !== end) return Number.NaN;
  const [first = 0, second = 0, third = 0] = parts;
  return yearFirst ? localTimeOf(first, second, third, 0) : localTimeOf(third, first, second, 0);
}
