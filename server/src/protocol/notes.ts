import { RequestType } from 'vscode-languageserver-protocol';
import type { DocumentUri, Position } from 'vscode-languageserver-types';
import type { NotesFileEdit, NotesText, ShownNote } from '../analysis/index.ts';
import type { RootsParams } from './cases.ts';

/** A case as far as its notes go: where they are kept is up to the client, which reads and writes the files. */
export interface NotesPlace {
  readonly caseId: string;
  readonly caseName: string;
  /** Folders in which notes files of the case may lie, the case's own first; empty for a document without folder. */
  readonly folders: readonly DocumentUri[];
  /** How the notes file of the case is called where there is none yet. */
  readonly fileName: string;
}

/** Client to server: the cases, with the folders in which to look for their notes. */
export const notesPlacesRequest = new RequestType<RootsParams, readonly NotesPlace[], void>(
  'comgmtLens/notesPlaces',
);

export interface NotesParams extends RootsParams {
  /** Every notes file there is, with its content. The server keeps them, for the tree and the diagnostics. */
  readonly files: readonly (NotesText & { readonly caseId: string })[];
}

export interface NotesResult {
  readonly cases: readonly NotesOfCase[];
}

export interface NotesOfCase {
  readonly caseId: string;
  readonly caseName: string;
  /** In the order of the walk. */
  readonly notes: readonly ShownNote[];
  /** The stages that a note can be tied to. */
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  /** The documents whose lines can carry notes. */
  readonly documents: readonly DocumentUri[];
  /** The excerpts whose lines can: those that are open, and those around the lines of notes. */
  readonly excerpts: readonly ExcerptNotes[];
  /** What could not be read of which notes file. */
  readonly problems: readonly { readonly uri: DocumentUri; readonly message: string }[];
}

/** An excerpt of a file that is too large to be open, with the notes that stand in it. */
export interface ExcerptNotes {
  readonly uri: DocumentUri;
  /** Ids of notes, and lines of the excerpt, from 0. */
  readonly notes: readonly { readonly id: string; readonly line: number }[];
}

/** Client to server: these are the notes files; where do their notes stand? */
export const notesRequest = new RequestType<NotesParams, NotesResult, void>('comgmtLens/notes');

export interface EditNotesParams extends RootsParams {
  readonly caseId: string;
  /** What stands in the notes file at this moment; null where there is none yet. */
  readonly text: string | null;
  readonly edit: NotesFileEdit;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The line of a new note, in a file or in an excerpt; null for other edits. */
  readonly at: { readonly uri: DocumentUri; readonly position: Position } | null;
}

export interface EditNotesResult {
  /** What is to be written; null where nothing is, for the reason in `refusal`. */
  readonly text: string | null;
  readonly refusal: string | null;
  /** What could not be read of the file and would be lost: the old file is to be kept aside first. */
  readonly problems: readonly string[];
}

/** Client to server: edit the text of a notes file. Changes nothing on the server. */
export const editNotesRequest = new RequestType<EditNotesParams, EditNotesResult, void>(
  'comgmtLens/editNotes',
);
