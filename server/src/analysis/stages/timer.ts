import { parseLooseTime } from '../text/time.ts';
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
  const parsed = written === undefined ? null : parseLooseTime(written);
  if (parsed === null) return { sighting, due: null };
  if (parsed.zone === 'utc') {
    const offset = sighting.time?.utc == null ? 0 : sighting.time.utc - sighting.time.local;
    return { sighting, due: { local: parsed.local - offset, utc: parsed.local } };
  }
  const offset = sighting.time?.utc == null ? null : sighting.time.utc - sighting.time.local;
  return { sighting, due: { local: parsed.local, utc: offset === null ? null : parsed.local + offset } };
}

/** Compares the timer with a moment, milliseconds UTC (local where the timer's zone is unknown). */
export function timerState(timer: Timer, now: number | null): TimerState {
  if (timer.due === null || now === null) return 'unknown';
  const due = timer.due.utc ?? timer.due.local;
  if (now < due) return 'due-later';
  return now - due <= graceMinutes * 60_000 ? 'due-now' : 'overdue';
}
