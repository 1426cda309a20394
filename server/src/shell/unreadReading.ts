import type { Reading } from '../analysis/index.ts';
import { messageOf } from './errors.ts';

/** What is known of a file of which nothing was read: why. `id` names the kind of reason. */
export function unreadReading(path: string, bytes: number, id: string, message: string): Reading {
  const problems = [{ id, start: 0, end: 0, message }];
  return {
    path,
    encoding: null,
    bytes,
    artefact: { type: 'unread', kind: 'unknown', text: '', problems },
    observations: [],
    unexplained: [],
  };
}

/** A file that the analysis failed at. That is a fault of ours, and nothing is wrong with the file. */
export function failedReading(path: string, bytes: number, error: unknown): Reading {
  const message = `Co-management Lens failed at this file, so nothing is said of it: ${messageOf(error)}. The log of the language server says where.`;
  return unreadReading(path, bytes, 'analysis-failed', message);
}
