import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, FoldingRange, Hover, Position } from 'vscode-languageserver-types';
import {
  explainCodeRequest,
  jumpTargetsRequest,
  neighbourFindingRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import { failed, logName, logOf, queued } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

function ask<Result>(client: TestClient, method: string, uri: string, position?: Position): Promise<Result> {
  return client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, position });
}

test('findings of an open document are pushed, with its version, and follow its edits', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  await client.open(uri, logOf(queued, failed));
  const { diagnostics, version } = await client.diagnostics(uri, (params) =>
    params.diagnostics.some(({ code }) => code === '0x80180026'),
  );
  assert.equal(version, 1);
  assert.equal(diagnostics.find(({ code }) => code === '0x80180026')?.range.start.line, 1);
  await client.change(uri, { text: logOf(queued) });
  const after = await client.diagnostics(uri, (params) => params.version === 2);
  assert.ok(after.diagnostics.every(({ code }) => code !== '0x80180026'));
});

test('errors and warnings of closed files of a case are pushed, and taken back with the case', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed) });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  const { diagnostics } = await client.diagnostics(client.uri(logName));
  assert.ok(diagnostics.every(({ severity }) => severity !== undefined && severity <= 2));
  assert.ok(diagnostics.length > 0);
  await client.connection.sendRequest(treeRequest, { roots: [] });
  await client.diagnostics(client.uri(logName), (params) => params.diagnostics.length === 0);
});

test('hover explains the code under the cursor', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  const text = logOf(failed);
  await client.open(uri, text);
  const hover = await ask<Hover>(client, 'hover', uri, { line: 0, character: text.indexOf('0x8018') });
  assert.match(JSON.stringify(hover.contents), /MENROLL_E_DEVICE_MANAGEMENT_BLOCKED/);
});

test('outline and folding of a log', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  await client.open(uri, logOf(queued, `${failed}\nsecond line`));
  const symbols = await ask<DocumentSymbol[]>(client, 'documentSymbol', uri);
  assert.ok(symbols.some(({ name, detail }) => name === 'Enrollment' && detail === 'failed'));
  assert.deepEqual(await ask<FoldingRange[]>(client, 'foldingRange', uri), [{ startLine: 1, endLine: 2 }]);
});

test('jumps lead to the deciding line of the case at hand, or of every case', async () => {
  using client = await TestClient.start({
    [`PC-1/${logName}`]: logOf(queued, failed),
    [`PC-2/${logName}`]: logOf(queued),
  });
  const jump = (uri: string | null) =>
    client.connection.sendRequest(jumpTargetsRequest, { roots: [root], uri });
  const [target] = (await jump(client.uri(`PC-1/${logName}`))).targets;
  assert.deepEqual([target?.caseName, target?.location.range.start.line], ['PC-1', 1]);
  assert.deepEqual(
    (await jump(null)).targets.map(({ caseName }) => caseName),
    ['PC-1', 'PC-2'],
  );
});

test('findings are visited across the files of a case', async () => {
  using client = await TestClient.start({
    [logName]: logOf(failed),
    'CoManagementHandler-20261119-100000.log': logOf(queued, failed),
  });
  const next = (uri: string | null, line: number) =>
    client.connection.sendRequest(neighbourFindingRequest, {
      roots: [root],
      uri,
      position: { line, character: 100 },
      direction: 'next',
    });
  const first = await next(client.uri(logName), 5);
  const all = new Set([first?.location.uri]);
  let at = first;
  for (let step = 1; step < (first?.total ?? 0); step++) {
    at = await next(at?.location.uri ?? null, at?.location.range.start.line ?? 0);
    all.add(at?.location.uri);
  }
  assert.equal(all.size, 2);
});

test('a typed code is explained in any form; what is no code is not', async () => {
  using client = await TestClient.start({});
  const explain = (text: string) => client.connection.sendRequest(explainCodeRequest, { text });
  for (const text of ['0x80180026', '80180026', '2149056550', '-2145910746']) {
    assert.equal((await explain(text))?.title, '0x80180026 MENROLL_E_DEVICE_MANAGEMENT_BLOCKED');
  }
  assert.equal(await explain('no code'), null);
});
