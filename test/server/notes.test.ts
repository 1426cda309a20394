import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import {
  editNotesRequest,
  notesPlacesRequest,
  notesRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import type { EditNotesParams, EditNotesResult, NotesOfCase, TreeNode } from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

type Edit = EditNotesParams['edit'];

const notesUri = `${root}/PC-1/PC-1.comgmt.json`;
const roots = [root];

async function edit(
  client: TestClient,
  text: string | null,
  change: Edit,
  line?: number,
): Promise<EditNotesResult> {
  const at =
    line === undefined ? null : { uri: client.uri(`PC-1/${logName}`), position: { line, character: 0 } };
  const caseId = `${root}/PC-1`;
  const by = { author: 'Ada', time: '2026-11-22T12:00:00.000Z' };
  return client.connection.sendRequest(editNotesRequest, { roots, caseId, text, edit: change, at, ...by });
}

/** The text of a notes file with one note on a line. */
async function noteOn(
  client: TestClient,
  line: number,
  fields: Extract<Edit, { kind: 'add' }>['fields'] = {},
): Promise<string> {
  const comment = { id: 'c1', markdown: 'The **tenant** forbids it' };
  const { text } = await edit(client, null, { kind: 'add', id: 'n1', comment, fields }, line);
  assert.ok(text !== null);
  return text;
}

async function show(client: TestClient, text: string): Promise<NotesOfCase> {
  const files = [{ uri: notesUri, caseId: `${root}/PC-1`, text }];
  const { cases } = await client.connection.sendRequest(notesRequest, { roots, files });
  const found = cases.find(({ caseName }) => caseName === 'PC-1');
  assert.ok(found);
  return found;
}

function all(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

test('the client learns where the notes of each case may lie and what their file is called', async () => {
  using client = await TestClient.start({
    [`PC-1/CCM/Logs/${logName}`]: logOf(failed),
    [`PC-2/${logName}`]: logOf(failed),
  });
  const places = await client.connection.sendRequest(notesPlacesRequest, { roots });
  assert.deepEqual(
    places.map(({ caseName, folders, fileName }) => [caseName, folders, fileName]),
    [
      ['PC-1', [`${root}/PC-1/CCM/Logs`], 'PC-1.comgmt.json'],
      ['PC-2', [`${root}/PC-2`], 'PC-2.comgmt.json'],
    ],
  );
});

test('a note on a line is shown at that line, also after the log has grown at its start', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const text = await noteOn(client, 1);
  const [before] = (await show(client, text)).notes;
  assert.deepEqual([before?.location?.range.start.line, before?.label], [1, 'Note']);
  const older = logOf('Older').replace('11-20-2026', '11-19-2026');
  client.files.write(`PC-1/${logName}`, older + logOf(queued, failed));
  const changes = [{ uri: client.uri(`PC-1/${logName}`), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const [after] = (await show(client, text)).notes;
  assert.equal(after?.location?.range.start.line, 2);
});

test('a note whose line is gone keeps what the line said', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const text = await noteOn(client, 1);
  client.files.write(`PC-1/${logName}`, logOf(queued));
  const changes = [{ uri: client.uri(`PC-1/${logName}`), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const [note] = (await show(client, text)).notes;
  assert.equal(note?.location, null);
  assert.match(note.lineText, /Failed to enroll/);
  assert.match(note.remarks.join(), /is in none of the files/);
});

test('a note follows what is typed into an open log', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed, queued) });
  const uri = client.uri(`PC-1/${logName}`);
  await client.open(uri, logOf(queued, failed, queued));
  const text = await noteOn(client, 1);
  const remove = (line: number) => ({
    range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
    text: '',
  });
  await client.change(uri, remove(0));
  assert.equal((await show(client, text)).notes[0]?.location?.range.start.line, 0);
  await client.change(uri, remove(0));
  assert.equal((await show(client, text)).notes[0]?.location, null);
});

test('the tree shows notes under their stage, the others in a group, and the client is told to ask again', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  await client.connection.sendRequest(treeRequest, { roots });
  const first = await noteOn(client, 1, { stage: 'enroll' });
  const { text } = await edit(
    client,
    first,
    { kind: 'add', id: 'n2', comment: null, fields: { pinned: true } },
    0,
  );
  const changes = client.treeChanges;
  await show(client, text ?? '');
  await client.until(() => (client.treeChanges > changes ? true : undefined));
  const nodes = all((await client.connection.sendRequest(treeRequest, { roots })).cases);
  assert.deepEqual(
    nodes.filter(({ kind }) => kind === 'note.open').map(({ id, label }) => [id, label]),
    [
      [`${root}/PC-1#note:n1`, 'The tenant forbids it'],
      [`${root}/PC-1#note:n2`, queued],
    ],
  );
  const stage = nodes.find(({ id }) => id === `${root}/PC-1#enroll`);
  assert.equal(stage?.children.at(-1)?.kind, 'note.open');
  assert.equal(nodes.find(({ id }) => id === `${root}/PC-1#notes`)?.description, '1 note');

  const resolved = await edit(
    client,
    text ?? '',
    { kind: 'set', id: 'n1', fields: { state: 'resolved' } },
    0,
  );
  await show(client, resolved.text ?? '');
  const again = all((await client.connection.sendRequest(treeRequest, { roots })).cases);
  assert.equal(again.find(({ id }) => id === `${root}/PC-1#note:n1`)?.kind, 'note.resolved');
});

