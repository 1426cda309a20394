import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editNotes, type NoteEdit } from '../../../../server/src/analysis/notes/editNotes.ts';
import { mergeNotes } from '../../../../server/src/analysis/notes/mergeNotes.ts';
import type { NotesFile } from '../../../../server/src/analysis/notes/note.ts';
import { randomNumbers as pseudoRandom } from '../randomNumbers.ts';
import { anchorOf, commentOf, fileOf, noteOf } from './noteValues.ts';

const start = fileOf([noteOf('n1'), noteOf('n2', { order: 2 })]);

/** What somebody did, a minute of the day after another. */
function done(file: NotesFile, author: string, minute: number, ...edits: readonly NoteEdit[]): NotesFile {
  return edits.reduce((before, edit, index) => {
    const time = new Date(Date.UTC(2026, 10, 22, 12, minute + index)).toISOString();
    const after = editNotes(before, edit, { author, time }, anchorOf());
    assert.ok(after, `${author} could not ${edit.kind}`);
    return after;
  }, file);
}

function mergedBothWays(left: NotesFile, right: NotesFile): NotesFile {
  const merged = mergeNotes(left, right);
  assert.deepEqual(mergeNotes(right, left), merged, 'the order of the two makes a difference');
  assert.deepEqual(mergeNotes(merged, left), merged, 'merging once more makes a difference');
  assert.deepEqual(mergeNotes(merged, right), merged, 'merging once more makes a difference');
  return merged;
}

const mark = (value: 'cause' | 'symptom'): NoteEdit => ({ kind: 'set', id: 'n1', fields: { mark: value } });
const reply = (id: string, markdown: string): NoteEdit => ({
  kind: 'reply',
  id: 'n1',
  comment: { id, markdown },
});

test('notes and comments of both sides are there', () => {
  const ada = done(start, 'Ada', 0, reply('a', 'From Ada'), {
    kind: 'add',
    id: 'n3',
    comment: { id: 'n3c', markdown: 'New' },
    fields: {},
  });
  const bo = done(start, 'Bo', 1, reply('b', 'From Bo'));
  const merged = mergedBothWays(ada, bo);
  assert.deepEqual(
    merged.notes.map(({ id, comments }) => [id, comments.map(({ markdown }) => markdown)]),
    [
      ['n1', ['Look here', 'From Ada', 'From Bo']],
      ['n2', ['Look here']],
      ['n3', ['New']],
    ],
  );
});

test('who knew the other copy decides, and nothing is in conflict', () => {
  const ada = done(start, 'Ada', 0, mark('cause'));
  const bo = done(ada, 'Bo', 5, mark('symptom'));
  const [note] = mergedBothWays(ada, bo).notes;
  assert.deepEqual([note?.mark, note?.conflicts], ['symptom', []]);
});

test('of two that did not know each other the later decides, and the other stays visible until it is set again', () => {
  const ada = done(start, 'Ada', 0, mark('cause'));
  const bo = done(start, 'Bo', 5, mark('symptom'));
  const merged = mergedBothWays(ada, bo);
  const [note] = merged.notes;
  assert.equal(note?.mark, 'symptom');
  assert.deepEqual(note.conflicts, [
    { field: 'mark', value: 'cause', author: 'Ada', time: '2026-11-22T12:00:00.000Z' },
  ]);
  assert.deepEqual(done(merged, 'Cy', 9, mark('cause')).notes[0]?.conflicts, []);
});

test('what only one side set is taken, whoever was later', () => {
  const ada = done(start, 'Ada', 0, mark('cause'));
  const bo = done(start, 'Bo', 5, { kind: 'set', id: 'n1', fields: { pinned: true } });
  const [note] = mergedBothWays(ada, bo).notes;
  assert.deepEqual([note?.mark, note?.pinned, note?.conflicts], ['cause', true, []]);
});

test('a comment that both edited keeps both texts', () => {
  const edit = (markdown: string): NoteEdit => ({
    kind: 'edit-comment',
    id: 'n1',
    commentId: 'n1-c',
    before: 'Look here',
    markdown,
  });
  const merged = mergedBothWays(done(start, 'Ada', 0, edit('Mine')), done(start, 'Bo', 5, edit('Theirs')));
  assert.deepEqual(merged.notes[0]?.comments.map(({ markdown }) => markdown).sort(), ['Mine', 'Theirs']);
});

