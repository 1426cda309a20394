/** Notes of people on lines of a case: the shapes behind `*.comgmt.json`, documented in docs/notes-format.md. */

export const noteMarks = ['cause', 'symptom', 'red-herring'] as const;
/** What the line is to the story, in the eyes of the author. */
export type NoteMark = (typeof noteMarks)[number];

export const noteStates = ['open', 'resolved'] as const;
export type NoteState = (typeof noteStates)[number];

export const anchorKinds = ['record', 'key', 'value', 'section', 'field', 'line'] as const;
/** What a note is tied to. `line` is a line of text that is none of the others. */
export type AnchorKind = (typeof anchorKinds)[number];

/** A moment in UTC as ISO 8601, such as `2026-11-22T20:50:00.000Z`. Of one length, so that order is that of texts. */
export type Timestamp = string;

/** The content of one file. */
export interface NotesFile {
  /** Name of the case, for people; notes are tied to lines, not to it. */
  readonly caseName: string;
  readonly notes: readonly Note[];
  /** Ids of notes and comments that somebody deleted, so that merging an older copy does not bring them back. */
  readonly deleted: readonly Deletion[];
  /** What a newer version wrote and this one does not know; kept when the file is written. */
  readonly extra: Extra;
}

export type Extra = Readonly<Record<string, unknown>>;

export interface Deletion {
  readonly id: string;
  readonly time: Timestamp;
}

/** What the author decided about a line. */
export interface NoteFields {
  readonly state: NoteState;
  readonly mark: NoteMark | null;
  /** Id of the stage it is tied to, as the catalogue names it. */
  readonly stage: string | null;
  /** Pinned as evidence. */
  readonly pinned: boolean;
  /** Place in the walk; notes with the same number come in the order of their ids. */
  readonly order: number;
}

export interface Note extends NoteFields {
  readonly id: string;
  readonly anchor: Anchor;
  /** Oldest first. */
  readonly comments: readonly NoteComment[];
  /** Who set the fields when, oldest first. Tells, when two copies are merged, whether one knew the other. */
  readonly changes: readonly Change[];
  /** What somebody had set and a merge did not take; goes when the field is set again. */
  readonly conflicts: readonly Conflict[];
  readonly extra: Extra;
}

export interface Change {
  readonly author: string;
  readonly time: Timestamp;
}

export interface Conflict extends Change {
  readonly field: 'mark' | 'stage';
  readonly value: string;
}

export interface NoteComment {
  readonly id: string;
  readonly author: string;
  readonly time: Timestamp;
  /** When it was edited, oldest first. */
  readonly edits: readonly Timestamp[];
  /** What somebody typed: never trusted. */
  readonly markdown: string;
  readonly extra: Extra;
}

/** Where a note stands, told in so many ways that the place is found again in another copy. */
export interface Anchor {
  readonly kind: AnchorKind;
  /** Path relative to the case, with `/`. */
  readonly file: string;
  /** Size of the file in bytes. */
  readonly fileSize: number;
  /** The first lines of the file, so that a renamed copy is known again; their number, as a short file may grow. */
  readonly fileHead: { readonly lines: number; readonly hash: string };
  /** 1-based, of the line that carries the note. */
  readonly line: number;
  /** Lines between the start of the record (or value) and the line that carries the note. */
  readonly row: number;
  /** Of the record, in characters (UTF-16 units) of the decoded text. */
  readonly offset: number;
  /** Of the record, in bytes of the file; null where the encoding was not known. */
  readonly byteOffset: number | null;
  /** Local time of the record, ISO 8601 without zone; null where it has none. */
  readonly time: string | null;
  /** The same in UTC; null where the zone is not known. */
  readonly utc: Timestamp | null;
  /** Of the record; empty where it names none. */
  readonly component: string;
  /** Key path, or section; null for other kinds. */
  readonly container: string | null;
  /** Value name, or field; null for other kinds. */
  readonly name: string | null;
  /** What it said: the message of a record, else the text itself; its first few hundred characters. */
  readonly text: string;
  /** Of what identifies it: message, key and value name, section and field, or line. See docs/notes-format.md. */
  readonly hash: string;
  /** Hashes of what stands before and after it in the same file; null at the ends. */
  readonly before: string | null;
  readonly after: string | null;
  /** Which one it is among those of equal hash and time in its file, from 0, and how many there are. */
  readonly twin: number;
  readonly twins: number;
}
