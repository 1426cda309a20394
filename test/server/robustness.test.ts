import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource, ErrorCodes } from 'vscode-languageserver-protocol';
import { explainCodeRequest, statusRequest, treeRequest } from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

test('a question of the user that fails is told as failed, not as nothing found, and the server lives on', async () => {
  let broken = true;
  using client = await TestClient.start(
    {},
    {
      loadCodeTable: () => {
        if (broken) throw new Error('the table is gone');
        return '';
      },
    },
  );
  await assert.rejects(client.connection.sendRequest(explainCodeRequest, { text: '0x80180026' }), {
    code: ErrorCodes.InternalError,
    message: 'The language server failed at the request comgmtLens/explainCode: the table is gone',
  });
  await client.until(() => client.log.find((line) => line.includes('the table is gone')));
  broken = false;
  assert.deepEqual(await client.connection.sendRequest(treeRequest, { roots: [] }), {
    cases: [],
    message: 'Open a folder with the logs of a device to see how far its enrollment came.',
    isComplete: true,
    filesSeen: 0,
  });
});

test('what the editor asks by itself is answered with nothing where it fails', async () => {
  using client = await TestClient.start(
    {},
    {
      loadCatalogue: () => {
        throw new Error('the catalogue is gone');
      },
    },
  );
  const uri = client.uri(logName);
  await client.open(uri, logOf(failed));
  const textDocument = { uri };
  const position = { line: 0, character: 0 };
  assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
  assert.deepEqual(await client.connection.sendRequest('textDocument/foldingRange', { textDocument }), []);
  assert.ok(client.log.some((line) => line.includes('the catalogue is gone')));
});

test('hostile text is answered like any other', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  const text = `${'<![LOG['.repeat(20_000)}\0\u202e]LOG]!>${'0x8018'.repeat(10_000)}\n[HKEY_LOCAL_MACHINE\\`;
  await client.open(uri, text);
  await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
  await client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
  const position = { line: 0, character: 140_010 };
  await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  assert.deepEqual(client.log, []);
});

test('positions and documents that do not exist are answered with nothing', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  const hover = (params: object) => client.connection.sendRequest('textDocument/hover', params);
  assert.equal(
    await hover({ textDocument: { uri: 'file:///gone' }, position: { line: 0, character: 0 } }),
    null,
  );
  await client.open(uri, '');
  assert.equal(await hover({ textDocument: { uri }, position: { line: 99, character: 99 } }), null);
  assert.deepEqual(client.log, []);
});

test('a withdrawn request is answered at once, and the reading it started ends', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed), 'WUAHandler.log': logOf(queued) });
  const release = client.files.hold();
  const source = new CancellationTokenSource();
  const tree = client.connection.sendRequest(treeRequest, { roots: [root] }, source.token);
  await client.files.asked;
  source.cancel();
  await assert.rejects(tree, /cancelled/);
  release();
  const { message } = await client.connection.sendRequest(treeRequest, { roots: [root] });
  assert.match(message ?? '', /was stopped\. Refresh to read the rest/);
});

test('withdrawing the status does not stop the reading that the tree waits for', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed) });
  const release = client.files.hold();
  const tree = client.connection.sendRequest(treeRequest, { roots: [root] });
  await client.files.asked;
  const source = new CancellationTokenSource();
  const status = client.connection.sendRequest(statusRequest, { roots: [root], uri: null }, source.token);
  source.cancel();
  await assert.rejects(status, /cancelled/);
  release();
  assert.equal((await tree).cases.length, 1);
});

test('progress shows while a reading takes long, can be stopped, and ends', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed) }, {}, [], {
    window: { workDoneProgress: true },
  });
  const release = client.files.hold();
  const values: { readonly kind: string; readonly cancellable?: boolean }[] = [];
  client.connection.onRequest('window/workDoneProgress/create', () => null);
  client.connection.onNotification('$/progress', ({ value }: { value: (typeof values)[number] }) => {
    values.push(value);
    if (value.kind === 'begin') release();
  });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  assert.deepEqual([values[0]?.kind, values[0]?.cancellable], ['begin', true]);
  assert.equal(values.at(-1)?.kind, 'end');
});
