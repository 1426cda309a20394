import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refreshNotification, statusRequest, treeRequest } from '../../server/src/protocol.ts';
import type { TreeNode, TreeResult } from '../../server/src/protocol.ts';
import { dsregcmd, failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

function readTree(client: TestClient): Promise<TreeResult> {
  return client.connection.sendRequest(treeRequest, { roots: [root] });
}

/** `label: description` of each case. */
async function cases(client: TestClient): Promise<string[]> {
  return (await readTree(client)).cases.map(({ label, description }) => `${label}: ${description ?? ''}`);
}

function filesOf({ children }: TreeNode): string[] {
  return children.find(({ id }) => id.endsWith('#files'))?.children.map(({ label }) => label) ?? [];
}

test('each device is a case with its verdict', async () => {
  using client = await TestClient.start({
    [`PC-1/${logName}`]: logOf(failed),
    [`PC-2/CCM/Logs/${logName}`]: logOf(queued),
    'PC-2/dsregcmd.txt': dsregcmd,
  });
  assert.deepEqual(await cases(client), [
    'PC-1: failed at Enrollment · 0x80180026 · likely',
    'PC-2: waiting at Enrollment schedule',
  ]);
});

test('nine stages stand under a case, and its files', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed), 'dsregcmd.txt': dsregcmd });
  const [found] = (await readTree(client)).cases;
  assert.ok(found);
  assert.equal(found.children.filter(({ kind }) => kind === 'stage').length, 9);
  assert.deepEqual(filesOf(found), [logName, 'dsregcmd.txt']);
});

test('a click on the failed stage goes to the deciding line', async () => {
  using client = await TestClient.start({ [logName]: logOf(queued, failed) });
  const [found] = (await readTree(client)).cases;
  const stage = found?.children.find(({ id }) => id.endsWith('#enroll'));
  assert.equal(stage?.target?.uri, client.uri(logName));
  assert.equal(stage.target.range.start.line, 1);
});

test('where nothing is found the tree says so', async () => {
  using client = await TestClient.start({ 'readme.txt': 'nothing of interest' });
  assert.deepEqual(await readTree(client), {
    cases: [],
    message: 'No artefact was found in the only file of cases.',
    isComplete: true,
    filesSeen: 1,
  });
});

test('an empty folder is told from one whose files are no artefacts', async () => {
  using client = await TestClient.start({ '.git/config': 'hidden' });
  const { message, filesSeen } = await readTree(client);
  assert.deepEqual({ message, filesSeen }, { message: 'There is no file in cases.', filesSeen: 0 });
});

test('a log that was collected as an empty file is a case that says so', async () => {
  using client = await TestClient.start({ [logName]: '' });
  const [found] = (await readTree(client)).cases;
  assert.equal(found?.children[0]?.label, `${logName} was collected and holds nothing readable.`);
});

test('hidden folders and node_modules are passed over', async () => {
  using client = await TestClient.start({
    [`.git/${logName}`]: logOf(failed),
    [`node_modules/a/${logName}`]: logOf(failed),
  });
  assert.deepEqual(await cases(client), []);
});

test('an open document counts instead of its file, with every edit', async () => {
  using client = await TestClient.start({ [logName]: logOf(queued) });
  const uri = client.uri(logName);
  assert.deepEqual(await cases(client), ['cases: waiting at Enrollment schedule']);
  await client.open(uri, logOf(queued));
  const end = { line: 1, character: 0 };
  await client.change(uri, { range: { start: end, end }, text: logOf(queued, failed).split('\n')[1] ?? '' });
  await client.until(() => (client.treeChanges > 0 ? true : undefined));
  assert.deepEqual(await cases(client), ['cases: failed at Enrollment · 0x80180026 · likely']);
  await client.close(uri);
  assert.deepEqual(await cases(client), ['cases: waiting at Enrollment schedule']);
});

