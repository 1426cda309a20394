import type { ShownNote } from '../features/shownNote.ts';
import type { Stage } from '../caseAnalysis.ts';
import type { ReportNote } from './report.ts';

/** Where the line of a note is, lines from 1; null where it was not found. */
export type NotePlace = Pick<ReportNote, 'file' | 'line' | 'endLine'> | null;

/** A note as a report shows it: the thread is one text, with the names of those who replied. */
export function reportNoteOf(note: ShownNote, place: NotePlace, stages: readonly Stage[]): ReportNote {
  const [first, ...replies] = note.comments;
  const missing = `(Its line was not found in these files. It said: ${note.lineText})`;
  return {
    ...(place ?? placeThatWas(note.lineWas)),
    author: first?.author ?? '',
    time: first?.time ?? null,
    text: [
      first?.markdown ?? '',
      ...replies.map(({ author, markdown }) => `${author}: ${markdown}`),
      ...(place === null ? [missing] : []),
    ].join('\n\n'),
    mark: note.mark,
    stage: stages.find(({ id }) => id === note.stage)?.id ?? null,
    resolved: note.state === 'resolved',
  };
}

/** `CCM/Logs/X.log:12` */
function placeThatWas(words: string): Pick<ReportNote, 'file' | 'line' | 'endLine'> {
  const colon = words.lastIndexOf(':');
  const line = Math.max(1, Number(words.slice(colon + 1)) || 1);
  return { file: words.slice(0, colon), line, endLine: line };
}
