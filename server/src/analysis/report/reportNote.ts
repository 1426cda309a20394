import type { ShownNote } from '../features/shownNote.ts';
import type { Stage } from '../caseAnalysis.ts';
import type { NoteThread } from './noteThread.ts';
import type { ReportNote } from './report.ts';

/** Where the line of a note is, lines from 1; null where it was not found. */
export type NotePlace = Pick<ReportNote, 'file' | 'line' | 'endLine'> | null;

/** A note as it goes into a report. */
export function reportNoteOf(note: ShownNote, place: NotePlace, stages: readonly Stage[]): NoteThread {
  return {
    ...(place ?? placeThatWas(note.lineWas)),
    time: note.comments[0]?.time ?? null,
    comments: note.comments.map(({ author, markdown }) => ({ author, text: markdown })),
    lostLine: place === null ? note.lineText : null,
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
