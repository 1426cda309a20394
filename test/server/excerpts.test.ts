import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentLink, Hover } from 'vscode-languageserver-types';
import {
  editNotesRequest,
  excerptPlaceRequest,
  excerptsChangedNotification,
  excerptTextRequest,
  followNotification,
  jumpTargetsRequest,
  lineEvidenceRequest,
  notesRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import type { EditNotesResult, NotesOfCase } from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

/** 3,001 lines, of which the failure is in the middle. */
const filler = logOf(queued).repeat(1_500);
const log = filler + logOf(failed) + filler;
const line = 1_500;
const here = { start: { line, character: 8 }, end: { line, character: 40 } };

async function start(longestDocument = 1_000): Promise<TestClient> {
  const client = await TestClient.start({ [logName]: log }, { longestDocument });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  return client;
}

async function placeOf(client: TestClient) {
  const place = await client.connection.sendRequest(excerptPlaceRequest, {
    uri: client.uri(logName),
    range: here,
  });
  assert.ok(place);
  const text = await client.connection.sendRequest(excerptTextRequest, { uri: place.uri });
  assert.ok(text !== null);
  return { ...place, text, lines: text.split('\n') };
}

/** Opens an excerpt in an editor that somebody sees. */
async function look(client: TestClient, uri: string, text: string): Promise<void> {
  await client.open(uri, text);
  await client.connection.sendNotification(followNotification, { uris: [uri] });
}

test('a file that can be opened needs no excerpt', async () => {
  using client = await start(50_000_000);
  const params = { uri: client.uri(logName), range: here };
  assert.equal(await client.connection.sendRequest(excerptPlaceRequest, params), null);
});

test('the view says that such a file opens in excerpts', async () => {
  using client = await start();
  const { message } = await client.connection.sendRequest(treeRequest, { roots: [root] });
  assert.match(message ?? '', /^CoManagementHandler\.log is above 50 MB.* open as excerpts\.$/);
});

test('an excerpt says which part of which file it is, and shows the lines around the place', async () => {
  using client = await start();
  const { range, lines } = await placeOf(client);
  assert.equal(
    lines[0],
    'Excerpt of CoManagementHandler.log: lines 1,301 to 1,700 of 3,002   ◀ earlier   later ▶',
  );
  assert.equal(lines[range.start.line], logOf(failed).trimEnd());
  assert.deepEqual([range.start.character, range.end.character], [8, 40]);
});

test('its name says which lines it shows, and its folder which case it is of', async () => {
  using client = await start();
  const { uri, lines } = await placeOf(client);
  const path = decodeURIComponent(uri.slice(0, uri.indexOf('?')));
  assert.equal(path, 'comgmt-lens-excerpt:/cases/CoManagementHandler (lines 1,301–1,700).log');
  assert.equal(lines.at(-1), 'End of this excerpt: line 1,700 of 3,002   ◀ earlier   later ▶');
});

test('the view names the case of a large file where another case has a file of that name', async () => {
  const files = { [`A/${logName}`]: log, [`B/${logName}`]: logOf(failed) };
  using client = await TestClient.start(files, { longestDocument: 1_000 });
  const { message } = await client.connection.sendRequest(treeRequest, { roots: [root] });
  assert.match(message ?? '', /^CoManagementHandler\.log of A is above 50 MB/);
});

test('the links in it lead to the excerpts before and behind, without a gap', async () => {
  using client = await start();
  const { uri, lines } = await placeOf(client);
  const links: DocumentLink[] = await client.connection.sendRequest('textDocument/documentLink', {
    textDocument: { uri },
  });
  assert.deepEqual(
    links.map(({ range: { start, end } }) => lines[start.line]?.slice(start.character, end.character)),
    ['◀ earlier', 'later ▶', '◀ earlier', 'later ▶'],
  );
  assert.equal(links[2]?.range.start.line, lines.length - 1);
  const heads = await Promise.all(
    links.slice(2).map(async ({ target = '' }) => {
      const text = await client.connection.sendRequest(excerptTextRequest, { uri: target });
      return /lines .* of/.exec(text ?? '')?.[0];
    }),
  );
  assert.deepEqual(heads, ['lines 901 to 1,300 of', 'lines 1,701 to 2,100 of']);
});

test('hover and diagnostics work in an excerpt, and it makes no case of its own', async () => {
  using client = await start();
  const { uri, text, range } = await placeOf(client);
  await look(client, uri, text);
  const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: range.start,
  });
  assert.match(JSON.stringify(hover), /0x80180026/i);
  const { diagnostics } = await client.diagnostics(uri);
  assert.deepEqual(
    diagnostics.map(({ code, range: { start } }) => [code, start.line]),
    [['0x80180026', range.start.line]],
  );
  const { cases } = await client.connection.sendRequest(treeRequest, { roots: [root] });
  assert.equal(cases.length, 1);
});

