import { localTimeOf, timeOfDay } from './calendar.ts';
import { isDigit } from './characters.ts';

/** A date and time found in running text. */
export interface LooseTime {
  /** Milliseconds of the clock that is meant: the local one, or UTC where `zone` says so. */
  readonly local: number;
  /** `utc` where the text says so by `Z`, `UTC`, `GMT` or an offset; `local` otherwise. */
  readonly zone: 'utc' | 'local';
  /** Day and month could be the other way round: both are at most 12, differ, and the order is not given. */
  readonly ambiguous: boolean;
}

/**
 * The first date with a time in a message: `07/24/2018 13:19:41`, `7/24/2018 1:19:41 PM`, `24.07.2018 13:19`,
 * `2018-07-24T13:19:41.5Z`, `2018/07/24 13:19:41`. With slashes and hyphens the month comes first unless it
 * cannot; with dots the day does. `dayFirst` turns that round for a text whose other dates show it. Null where
 * there is none. Linear in the text.
 */
export function parseLooseTime(text: string, dayFirst = false): LooseTime | null {
  for (let at = 0; at < text.length; at++) {
    if (!isDigit(text.charCodeAt(at)) || (at > 0 && isDigit(text.charCodeAt(at - 1)))) continue;
    const found = timeAt(text.slice(at, at + longestTime), dayFirst);
    if (found !== null) return found;
  }
  return null;
}

/** More than the longest form takes; bounds the work at each digit. */
const longestTime = 64;

const form =
  /^(\d{1,4})([-/.])(\d{1,2})\2(\d{2,4})(?:T| {0,3}(?:,|at)? {1,3})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)/i;

const afterwards = /^ ?([ap])\.?m\b\.?/i;
const zoneForm = /^ ?(?:(Z|UTC|GMT)\b|([+-])(\d{2}):?(\d{2})(?!\d))/i;

function timeAt(text: string, dayFirst: boolean): LooseTime | null {
  const match = form.exec(text);
  if (match === null) return null;
  const [
    all,
    first = '',
    separator = '',
    second = '',
    third = '',
    hour = '',
    minute = '',
    seconds = '0',
    fraction = '',
  ] = match;
  const date = dateOf(first, separator, second, third, dayFirst);
  if (date === null) return null;

  let rest = text.slice(all.length);
  const half = afterwards.exec(rest);
  if (half !== null) rest = rest.slice(half[0].length);
  const milliseconds = timeOfDay(
    hourOf(Number(hour), half?.[1]),
    Number(minute),
    Number(seconds),
    Math.floor(Number(`0.${fraction}0`) * 1000 + 1e-6),
  );
  const local = date.midnight + milliseconds;
  if (Number.isNaN(local)) return null;

  const zone = zoneForm.exec(rest);
  if (zone === null) return { local, zone: 'local', ambiguous: date.ambiguous };
  const [, name, sign, hours = '0', minutes = '0'] = zone;
  const east = name === undefined ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) : 0;
  return { local: local - east * 60_000, zone: 'utc', ambiguous: date.ambiguous };
}

function dateOf(
  first: string,
  separator: string,
  second: string,
  third: string,
  preferDay: boolean,
): { readonly midnight: number; readonly ambiguous: boolean } | null {
  if (first.length === 4) {
    if (third.length > 2) return null;
    return { midnight: localTimeOf(Number(first), Number(second), Number(third), 0), ambiguous: false };
  }
  if (first.length > 2 || third.length !== 4) return null;
  const year = Number(third);
  const a = Number(first);
  const b = Number(second);
  const dayFirst = separator === '.' || preferDay ? b <= 12 : a > 12;
  const midnight = dayFirst ? localTimeOf(year, b, a, 0) : localTimeOf(year, a, b, 0);
  return { midnight, ambiguous: separator !== '.' && a <= 12 && b <= 12 && a !== b };
}

/** Hour of the 24-hour clock. A half of the day beside an hour past 12 is noise. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  return half.toLowerCase() === 'p' ? (hour === 12 ? 12 : hour + 12) : hour === 12 ? 0 : hour;
}
