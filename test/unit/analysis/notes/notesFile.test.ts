import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { parseNotes, serialiseNotes } from '../../../../server/src/analysis/notes/notesFile.ts';
import { commentOf, fileOf, noteOf } from './noteValues.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../schemas/notes.schema.json', import.meta.url), 'utf8'),
) as object;
const satisfiesSchema = new Ajv({ allowUnionTypes: true }).compile(schema);

const full = fileOf(
  [
    noteOf('n1', {
      mark: 'cause',
      stage: 'enroll',
      pinned: true,
      state: 'resolved',
      comments: [
        commentOf('c1', 'First'),
        commentOf('c2', 'Edited', { edits: ['2026-11-22T11:00:00.000Z'] }),
      ],
      conflicts: [{ field: 'mark', value: 'symptom', author: 'Bo', time: '2026-11-22T09:00:00.000Z' }],
    }),
    noteOf('n2', { comments: [] }),
  ],
  { deleted: [{ id: 'n0', time: '2026-11-22T08:00:00.000Z' }] },
);

test('what is written is read back as it was', () => {
  assert.deepEqual(parseNotes(serialiseNotes(full)), { file: full, problems: [], isNewer: false });
});

test('what is written satisfies the schema that the editor checks with', () => {
  assert.ok(satisfiesSchema(JSON.parse(serialiseNotes(full))), JSON.stringify(satisfiesSchema.errors));
  assert.ok(!satisfiesSchema({ format: 'comgmt-lens-notes', version: 1, notes: [{ id: 'n' }] }));
});

test('writing twice gives the same text', () => {
  const text = serialiseNotes(full);
  assert.equal(serialiseNotes(parseNotes(text).file), text);
});

test('what a newer version added is kept', () => {
  const text = serialiseNotes(full).replace('"id": "n1",', '"id": "n1",\n      "colour": "red",');
  const { file, problems } = parseNotes(text.replace('"case":', '"camera": 1, "case":'));
  assert.deepEqual(problems, []);
  const again = serialiseNotes(file);
  assert.match(again, /"colour": "red"/);
  assert.match(again, /"camera": 1/);
});

test('a file of a newer version is told apart', () => {
  assert.equal(parseNotes(serialiseNotes(full).replace('"version": 1', '"version": 2')).isNewer, true);
});

test('of a file that was cut anywhere, every note before the cut is read and the damage is told', () => {
  const text = serialiseNotes(full);
  const secondBegins = text.indexOf('"n2"');
  for (let length = 0; length < text.trimEnd().length; length++) {
    const { file, problems } = parseNotes(text.slice(0, length));
    assert.ok(problems.length > 0, `cut at ${length}`);
    if (length > secondBegins) assert.deepEqual(file.notes[0], full.notes[0], `cut at ${length}`);
  }
});

test('a file with both sides of a version control conflict gives the notes of both', () => {
  const text = serialiseNotes(fileOf([noteOf('n1'), noteOf('n2'), noteOf('n3')]));
  const before = text.lastIndexOf('    {', text.indexOf('"n2"'));
  assert.ok(before > 0);
  const torn = `${text.slice(0, before)}<<<<<<< ours\n${text.slice(before)}=======\n>>>>>>> theirs\n`;
  const { file, problems } = parseNotes(torn);
  assert.deepEqual(
    file.notes.map(({ id }) => id),
    ['n1', 'n2', 'n3'],
  );
  assert.deepEqual(problems, ['The file is damaged: it is no valid JSON. 3 notes could still be read.']);
});

test('a note that is wrong is told, and the others are read', () => {
  const { file, problems } = parseNotes(
    JSON.stringify({
      format: 'comgmt-lens-notes',
      version: 1,
      notes: [{ id: 7 }, JSON.parse(JSON.stringify({ ...noteOf('n2') })) as unknown, 'no note'],
    }),
  );
  assert.deepEqual(
    file.notes.map(({ id }) => id),
    ['n2'],
  );
  assert.ok(problems.some((problem) => problem === 'In a note: "id" has to be a text.'));
});

test('a file that is none is no notes file, whatever it holds', () => {
  for (const text of ['', 'null', '[]', '7', '"x"', '{}', '{"notes":[]}', `{"__proto__":{"notes":[1]}}`]) {
    const { file, problems } = parseNotes(text);
    assert.deepEqual(file.notes, []);
    assert.ok(problems.length > 0, text);
  }
  assert.match(parseNotes('{}').problems[0] ?? '', /^It is no notes file: /);
});

test('a hostile file takes no long time', () => {
  const deep = '{"anchor":'.repeat(100_000);
  for (const text of [deep, `${deep}${'}'.repeat(100_000)}`, '"\\'.repeat(300_000), '{'.repeat(500_000)]) {
    const started = performance.now();
    assert.deepEqual(parseNotes(text).file.notes, []);
    assert.ok(performance.now() - started < 2_000);
  }
});
