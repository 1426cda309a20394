import type { FieldReader } from './fieldReader.ts';
import { anchorKinds, noteMarks, noteStates } from './note.ts';
import type { Anchor, Note, NoteComment } from './note.ts';
import { hashOf } from './textHash.ts';

/** Reads one note; null where it has no id or nothing says which line it is about. */
export function readNote(reader: FieldReader): Note | null {
  const id = reader.text('id');
  const note: Note = {
    id,
    state: reader.choice('state', noteStates, 'open'),
    mark: reader.choice('mark', noteMarks, null),
    stage: reader.textOrNull('stage'),
    pinned: reader.flag('pinned'),
    order: reader.number('order', 0),
    anchor: readAnchor(reader.object('anchor', `the anchor of the note ${id}`)),
    comments: reader.list('comments', `a comment of the note ${id}`, true).map(readComment).sort(byTime),
    changes: reader
      .list('changes', `a change of the note ${id}`, true)
      .map((change) => ({ author: change.text('author', ''), time: change.time('time') }))
      .sort(byTime),
    conflicts: reader.list('conflicts', `a conflict of the note ${id}`, true).map((conflict) => ({
      field: conflict.choice('field', ['mark', 'stage'], 'mark'),
      value: conflict.text('value'),
      author: conflict.text('author', ''),
      time: conflict.time('time'),
    })),
    extra: reader.rest(),
  };
  const isUsable = id !== '' && note.anchor.hash !== '';
  if (!isUsable) reader.problem('Without "id" and "anchor" it cannot be shown.');
  return isUsable ? note : null;
}

function readComment(reader: FieldReader): NoteComment {
  const author = reader.text('author', '');
  const time = reader.time('time');
  const markdown = reader.text('markdown');
  return {
    // Written by hand it may have none; then the same comment gets the same one in every copy.
    id: reader.text('id', hashOf(`${author}\u0001${time}\u0001${markdown}`)),
    author,
    time,
    edits: [...reader.texts('edits')].sort(),
    markdown,
    extra: reader.rest(),
  };
}

function readAnchor(reader: FieldReader): Anchor {
  const head = reader.object('fileHead', 'the file head of an anchor');
  return {
    kind: reader.choice('kind', anchorKinds, 'line'),
    file: reader.text('file'),
    fileSize: reader.number('fileSize', 0),
    fileHead: { lines: head.number('lines', 0), hash: head.text('hash', '') },
    line: reader.number('line', 1),
    row: reader.number('row', 0),
    offset: reader.number('offset', 0),
    byteOffset: reader.numberOrNull('byteOffset'),
    time: reader.textOrNull('time'),
    utc: reader.textOrNull('utc'),
    component: reader.text('component', ''),
    container: reader.textOrNull('container'),
    name: reader.textOrNull('name'),
    text: reader.text('text', ''),
    hash: reader.text('hash'),
    before: reader.textOrNull('before'),
    after: reader.textOrNull('after'),
    twin: reader.number('twin', 0),
    twins: reader.number('twins', 1),
  };
}

function byTime(left: { readonly time: string }, right: { readonly time: string }): number {
  return left.time < right.time ? -1 : left.time > right.time ? 1 : 0;
}