test('what is marked as the cause is a warning at its line, and information once it is resolved', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const first = await noteOn(client, 0, { mark: 'cause' });
  await show(client, first);
  const uri = client.uri(`PC-1/${logName}`);
  const severity = async (wanted: DiagnosticSeverity): Promise<unknown> => {
    const { diagnostics } = await client.diagnostics(uri, (sent) =>
      sent.diagnostics.some(({ code, severity: actual }) => code === 'note' && actual === wanted),
    );
    return diagnostics.find(({ code }) => code === 'note')?.message;
  };
  assert.equal(
    await severity(DiagnosticSeverity.Warning),
    'Marked as the cause by Ada: The tenant forbids it',
  );
  const { text } = await edit(client, first, { kind: 'set', id: 'n1', fields: { state: 'resolved' } });
  await show(client, text ?? '');
  assert.ok(await severity(DiagnosticSeverity.Information));
});

test('an edit works on what stands in the file now, so that nobody is overwritten', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const first = await noteOn(client, 1);
  const theirs = await edit(client, first, {
    kind: 'reply',
    id: 'n1',
    comment: { id: 'b', markdown: 'From Bo' },
  });
  const mine = await edit(client, theirs.text, { kind: 'set', id: 'n1', fields: { mark: 'symptom' } });
  const [note] = (await show(client, mine.text ?? '')).notes;
  assert.deepEqual(
    [note?.mark, note?.comments.map(({ markdown }) => markdown)],
    ['symptom', ['The **tenant** forbids it', 'From Bo']],
  );
});

test('the files of two people are shown as one, each with its own source', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const mine = await noteOn(client, 1);
  const theirs = await edit(
    client,
    null,
    { kind: 'add', id: 'n9', comment: null, fields: { mark: 'red-herring' } },
    0,
  );
  const caseId = `${root}/PC-1`;
  const files = [
    { uri: notesUri, caseId, text: mine },
    { uri: `${root}/PC-1/bo.comgmt.json`, caseId, text: theirs.text ?? '' },
  ];
  const { cases } = await client.connection.sendRequest(notesRequest, { roots, files });
  assert.deepEqual(
    cases[0]?.notes.map(({ id, source }) => [id, source]),
    [
      ['n1', notesUri],
      ['n9', `${root}/PC-1/bo.comgmt.json`],
    ],
  );
});

test('a damaged file is told, and what it still holds is shown and kept by the next edit', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const damaged = (await noteOn(client, 1)).trimEnd().slice(0, -1);
  const shown = await show(client, damaged);
  assert.equal(shown.notes.length, 1);
  assert.match(shown.problems[0]?.message ?? '', /damaged.*1 note could still be read/);
  const { text, problems } = await edit(client, damaged, { kind: 'set', id: 'n1', fields: { pinned: true } });
  assert.equal(problems.length, 1);
  assert.equal((await show(client, text ?? '')).notes[0]?.pinned, true);
});

test('what cannot be done says why', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: `${logOf(queued)}\n\n` });
  const refusals = [
    await edit(client, null, { kind: 'add', id: 'n', comment: null, fields: {} }, 1),
    await edit(client, null, { kind: 'delete', id: 'gone' }),
    await edit(client, '{"format":"comgmt-lens-notes","version":9,"notes":[]}', { kind: 'reorder', ids: [] }),
    await edit(client, null, { kind: 'merge', text: 'no notes' }),
  ];
  assert.deepEqual(
    refusals.map(({ text }) => text),
    [null, null, null, null],
  );
  for (const { refusal } of refusals) assert.match(refusal ?? '', /[a-z]+.*\.$/);
});

test('two files merge into one', async () => {
  using client = await TestClient.start({ [`PC-1/${logName}`]: logOf(queued, failed) });
  const mine = await noteOn(client, 1);
  const theirs = await edit(client, null, { kind: 'add', id: 'n9', comment: null, fields: {} }, 0);
  const { text } = await edit(client, mine, { kind: 'merge', text: theirs.text ?? '' });
  assert.deepEqual(
    (await show(client, text ?? '')).notes.map(({ id }) => id),
    ['n1', 'n9'],
  );
});
