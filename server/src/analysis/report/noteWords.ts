import { formatClock } from '../features/moment.ts';
import type { NoteMark } from './report.ts';

/** What a mark is called. */
export const markWords: Readonly<Record<NoteMark, string>> = {
  cause: 'cause',
  symptom: 'symptom',
  'red-herring': 'red herring',
};

/** When a note was written, in the form of every other time: `2026-11-27 05:21:13 UTC`. What is no time stays. */
export function noteTime(iso: string): string {
  const moment = Date.parse(iso);
  return Number.isNaN(moment) ? iso : `${formatClock(moment)} UTC`;
}
