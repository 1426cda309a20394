import type { Anchor, Note, NoteComment, NotesFile } from './note.ts';

/** A file as it stands in JSON, without its format and version: what tells nothing is left out. */
export function writeNotesFile(file: NotesFile): object {
  return {
    case: file.caseName,
    notes: file.notes.map(writeNote),
    ...(file.deleted.length === 0 ? {} : { deleted: file.deleted }),
    ...file.extra,
  };
}

function writeNote(note: Note): object {
  const { id, state, mark, stage, pinned, order, comments, anchor, changes, conflicts, extra } = note;
  return {
    id,
    state,
    mark,
    stage,
    pinned,
    order,
    comments: comments.map(writeComment),
    anchor: writeAnchor(anchor),
    changes,
    ...(conflicts.length === 0 ? {} : { conflicts }),
    ...extra,
  };
}

function writeComment({ id, author, time, edits, markdown, extra }: NoteComment): object {
  return { id, author, time, ...(edits.length === 0 ? {} : { edits }), markdown, ...extra };
}

function writeAnchor({ twin, twins, row, ...anchor }: Anchor): object {
  return { ...anchor, ...(row === 0 ? {} : { row }), ...(twins === 1 ? {} : { twin, twins }) };
}
