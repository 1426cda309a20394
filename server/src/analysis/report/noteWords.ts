import type { NoteMark } from './report.ts';

/** What a mark is called. */
export const markWords: Readonly<Record<NoteMark, string>> = {
  cause: 'cause',
  symptom: 'symptom',
  'red-herring': 'red herring',
};
