import type { Anchor, Note, NoteComment, NotesFile } from '../../../../server/src/analysis/notes/note.ts';

/** Values of notes for tests: whole and harmless, to be changed where the test looks. */

export function anchorOf(values: Partial<Anchor> = {}): Anchor {
  return {
    kind: 'record',
    file: 'CoManagementHandler.log',
    fileSize: 1_000,
    fileHead: { lines: 1, hash: '0123456789abcdef' },
    line: 3,
    row: 0,
    offset: 200,
    byteOffset: 203,
    time: '2026-11-20T10:00:00.000',
    utc: '2026-11-20T09:00:00.000Z',
    component: 'CoManagementHandler',
    container: null,
    name: null,
    text: 'Failed to enroll',
    hash: 'fedcba9876543210',
    before: null,
    after: '00000000ffffffff',
    twin: 0,
    twins: 1,
    ...values,
  };
}

export function commentOf(id: string, markdown: string, values: Partial<NoteComment> = {}): NoteComment {
  return { id, author: 'Ada', time: '2026-11-22T10:00:00.000Z', edits: [], markdown, extra: {}, ...values };
}

export function noteOf(id: string, values: Partial<Note> = {}): Note {
  return {
    id,
    state: 'open',
    mark: null,
    stage: null,
    pinned: false,
    order: 1,
    anchor: anchorOf(),
    comments: [commentOf(`${id}-c`, 'Look here')],
    changes: [{ author: 'Ada', time: '2026-11-22T10:00:00.000Z' }],
    conflicts: [],
    extra: {},
    ...values,
  };
}

export function fileOf(notes: readonly Note[], values: Partial<NotesFile> = {}): NotesFile {
  return { caseName: 'PC-1', notes, deleted: [], extra: {}, ...values };
}
