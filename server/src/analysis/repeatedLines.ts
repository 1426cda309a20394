import type { Problem } from './artefacts/artefact.ts';

/** Says that `left` repetitions are not among what is known of a file, see `FewObservations`. */
export function repeatedLines(left: number): Problem {
  return {
    id: 'repeated-lines',
    start: 0,
    end: 0,
    message:
      `This file says the same over and over: ${left.toLocaleString('en')} repetitions of known lines and codes, from ` +
      'the middle of the file, are not judged one by one. Open the file to see all of them.',
  };
}
