import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fileGrewNotification,
  followNotification,
  statusRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

async function verdict(client: TestClient): Promise<string | undefined> {
  return (await client.connection.sendRequest(statusRequest, { roots: [root], uri: null }))?.text;
}

async function start(): Promise<TestClient> {
  const client = await TestClient.start({ [logName]: logOf(queued) });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  return client;
}

test('a file that is followed is read on when it grows, without any event', async () => {
  using client = await start();
  assert.equal(await verdict(client), 'Enrollment: waiting at Enrollment schedule');
  client.files.reads.length = 0;
  await client.connection.sendNotification(followNotification, { uris: [client.uri(logName)] });
  client.files.write(logName, logOf(queued, failed));
  await client.until(() => (client.treeChanges > 0 ? true : undefined));
  assert.equal(await verdict(client), 'Enrollment: failed at Enrollment · 0x80180026');
  assert.deepEqual(client.files.reads, []);
});

test('an event about a followed file does not read all of it', async () => {
  using client = await start();
  await client.connection.sendNotification(followNotification, { uris: [client.uri(logName)] });
  client.files.write(logName, logOf(queued, failed));
  await client.until(() => (client.treeChanges > 0 ? true : undefined));
  client.files.reads.length = 0;
  client.files.write(logName, logOf(queued, failed, failed));
  const changes = [{ uri: client.uri(logName), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  const before = client.treeChanges;
  await client.until(() => (client.treeChanges > before ? true : undefined));
  assert.deepEqual(client.files.reads, []);
});

test('of a file that an editor has open the client is told, as its text counts', async () => {
  using client = await start();
  const uri = client.uri(logName);
  const grown: string[] = [];
  const told = new Promise<void>((resolve) => {
    client.connection.onNotification(fileGrewNotification, (params) => {
      grown.push(params.uri);
      resolve();
    });
  });
  await client.open(uri, logOf(queued));
  await client.connection.sendNotification(followNotification, { uris: [uri] });
  // Before it changes, it is looked at once: an answer tells that the notification has come in.
  await verdict(client);
  client.files.write(logName, logOf(queued, failed));
  await told;
  assert.deepEqual(grown, [uri]);
  assert.equal(await verdict(client), 'Enrollment: waiting at Enrollment schedule');
});
