import type { WordsBeside } from '../redaction/plan.ts';
import type { ReportNote } from './report.ts';

/** A note before it is prepared: the parts of its thread, each of which may name somebody. */
export interface NoteThread extends Omit<ReportNote, 'author' | 'text'> {
  /** Oldest first. */
  readonly comments: readonly { readonly author: string; readonly text: string }[];
  /** What its line said; null where that was found. */
  readonly lostLine: string | null;
}

/** The thread as one text, with the names of those who replied. */
export function joinedThread({ comments, lostLine, ...note }: NoteThread): ReportNote {
  const { file, line, endLine, time, mark, stage, resolved } = note;
  const [first, ...replies] = comments;
  const text = [
    first?.text ?? '',
    ...replies.map((reply) => `${reply.author}: ${reply.text}`),
    ...(lostLine === null ? [] : [`(Its line was not found in these files. It said: ${lostLine})`]),
  ].join('\n\n');
  // In the order in which exports have them.
  return { file, line, endLine, author: first?.author ?? '', time, text, mark, stage, resolved };
}

/** What of threads goes out beside the files of their case. */
export function wordsOf(threads: readonly NoteThread[]): WordsBeside {
  return {
    texts: threads.flatMap(({ comments, lostLine }) => [
      ...comments.map(({ text }) => text),
      ...(lostLine === null ? [] : [lostLine]),
    ]),
    people: threads.flatMap(({ comments }) => comments.map(({ author }) => author)),
    // Of a line that was not found, a file that the case does not hold.
    paths: threads.map(({ file }) => file),
    names: [],
  };
}
