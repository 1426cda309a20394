import { editNotes, type NoteEdit } from './editNotes.ts';
import { mergeNotes } from './mergeNotes.ts';
import type { Anchor, Change } from './note.ts';
import { emptyNotes, parseNotes, serialiseNotes } from './notesFile.ts';

/** An edit of a notes file, or the notes of somebody else to be merged into it. */
export type NotesFileEdit = NoteEdit | { readonly kind: 'merge'; readonly text: string };

export interface EditedNotes {
  /** The new content; null where nothing is to be written, for the reason that stands in `refusal`. */
  readonly text: string | null;
  readonly refusal: string | null;
  /** What could not be read of the file. Where there is anything, the old file has to be kept aside before it is written. */
  readonly problems: readonly string[];
}

/**
 * Edits a notes file as text, so that whoever holds the file has to understand nothing of it. `text` is what stands
 * in the file now, null where there is none: what others wrote meanwhile is in it, and stays.
 */
export function editNotesText(
  text: string | null,
  caseName: string,
  edit: NotesFileEdit,
  by: Change,
  anchor: Anchor | null,
): EditedNotes {
  const { file, problems, isNewer } =
    text === null || text.trim() === ''
      ? { file: emptyNotes(caseName), problems: [], isNewer: false }
      : parseNotes(text);
  if (isNewer)
    return refused('The notes file was written by a newer version. Update Co-management Lens to change it.');
  if (edit.kind === 'merge') {
    const other = parseNotes(edit.text);
    if (other.file.notes.length === 0 && other.problems.length > 0) return refused(other.problems.join(' '));
    return { text: serialiseNotes(mergeNotes(file, other.file)), refusal: null, problems };
  }
  const needsLine = edit.kind === 'add' || edit.kind === 're-anchor';
  if (needsLine && anchor === null)
    return refused('An empty line can carry no note. Choose a line with text.');
  const edited = editNotes(file, edit, by, anchor);
  if (edited === null) return refused('The note is not there any more. Somebody else may have deleted it.');
  const named = edited.caseName === '' ? { ...edited, caseName } : edited;
  return { text: serialiseNotes(named), refusal: null, problems };
}

function refused(refusal: string): EditedNotes {
  return { text: null, refusal, problems: [] };
}
