import type { Anchors } from './anchors.ts';
import type { FoundAnchor } from './findAnchor.ts';
import { inWalkOrder, mergeNotes } from './mergeNotes.ts';
import type { Anchor, Note, NotesFile } from './note.ts';
import { emptyNotes, parseNotes } from './notesFile.ts';
import type { Stretch } from './stretch.ts';

/** A notes file as it was read. */
export interface NotesText {
  readonly uri: string;
  readonly text: string;
}

/** A note with the place where its line is now. */
export interface FoundNote {
  readonly note: Note;
  readonly found: FoundAnchor;
  /** The file that an edit of it goes to: the first that has it. */
  readonly source: string;
}

export interface CaseNotes {
  /** In the order of the walk. */
  readonly notes: readonly FoundNote[];
  /** What is wrong with which file. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

/** What has to be found in the files of a case to show the notes of these files. */
export function anchorsIn(texts: readonly NotesText[]): readonly Anchor[] {
  return texts.flatMap(({ text }) => parseNotes(text).file.notes.map(({ anchor }) => anchor));
}

/** The notes of all files of a case together, each with its place among the files of the case. */
export function findCaseNotes(
  texts: readonly NotesText[],
  files: readonly Stretch[],
  anchors: Anchors,
): CaseNotes {
  const parsed = texts.map(({ uri, text }) => ({ uri, ...parseNotes(text) }));
  const sources = new Map<string, string>();
  for (const { uri, file } of parsed) {
    for (const { id } of file.notes) if (!sources.has(id)) sources.set(id, uri);
  }
  const merged = parsed.reduce<NotesFile>((all, { file }) => mergeNotes(all, file), emptyNotes(''));
  return {
    notes: [...merged.notes].sort(inWalkOrder).map((note) => ({
      note,
      found: anchors.find(note.anchor, files),
      source: sources.get(note.id) ?? '',
    })),
    problems: parsed.flatMap(({ uri, problems, isNewer }) => [
      ...problems.map((message) => ({ uri, message })),
      ...(isNewer
        ? [{ uri, message: 'The file was written by a newer version; it is shown, but not changed.' }]
        : []),
    ]),
  };
}
