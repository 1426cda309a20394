import { parseLooseTime, type LooseTime } from '../text/time.ts';
import type { Moment } from '../caseAnalysis.ts';
import type { Sighting } from './sighting.ts';

/** A queued enrollment timer. */
export interface Timer {
  readonly sighting: Sighting;
  /** When it is due; null when the line does not say (an elided quote). */
  readonly due: Moment | null;
}

/** How far the present is from a timer's time. */
export type TimerState = 'due-later' | 'due-now' | 'overdue' | 'unknown';

/**
 * An attempt is written within seconds of the timer. Half an hour leaves room for a device that slept through its
 * time and for a log that was copied in the middle of the work.
 */
const graceMinutes = 30;

/** The timer behind a sighting of a queued timer. */
export function readTimer(sighting: Sighting): Timer {
  const written = sighting.observation.values['time'];
  const parsed = written === undefined ? null : afterQueuing(written, sighting.time);
  if (parsed === null) return { sighting, due: null };
  if (parsed.zone === 'utc') {
    const offset = sighting.time?.utc == null ? 0 : sighting.time.utc - sighting.time.local;
    return { sighting, due: { local: parsed.local - offset, utc: parsed.local } };
  }
  const offset = sighting.time?.utc == null ? null : sighting.time.utc - sighting.time.local;
  return { sighting, due: { local: parsed.local, utc: offset === null ? null : parsed.local + offset } };
}

/**
 * The time as written. Some clients write the month first and some the day; a timer fires after it was queued, so
 * of two ways to read a date the one counts that lies after the queuing, and the nearer where both do.
 */
function afterQueuing(written: string, queued: Moment | null): LooseTime | null {
  const monthFirst = parseLooseTime(written);
  if (monthFirst?.ambiguous !== true || queued === null) return monthFirst;
  const dayFirst = parseLooseTime(written, true);
  if (dayFirst === null) return monthFirst;
  const since = ({ local, zone }: LooseTime): number =>
    local - (zone === 'utc' ? (queued.utc ?? queued.local) : queued.local);
  // The line is written in the second in which a due timer may fire.
  const [month, day] = [since(monthFirst) + 60_000, since(dayFirst) + 60_000];
  return day >= 0 && (month < 0 || day < month) ? dayFirst : monthFirst;
}

/**
 * Compares the timer with a moment, milliseconds UTC (local where the timer's zone is unknown). The timer fires by
 * the local clock: `latestBias`, minutes, is the zone that the device's logs end with, which is another one than at
 * the queuing where daylight saving time began or ended in between; null where no record tells one.
 */
export function timerState(timer: Timer, now: number | null, latestBias: number | null): TimerState {
  if (timer.due === null || now === null) return 'unknown';
  const { local, utc } = timer.due;
  const due = utc === null ? local : Math.max(utc, afterClockChange(local, latestBias, utc));
  if (now < due) return 'due-later';
  return now - due <= graceMinutes * 60_000 ? 'due-now' : 'overdue';
}

/** The due time in the zone of the latest record, if the clock was only changed and the device did not travel. */
function afterClockChange(local: number, latestBias: number | null, utc: number): number {
  if (latestBias === null) return utc;
  const other = local + latestBias * 60_000;
  return Math.abs(other - utc) <= 60 * 60_000 ? other : utc;
}
