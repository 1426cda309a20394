import type { UnreadArtefact } from './artefacts/artefact.ts';

/**
 * A file of no known kind that is empty although its name says what it should hold: the copy went wrong, which is
 * another thing than not to have been collected. Everything else stays as it is.
 */
export function withEmptiness(unread: UnreadArtefact, log: string | null): UnreadArtefact {
  if (log === null || /\S/.test(unread.text)) return unread;
  const message = `${log} was collected and is empty. Copy it again from the device, with its .lo_ neighbour.`;
  return { ...unread, problems: [{ id: emptyFile, start: 0, end: 0, message }] };
}

/** Id of the problem. */
export const emptyFile = 'empty-file';
