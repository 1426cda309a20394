import type { Anchor, Change, Note, NoteComment, NoteFields, NotesFile, Timestamp } from './note.ts';

/** What somebody does to the notes of a case. Ids are made by the client and are unique. */
export type NoteEdit =
  | {
      readonly kind: 'add';
      readonly id: string;
      /** Null: the line is only pinned or marked. */
      readonly comment: NewComment | null;
      readonly fields: Partial<NoteFields>;
    }
  | { readonly kind: 'reply'; readonly id: string; readonly comment: NewComment }
  | {
      readonly kind: 'edit-comment';
      readonly id: string;
      readonly commentId: string;
      /** What the author saw when the edit began. */
      readonly before: string;
      readonly markdown: string;
    }
  | { readonly kind: 'delete-comment'; readonly id: string; readonly commentId: string }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'set'; readonly id: string; readonly fields: Partial<NoteFields> }
  /** Ties a note to another line, as its own was not found. */
  | { readonly kind: 're-anchor'; readonly id: string }
  /** Every note that is named gets its place; the others stay behind them. */
  | { readonly kind: 'reorder'; readonly ids: readonly string[] };

export interface NewComment {
  readonly id: string;
  readonly markdown: string;
}

/** The file after an edit; null where the note or comment is not there (any more). `anchor` is that of a new place. */
export function editNotes(
  file: NotesFile,
  edit: NoteEdit,
  by: Change,
  anchor: Anchor | null,
): NotesFile | null {
  switch (edit.kind) {
    case 'add':
      return anchor === null ? null : { ...file, notes: [...file.notes, newNote(file, edit, by, anchor)] };
    case 'reply':
      return change(file, edit.id, (note) => ({
        ...note,
        comments: [...note.comments, newComment(edit.comment, by)],
      }));
    case 'edit-comment':
      return changeComment(file, edit.id, edit.commentId, (comment) => edited(comment, edit, by));
    case 'delete-comment': {
      const without = changeComment(file, edit.id, edit.commentId, () => []);
      return without === null ? null : remembering(without, edit.commentId, by.time);
    }
    case 'delete': {
      const notes = file.notes.filter(({ id }) => id !== edit.id);
      if (notes.length === file.notes.length) return null;
      return remembering({ ...file, notes }, edit.id, by.time);
    }
    case 'set':
      return change(file, edit.id, (note) => withFields(note, edit.fields, by));
    case 're-anchor':
      return anchor === null
        ? null
        : change(file, edit.id, (note) => ({ ...withFields(note, {}, by), anchor }));
    case 'reorder':
      return reordered(file, edit.ids, by);
  }
}

function newNote(
  file: NotesFile,
  { id, comment, fields }: Extract<NoteEdit, { kind: 'add' }>,
  by: Change,
  anchor: Anchor,
): Note {
  return {
    id,
    state: 'open',
    mark: null,
    stage: null,
    pinned: false,
    order: 1 + file.notes.reduce((most, { order }) => Math.max(most, order), 0),
    ...fields,
    anchor,
    comments: comment === null ? [] : [newComment(comment, by)],
    changes: [by],
    conflicts: [],
    extra: {},
  };
}

function newComment({ id, markdown }: NewComment, { author, time }: Change): NoteComment {
  return { id, author, time, edits: [], markdown, extra: {} };
}

/** Where somebody else changed the text meanwhile, theirs stays beside the new one. */
function edited(
  comment: NoteComment,
  { before, markdown }: Extract<NoteEdit, { kind: 'edit-comment' }>,
  { time }: Change,
): readonly NoteComment[] {
  const mine = { ...comment, markdown, edits: [...comment.edits, time] };
  if (comment.markdown === before || comment.markdown === markdown) return [mine];
  return [{ ...comment, id: `${comment.id}~${comment.edits.at(-1) ?? comment.time}` }, mine];
}

function withFields(note: Note, fields: Partial<NoteFields>, by: Change): Note {
  return {
    ...note,
    ...fields,
    changes: [...note.changes, by],
    // Who sets a field decides what others had set.
    conflicts: note.conflicts.filter(({ field }) => !(field in fields)),
  };
}

function reordered(file: NotesFile, ids: readonly string[], by: Change): NotesFile {
  const places = new Map(ids.map((id, index) => [id, index + 1]));
  const rest = file.notes.filter(({ id }) => !places.has(id)).sort((left, right) => left.order - right.order);
  for (const { id } of rest) places.set(id, places.size + 1);
  return {
    ...file,
    notes: file.notes.map((note) => {
      const order = places.get(note.id) ?? note.order;
      return order === note.order ? note : withFields(note, { order }, by);
    }),
  };
}

function change(file: NotesFile, id: string, update: (note: Note) => Note): NotesFile | null {
  if (!file.notes.some((note) => note.id === id)) return null;
  return { ...file, notes: file.notes.map((note) => (note.id === id ? update(note) : note)) };
}

function changeComment(
  file: NotesFile,
  id: string,
  commentId: string,
  update: (comment: NoteComment) => readonly NoteComment[],
): NotesFile | null {
  const note = file.notes.find((each) => each.id === id);
  if (note?.comments.some((comment) => comment.id === commentId) !== true) return null;
  return change(file, id, (each) => ({
    ...each,
    comments: each.comments.flatMap((comment) => (comment.id === commentId ? update(comment) : [comment])),
  }));
}

function remembering(file: NotesFile, id: string, time: Timestamp): NotesFile {
  return { ...file, deleted: [...file.deleted.filter((deletion) => deletion.id !== id), { id, time }] };
}