test('the case of an excerpt is that of its file', async () => {
  using client = await start();
  const { uri } = await placeOf(client);
  const { targets } = await client.connection.sendRequest(jumpTargetsRequest, { roots: [root], uri });
  assert.deepEqual(
    targets.map(({ location }) => location.uri),
    [client.uri(logName)],
  );
});

async function textOf(client: TestClient, uri: string): Promise<readonly string[]> {
  const text = await client.connection.sendRequest(excerptTextRequest, { uri });
  return text?.split('\n') ?? [];
}

async function linksOf(client: TestClient, uri: string): Promise<readonly DocumentLink[]> {
  return client.connection.sendRequest('textDocument/documentLink', { textDocument: { uri } });
}

async function write(client: TestClient, text: string): Promise<void> {
  client.files.writeBytes(logName, new TextEncoder().encode(text), true);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri(logName), type: 2 }],
  });
}

test('an open excerpt of a log that was rotated says so, and leads nowhere that is not there', async () => {
  using client = await start();
  const { uri, text } = await placeOf(client);
  const [earlier] = await linksOf(client, uri);
  await client.open(uri, text);
  const changed = new Promise<readonly string[]>((resolve) =>
    client.connection.onNotification(excerptsChangedNotification, ({ uris }) => resolve(uris)),
  );
  await write(client, logOf(queued).repeat(13));
  assert.deepEqual(await changed, [uri]);
  const [head, ...lines] = await textOf(client, uri);
  assert.equal(
    head,
    'Excerpt of CoManagementHandler.log: lines 1 to 13 of 14   This file has changed since: it has no lines 1,301 to 1,700 any more',
  );
  assert.equal(lines[0], logOf(queued).trimEnd());
  assert.equal(
    lines.at(-1),
    'End of this excerpt: line 13 of 14   This file has changed since: it has no lines 1,301 to 1,700 any more',
  );
  assert.deepEqual(await linksOf(client, uri), []);
  // A tab that was opened from the links of before.
  const [headBefore] = await textOf(client, earlier?.target ?? '');
  assert.match(headBefore ?? '', /This file has changed since: it has no lines 901 to 1,300 any more$/);
});

test('an excerpt of a log that another one replaced says so; the links in it lead to what is there now', async () => {
  using client = await start();
  const { uri } = await placeOf(client);
  await write(client, log.replaceAll('11-20-2026', '11-21-2026'));
  const [head] = await textOf(client, uri);
  assert.equal(
    head,
    'Excerpt of CoManagementHandler.log: lines 1,301 to 1,700 of 3,002   This file has changed since: its lines 1,301 to 1,700 are others now   ◀ earlier   later ▶',
  );
  const links = await linksOf(client, uri);
  assert.equal(links.length, 4);
  for (const { target = '' } of links) {
    assert.doesNotMatch((await textOf(client, target))[0] ?? '', /has changed/);
  }
});

test('an excerpt of a log that only grew does not say that the file has changed', async () => {
  using client = await start();
  for (const line of [1_500, 3_001]) {
    const place = await client.connection.sendRequest(excerptPlaceRequest, {
      uri: client.uri(logName),
      range: { start: { line, character: 0 }, end: { line, character: 0 } },
    });
    await write(client, log + filler);
    const [head] = await textOf(client, place?.uri ?? '');
    assert.match(head ?? '', /of 4,502 {3}/);
    assert.doesNotMatch(head ?? '', /has changed/);
    await write(client, log);
  }
});

test('an excerpt that nobody made is answered with nothing', async () => {
  using client = await start();
  for (const uri of ['comgmt-lens-excerpt:/x', 'comgmt-lens-excerpt:/x?%7B%22uri%22%3A1%7D']) {
    assert.equal(await client.connection.sendRequest(excerptTextRequest, { uri }), null);
  }
});

const caseId = root;

