import { editNotesRequest, notesPlacesRequest, notesRequest } from '../protocol.ts';
import { notesPlaces } from './notesStore.ts';
import type { NotesStore } from './notesStore.ts';
import type { Questions } from './questions.ts';

/** Answers questions about notes. `onChanged` is called when the client brought other notes than before. */
export function registerNotes(questions: Questions, notes: NotesStore, onChanged: () => void): void {
  questions.answerFromCases(notesPlacesRequest, notesPlaces);
  questions.answerFromCases(notesRequest, async (snapshot, { files }) => {
    if (notes.setFiles(files)) onChanged();
    return { cases: await notes.answer(snapshot) };
  });
  questions.answerFromCases(editNotesRequest, (snapshot, params) => notes.edit(snapshot, params));
}
