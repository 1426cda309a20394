import type { NotesFile } from './note.ts';
import { readNote } from './readNote.ts';
import { completeObjectsIn } from './salvage.ts';
import { FieldReader } from './fieldReader.ts';
import { writeNotesFile } from './writeNotes.ts';

export const notesFormat = 'comgmt-lens-notes';
export const notesVersion = 1;

/** The content of a notes file, and what is wrong with it. */
export interface ParsedNotes {
  readonly file: NotesFile;
  /** What could not be read, in sentences for the user. With any of them, writing the file would lose something. */
  readonly problems: readonly string[];
  /** Written by a newer version: to be shown, but not to be written by this one. */
  readonly isNewer: boolean;
}

/** Reads a notes file. Never throws: of a damaged file it gives back every note that is whole. */
export function parseNotes(text: string): ParsedNotes {
  const content = text.replace(/^\ufeff/, '');
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    // What the engine says of it quotes the file, and differs from engine to engine.
    return salvaged(content);
  }
  const root = new FieldReader(value, null);
  const version = root.number('version', 0);
  if (root.text('format', '') !== notesFormat || version < 1) {
    root.problem(`It is no notes file: "format" has to be "${notesFormat}" and "version" ${notesVersion}.`);
  }
  const file: NotesFile = {
    caseName: root.text('case', ''),
    notes: root.list('notes', 'a note').flatMap((reader) => readNote(reader) ?? []),
    deleted: root.list('deleted', 'a deletion', true).map((reader) => ({
      id: reader.text('id'),
      time: reader.time('time'),
    })),
    extra: root.rest(['format', 'version']),
  };
  return { file: withoutDuplicates(file), problems: root.problems, isNewer: version > notesVersion };
}

/** The file as text: one order of keys, two blanks, a line end at the end; so that a difference shows what changed. */
export function serialiseNotes(file: NotesFile): string {
  const content = { format: notesFormat, version: notesVersion, ...writeNotesFile(file) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A file of no notes, for a case. */
export function emptyNotes(caseName: string): NotesFile {
  return { caseName, notes: [], deleted: [], extra: {} };
}

function salvaged(text: string): ParsedNotes {
  const notes = completeObjectsIn(text).flatMap((value) => readNote(new FieldReader(value, 'a note')) ?? []);
  const file = withoutDuplicates({ ...emptyNotes(''), notes });
  const read = file.notes.length === 1 ? '1 note' : `${file.notes.length} notes`;
  return {
    file,
    problems: [`The file is damaged: it is no valid JSON. ${read} could still be read.`],
    isNewer: false,
  };
}

/** Of two notes with one id, as in a file with both sides of a version control conflict, the first counts. */
function withoutDuplicates(file: NotesFile): NotesFile {
  const seen = new Set<string>();
  return {
    ...file,
    notes: file.notes.filter(({ id }) => {
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    }),
  };
}
