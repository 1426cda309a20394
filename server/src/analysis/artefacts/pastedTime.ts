import { parseLooseTime } from '../text/looseTime.ts';
import { noBias, recordFlags } from './recordTable.ts';

/** The time columns of a record, as a paste tells them. */
export interface PastedTime {
  readonly localTime: number;
  readonly bias: number;
  /** `timeless` and `zoneless`, as they apply. */
  readonly flags: number;
}

/** Reads a date as a viewer shows it. One that is masked, torn or absent leaves the record without a time. */
export function readPastedTime(written: string, dayFirst: boolean): PastedTime {
  const time = written === '' ? null : parseLooseTime(written, dayFirst);
  if (time === null) {
    return {
      localTime: Number.NaN,
      bias: noBias,
      flags: recordFlags.timeless | recordFlags.zoneless,
    };
  }
  return time.zone === 'utc'
    ? { localTime: time.local, bias: 0, flags: 0 }
    : { localTime: time.local, bias: noBias, flags: recordFlags.zoneless };
}

/**
 * Whether the dates of one text put the day before the month: one of them cannot be read otherwise, and none
 * contradicts. Dates are written by one machine, so one date tells about all.
 */
export function isDayFirst(dates: Iterable<string>): boolean {
  let dayFirst = false;
  for (const date of dates) {
    const parts = /^\D{0,8}(\d{1,2})[-/](\d{1,2})[-/]\d{4}/.exec(date);
    if (parts === null) continue;
    if (Number(parts[2]) > 12) return false;
    dayFirst ||= Number(parts[1]) > 12;
  }
  return dayFirst;
}

/** Source of a pattern for a date with a time as viewers show it, with digits that somebody masked or that got lost. */
export const pastedDatePattern =
  '[\\dx*?]{0,4}[-/.][\\dx*?]{1,4}[-/.][\\dx*?]{1,4}[.,]?(?:T|[ \\t\\u00a0\\u202f]{1,3})[\\dx*?]{1,2}:[\\dx*?]{1,2}' +
  '(?::[\\dx*?]{1,2}(?:[.,:]\\d{1,9})?)?(?:[ \\u00a0\\u202f]?[ap]\\.?m\\b\\.?|Z)?';
