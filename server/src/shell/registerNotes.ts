import { editNotesRequest, notesPlacesRequest, notesRequest } from '../protocol.ts';
import type { NotesInExcerpts } from './notesInExcerpts.ts';
import { notesPlaces } from './notesStore.ts';
import type { NotesStore } from './notesStore.ts';
import type { Questions } from './questions.ts';

/** Answers questions about notes. `onChanged` is called when the client brought other notes than before. */
export function registerNotes(
  questions: Questions,
  notes: NotesStore,
  inExcerpts: NotesInExcerpts,
  onChanged: () => void,
): void {
  questions.answerFromCases(notesPlacesRequest, notesPlaces);
  questions.answerFromCases(notesRequest, async (snapshot, { files }) => {
    if (notes.setFiles(files)) onChanged();
    return { cases: await notes.answer(snapshot, inExcerpts) };
  });
  questions.answerFromCases(editNotesRequest, async (snapshot, params) => {
    if (params.at === null) return notes.edit(snapshot, params);
    const at = await inExcerpts.lineInFile(snapshot, params.at);
    if (at !== null) return notes.edit(snapshot, { ...params, at });
    return { text: null, refusal: outdatedExcerpt, problems: [] };
  });
}

const outdatedExcerpt =
  'The file has changed since this excerpt was opened. Open the line again, then make the note.';
