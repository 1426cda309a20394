import type { CaseAnalysis, Moment } from '../caseAnalysis.ts';
import { formatMoment, formatZoned } from './moment.ts';

/** The moment that a verdict speaks about: `As of 2026-11-20 07:01 UTC (latest record)`; null where nothing tells a time. */
export function asOfSentence({ asOf }: CaseAnalysis, isGiven = false): string | null {
  if (asOf === null) return null;
  return `As of ${formatZoned(asOf, 16)} (${isGiven ? 'as asked for' : 'latest record'})`;
}

/**
 * That what the case waits for should have happened since: the time of its timer, or of its next attempt, lies before
 * `clock`, the moment at which somebody looks, milliseconds UTC. Null where it does not, or where the case waits for nothing.
 */
export function passedSince(analysis: CaseAnalysis, clock: number): string | null {
  const due = analysis.verdict.outcome === 'waiting' ? analysis.timerDue : null;
  const retry = retryOf(analysis);
  if (due !== null && isPast(due, clock)) {
    return `The timer's time, ${formatMoment(due)} local time, has passed since: collect again.`;
  }
  return retry !== null && isPast(retry, clock)
    ? `The time of the next attempt, ${formatMoment(retry)} local time, has passed since: collect again.`
    : null;
}

/** When the attempt that failed last is tried again, where the verdict speaks of that attempt. */
function retryOf({ verdict, attempts }: CaseAnalysis): Moment | null {
  const last = attempts.at(-1);
  const isOpen = verdict.outcome === 'waiting' || verdict.outcome === 'failed';
  return isOpen && last?.result === 'failed' ? last.retryAt : null;
}

/** A timer is served within the half hour; no zone is more than 14 hours behind UTC. */
const grace = 30 * 60_000;
const farthestZone = 14 * 3_600_000;

function isPast({ utc, local }: Moment, clock: number): boolean {
  return clock > (utc ?? local + farthestZone) + grace;
}
