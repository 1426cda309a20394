/** The arithmetic of dates and times of day, for clocks of any zone. */

/**
 * Milliseconds for a date and a time of day; NaN when there is no such moment (month 13, 30 February, hour 25).
 * `month` counts from 1.
 */
export function localTimeOf(year: number, month: number, day: number, millisecondsOfDay: number): number {
  if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return Number.NaN;
  if (year < 1601 || year > 9999) return Number.NaN;
  return Date.UTC(year, month - 1, day) + millisecondsOfDay;
}

/** Milliseconds since midnight; NaN when out of range. */
export function timeOfDay(hour: number, minute: number, second: number, millisecond: number): number {
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

/** The digits of a stretch as a number; the caller knows that they are digits and few. */
export function numberAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) value = value * 10 + text.charCodeAt(at) - 0x30;
  return value;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