test('opening a file as it is changes nothing and reads nothing again', async () => {
  using client = await TestClient.start({ [logName]: logOf(queued) });
  await cases(client);
  await client.open(client.uri(logName), logOf(queued));
  assert.deepEqual(await cases(client), ['cases: waiting at Enrollment schedule']);
  assert.deepEqual(client.files.reads, [client.uri(logName)]);
  assert.equal(client.treeChanges, 0);
});

test('an open document that no root covers makes a case with the files beside it', async () => {
  using client = await TestClient.start({
    [`PC-1/${logName}`]: logOf(failed),
    'PC-1/dsregcmd.txt': dsregcmd,
  });
  await client.open(client.uri(`PC-1/${logName}`), logOf(failed));
  const { cases: found } = await client.connection.sendRequest(treeRequest, { roots: [] });
  assert.deepEqual(found.map(filesOf), [[logName, 'dsregcmd.txt']]);
});

test('text that was never saved is a case of its own', async () => {
  using client = await TestClient.start({});
  await client.open('untitled:Untitled-1', logOf(failed));
  const { cases: found } = await client.connection.sendRequest(treeRequest, { roots: [] });
  assert.deepEqual(
    found.map(({ label, description }) => [label, description]),
    [['Untitled-1', 'failed at Enrollment · 0x80180026 · likely']],
  );
});

test('changed files are read again, and only they', async () => {
  using client = await TestClient.start({
    [`PC-1/${logName}`]: logOf(queued),
    [`PC-2/${logName}`]: logOf(queued),
  });
  await cases(client);
  client.files.write(`PC-1/${logName}`, logOf(queued, failed));
  client.files.reads.length = 0;
  const changes = [{ uri: client.uri(`PC-1/${logName}`), type: 2 }];
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await client.until(() => (client.treeChanges > 0 ? true : undefined));
  assert.deepEqual(await cases(client), [
    'PC-1: failed at Enrollment · 0x80180026 · likely',
    'PC-2: waiting at Enrollment schedule',
  ]);
  assert.deepEqual(client.files.reads, [client.uri(`PC-1/${logName}`)]);
});

test('a refresh reads everything again', async () => {
  using client = await TestClient.start({ [logName]: logOf(queued) });
  await cases(client);
  await client.connection.sendNotification(refreshNotification, null);
  await cases(client);
  assert.equal(client.files.reads.length, 2);
});

test('a file that cannot be read is listed with its problem and keeps nobody else from being read', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed), 'locked.log': '' });
  client.files.locked.add('locked.log');
  const [found] = (await readTree(client)).cases;
  assert.ok(found);
  const files = found.children.find(({ id }) => id.endsWith('#files'));
  assert.match(files?.children.find(({ label }) => label === 'locked.log')?.tooltip ?? '', /EBUSY/);
});

test('the status is that of the case at hand', async () => {
  using client = await TestClient.start({
    [`PC-1/${logName}`]: logOf(failed),
    [`PC-2/${logName}`]: logOf(queued),
  });
  const status = (path: string | null) =>
    client.connection.sendRequest(statusRequest, {
      roots: [root],
      uri: path === null ? null : client.uri(path),
    });
  assert.equal((await status(`PC-1/${logName}`))?.text, 'Enrollment: failed at Enrollment · 0x80180026');
  assert.equal((await status('PC-2/notes.txt'))?.caseName, 'PC-2');
  assert.equal(await status(null), null);
});

test('a root within another root is searched on its own', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed), [`PC-2/${logName}`]: logOf(queued) });
  const roots = [root, `${root}/PC-2`];
  const { cases: found } = await client.connection.sendRequest(treeRequest, { roots });
  assert.deepEqual(
    found.map(({ id, label }) => [id, label]),
    [
      [root, 'cases'],
      [`${root}/PC-2`, 'PC-2'],
    ],
  );
});

test('the zone of times without one comes from the settings', async () => {
  const text = logOf(failed).replace('-060"', '"');
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  await client.open(uri, text);
  const settings = { comgmtLens: { timeZone: '-60' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  const hover = await client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character: 10 },
  });
  assert.match(JSON.stringify(hover), /10:00:00 local time · 09:00:00 UTC/);
});