/** Adds a note at a line of a document, and gives the text of the notes file. */
async function addNote(client: TestClient, uri: string, at: number): Promise<EditNotesResult> {
  return client.connection.sendRequest(editNotesRequest, {
    ...{ roots: [root], caseId, text: null, author: 'Ada', time: '2026-11-22T12:00:00.000Z' },
    edit: { kind: 'add', id: 'n1', comment: { id: 'c1', markdown: 'This is why' }, fields: {} },
    at: { uri, position: { line: at, character: 0 } },
  });
}

async function notesOf(client: TestClient, text: string | null): Promise<NotesOfCase> {
  const files = [{ uri: `${root}/a.comgmt.json`, caseId, text: text ?? '' }];
  const { cases } = await client.connection.sendRequest(notesRequest, { roots: [root], files });
  assert.ok(cases[0]);
  return cases[0];
}

test('a note made in an excerpt is tied to the line of the file, and shown in every excerpt that has it', async () => {
  using client = await start();
  const { uri, text, range } = await placeOf(client);
  await client.open(uri, text);
  const { text: notes, refusal } = await addNote(client, uri, range.start.line);
  assert.equal(refusal, null);
  const { anchor } = (JSON.parse(notes ?? '') as { notes: { anchor: Record<string, unknown> }[] })
    .notes[0] ?? { anchor: {} };
  const offset = log.indexOf(logOf(failed));
  assert.deepEqual(
    [anchor['kind'], anchor['file'], anchor['line'], anchor['offset'], anchor['byteOffset']],
    ['record', logName, line + 1, offset, offset],
  );
  assert.equal(anchor['component'], 'CoManagementHandler');
  // Another excerpt that has the line in it, too, as after a step by its links.
  const other = uri.replaceAll(String(line), String(line + 60)).replace(String(line + 1), String(line + 61));
  const otherText = await client.connection.sendRequest(excerptTextRequest, { uri: other });
  await client.open(other, otherText ?? '');
  const shown = await notesOf(client, notes);
  assert.deepEqual(shown.notes[0]?.location?.range.start.line, line);
  const texts = new Map([
    [uri, text],
    [other, otherText ?? ''],
  ]);
  assert.equal(shown.excerpts.length, 2);
  for (const excerpt of shown.excerpts) {
    const [note] = excerpt.notes;
    assert.equal(note?.id, 'n1');
    assert.equal(texts.get(excerpt.uri)?.split('\n')[note.line], logOf(failed).trimEnd());
  }
});

test('what a note names as the cause is a problem in the excerpt, too', async () => {
  using client = await start();
  const { uri, text, range } = await placeOf(client);
  const added = await addNote(client, uri, range.start.line);
  await look(client, uri, text);
  await notesOf(client, (added.text ?? '').replace('"mark": null', '"mark": "cause"'));
  const { diagnostics } = await client.diagnostics(uri, (sent) =>
    sent.diagnostics.some(({ code }) => code === 'note'),
  );
  const cause = diagnostics.find(({ code }) => code === 'note');
  assert.equal(cause?.range.start.line, range.start.line);
  assert.equal(cause.message, 'Marked as the cause by Ada: This is why');
});

test('a note stays with its line when a large log has grown at its start, without its text being kept', async () => {
  using client = await start();
  const { uri, range } = await placeOf(client);
  const { text } = await addNote(client, uri, range.start.line);
  client.files.write(logName, logOf(queued).replace('11-20-2026', '11-19-2026').repeat(70) + log);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri(logName), type: 2 }],
  });
  const shown = await notesOf(client, text);
  assert.equal(shown.notes[0]?.location?.range.start.line, line + 70);
  assert.equal(shown.excerpts[0]?.notes[0]?.line, range.start.line);
});

test('a note is not made in an excerpt that shows what the file has no more', async () => {
  using client = await start();
  const { uri, text, range } = await placeOf(client);
  await client.open(uri, text);
  client.files.write(logName, filler.replaceAll('Queuing', 'Requeuing') + filler);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uri(logName), type: 2 }],
  });
  const { text: notes, refusal } = await addNote(client, uri, range.start.line);
  assert.equal(notes, null);
  assert.match(refusal ?? '', /has changed since this excerpt was opened/);
});

test('the line of an excerpt is copied as that of its file', async () => {
  using client = await start();
  const { uri, range } = await placeOf(client);
  const params = { roots: [root], uri, position: range.start };
  const evidence = await client.connection.sendRequest(lineEvidenceRequest, params);
  assert.match(evidence?.markdown ?? '', /CoManagementHandler\.log:1501/);
  assert.match(evidence?.markdown ?? '', /0x80180026/);
});
