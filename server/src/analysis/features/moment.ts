import type { Moment } from '../caseAnalysis.ts';

/** Date and time of a local or UTC clock, `2026-11-20 14:35:02`, from its milliseconds. */
export function formatClock(milliseconds: number): string {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return 'an impossible time';
  return date.toISOString().slice(0, 19).replace('T', ' ');
}

/** A moment as its record tells it, in local time, without claiming a zone. */
export function formatMoment(moment: Moment): string {
  return formatClock(moment.local);
}

/** A moment in UTC, or in local time where no zone is known; so many characters of its clock. */
export function formatZoned({ utc, local }: Moment, characters: number): string {
  return utc === null
    ? `${formatClock(local).slice(0, characters)} local time`
    : `${formatClock(utc).slice(0, characters)} UTC`;
}

/** A span as people say it: `3 min 20 s`, at most two units. */
export function formatSpan(milliseconds: number): string {
  const total = Math.abs(Math.round(milliseconds));
  if (total < 1_000) return `${total} ms`;
  const seconds = Math.floor(total / 1_000);
  const parts = [
    { count: Math.floor(seconds / 86_400), unit: 'd' },
    { count: Math.floor(seconds / 3_600) % 24, unit: 'h' },
    { count: Math.floor(seconds / 60) % 60, unit: 'min' },
    { count: seconds % 60, unit: 's' },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ count, unit }) => `${count} ${unit}`)
    .join(' ');
}
