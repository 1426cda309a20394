import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-types';
import {
  excerptPlaceRequest,
  excerptTextRequest,
  followNotification,
  statusRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

/** Forty-one failures with many lines of the timer between them: of what is repeated so often a large folder drops most. */
const round = logOf(queued).repeat(60) + logOf(failed);
const attempts = 41;
const log = Array.from({ length: attempts }, (_, day) => round.replaceAll('11-20-2026', dateOf(day))).join(
  '',
);
const failedLine = 61 * 20 + 60;

function dateOf(day: number): string {
  const date = new Date(Date.UTC(2026, 8, 1 + day)).toISOString();
  return `${date.slice(5, 7)}-${date.slice(8, 10)}-${date.slice(0, 4)}`;
}

async function start(): Promise<TestClient> {
  const client = await TestClient.start({ [logName]: log }, { longestDocument: 1_000 });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  return client;
}

/** What the tree and the status bar say, with the file at hand. */
async function caseOf(client: TestClient): Promise<unknown> {
  const tree = await client.connection.sendRequest(treeRequest, { roots: [root] });
  const status = await client.connection.sendRequest(statusRequest, {
    roots: [root],
    uri: client.uri(logName),
  });
  return { tree, status };
}

async function openExcerpt(client: TestClient, line = failedLine): Promise<string> {
  const place = await client.connection.sendRequest(excerptPlaceRequest, {
    uri: client.uri(logName),
    range: { start: { line, character: 0 }, end: { line, character: 10 } },
  });
  assert.ok(place);
  const text = await client.connection.sendRequest(excerptTextRequest, { uri: place.uri });
  await client.open(place.uri, text ?? '');
  await follow(client, place.uri);
  return place.uri;
}

async function follow(client: TestClient, ...uris: readonly string[]): Promise<void> {
  await client.connection.sendNotification(followNotification, { uris });
}

/** What was said of a file, without saying where. */
function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ severity, message }) => JSON.stringify([severity, message])).sort();
}

test('an excerpt that is opened and closed changes nothing in tree and status', async () => {
  using client = await start();
  const before = await caseOf(client);
  assert.equal(JSON.stringify(before).match(/"kind":"attempt"/g)?.length, attempts);
  const { treeChanges } = client;
  const { bytesRead } = client.files;
  const uri = await openExcerpt(client);
  await client.diagnostics(uri);
  // The file is followed from now on, and was read for that.
  await client.until(() => (client.files.bytesRead - bytesRead >= log.length ? true : undefined));
  assert.deepEqual(await caseOf(client), before);
  await follow(client);
  await client.close(uri);
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
  assert.deepEqual(await caseOf(client), before);
  await openExcerpt(client, failedLine + 10);
  assert.deepEqual(await caseOf(client), before);
  assert.equal(client.treeChanges, treeChanges);
});

test('a log that grows while an excerpt of it is open keeps all its attempts', async () => {
  using client = await start();
  await openExcerpt(client);
  const last = round.replaceAll('11-20-2026', dateOf(attempts));
  const { treeChanges } = client;
  client.files.write(logName, log + last);
  await client.until(() => (client.treeChanges > treeChanges ? true : undefined));
  assert.equal(JSON.stringify(await caseOf(client)).match(/"kind":"attempt"/g)?.length, attempts + 1);
});

test('a finding is counted once: in the excerpt while somebody sees it, else in the file', async () => {
  using client = await start();
  const file = client.uri(logName);
  const before = await client.diagnostics(file);
  assert.ok(before.diagnostics.length > 1);
  const uri = await openExcerpt(client);
  const inExcerpt = await client.diagnostics(uri);
  const during = await client.diagnostics(file, (sent) => sent !== before);
  const worst = inExcerpt.diagnostics.filter(({ severity = 1 }) => severity <= 2);
  assert.ok(worst.length > 0);
  assert.deepEqual(said([...during.diagnostics, ...worst]), said(before.diagnostics));
  // The editor is closed; VS Code keeps the document for some minutes more.
  await follow(client);
  await client.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
  const after = await client.diagnostics(file, (sent) => sent !== during);
  assert.deepEqual(after, before);
});