test('an edit of a text that somebody else changed meanwhile keeps theirs', () => {
  const theirs = fileOf([noteOf('n1', { comments: [commentOf('n1-c', 'Theirs')] })]);
  const edit: NoteEdit = {
    kind: 'edit-comment',
    id: 'n1',
    commentId: 'n1-c',
    before: 'Look here',
    markdown: 'Mine',
  };
  assert.deepEqual(
    done(theirs, 'Ada', 0, edit).notes[0]?.comments.map(({ markdown }) => markdown),
    ['Theirs', 'Mine'],
  );
});

test('what was deleted does not come back from an older copy', () => {
  const ada = done(
    start,
    'Ada',
    0,
    { kind: 'delete', id: 'n1' },
    { kind: 'delete-comment', id: 'n2', commentId: 'n2-c' },
  );
  const merged = mergedBothWays(ada, start);
  assert.deepEqual(
    merged.notes.map(({ id, comments }) => [id, comments.length]),
    [['n2', 0]],
  );
});

test('a note that was deleted here and answered there later stays', () => {
  const ada = done(start, 'Ada', 0, { kind: 'delete', id: 'n1' });
  const bo = done(start, 'Bo', 5, reply('b', 'But look'));
  assert.deepEqual(
    mergedBothWays(ada, bo).notes.map(({ id }) => id),
    ['n1', 'n2'],
  );
});

test('a new order of the walk numbers every note, the unnamed behind', () => {
  const three = fileOf([noteOf('a'), noteOf('b', { order: 2 }), noteOf('c', { order: 3 })]);
  const { notes } = done(three, 'Ada', 0, { kind: 'reorder', ids: ['c', 'a'] });
  assert.deepEqual(
    notes.map(({ id, order }) => [id, order]),
    [
      ['a', 2],
      ['b', 3],
      ['c', 1],
    ],
  );
});

test('an edit of what is not there changes nothing', () => {
  const by = { author: 'Ada', time: '2026-11-22T12:00:00.000Z' };
  for (const edit of [
    { kind: 'set', id: 'gone', fields: {} },
    { kind: 'delete', id: 'gone' },
    { kind: 'delete-comment', id: 'n1', commentId: 'gone' },
    { kind: 'reply', id: 'gone', comment: { id: 'x', markdown: '' } },
  ] as const) {
    assert.equal(editNotes(start, edit, by, null), null);
  }
});

test('whatever two people do to their copies, both orders of merging agree and no comment is lost', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = pseudoRandom(seed);
    const ada = atRandom(random, 'Ada', seed);
    const bo = atRandom(random, 'Bo', seed);
    const merged = mergedBothWays(ada, bo);
    const texts = new Set(merged.notes.flatMap(({ comments }) => comments.map(({ markdown }) => markdown)));
    const gone = new Set(merged.deleted.map(({ id }) => id));
    for (const note of [...ada.notes, ...bo.notes]) {
      if (gone.has(note.id)) continue;
      for (const { id, markdown, edits, time } of note.comments) {
        if (gone.has(id) || (edits.length === 0 && time === '2026-11-22T10:00:00.000Z')) continue;
        assert.ok(texts.has(markdown), `seed ${seed}: ${markdown} is lost`);
      }
    }
  }
});

/** A few edits drawn at random, at minutes that only this author has. */
function atRandom(random: () => number, author: string, seed: number): NotesFile {
  let file = start;
  let minute = author === 'Ada' ? 0 : 1;
  for (let step = 0; step < 4; step++) {
    minute += 2 * (1 + Math.floor(random() * 5));
    const id = random() > 0.5 ? 'n1' : 'n2';
    const text = `${author} ${seed} ${step}`;
    const before = file.notes.find((note) => note.id === id)?.comments.find((one) => one.id === `${id}-c`);
    const edits: readonly NoteEdit[] = [
      { kind: 'reply', id, comment: { id: text, markdown: text } },
      { kind: 'edit-comment', id, commentId: `${id}-c`, before: before?.markdown ?? '', markdown: text },
      { kind: 'set', id, fields: { mark: random() > 0.5 ? 'cause' : 'symptom' } },
      { kind: 'set', id, fields: { stage: random() > 0.5 ? 'join' : null, state: 'resolved' } },
      { kind: 'add', id: text, comment: null, fields: { pinned: true } },
      { kind: 'delete', id },
    ];
    const edit = edits[Math.floor(random() * edits.length)];
    if (edit === undefined) continue;
    const time = new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString();
    file = editNotes(file, edit, { author, time }, anchorOf()) ?? file;
  }
  return file;
}
