import type { Problem } from './artefacts/artefact.ts';

/** Says that `left` lines between others of their kind are not among what is known of a file, see `FewObservations`. */
export function repeatedLines(left: number): Problem {
  return {
    id: 'repeated-lines',
    start: 0,
    end: 0,
    message:
      'This file says the same over and over. Of each kind of known line the first and the last ones are judged; ' +
      `${left.toLocaleString('en')} between them are not. Open the file to see all of them.`,
  };
}
