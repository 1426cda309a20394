/** What the server sends is limited at its source, however monstrous the case is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol, FoldingRange } from 'vscode-languageserver-types';
import {
  jumpTargetsRequest,
  lineEvidenceRequest,
  neighbourFindingRequest,
  statusRequest,
  treeChildrenRequest,
  treeRequest,
} from '../../server/src/protocol.ts';
import type { TreeNode } from '../../server/src/protocol.ts';
import { failed, logName, logOf } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

const mostCharacters = 500_000;
const roots = [root];

function flatten(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

function assertFits(answer: unknown, what: string): void {
  const { length } = JSON.stringify(answer);
  assert.ok(length <= mostCharacters, `${what} has ${length} characters`);
}

/** A failure in every record, each with a long tail of its own. */
function failures(count: number): string {
  return logOf(
    ...Array.from({ length: count }, (_, index) => `${failed}. ${'Really! '.repeat(40)} ${index}`),
  );
}

test('a thousand devices make a tree that fits, and every case can be reached', async () => {
  const names = Array.from({ length: 450 }, (_, index) => `PC-${String(index).padStart(4, '0')}`);
  using client = await TestClient.start(
    Object.fromEntries(names.map((name) => [`${name}/${logName}`, failures(3)])),
  );
  const reached: string[] = [];
  let { cases } = await client.connection.sendRequest(treeRequest, { roots });
  for (;;) {
    assertFits(cases, 'the tree');
    assert.ok(cases.length <= 200);
    reached.push(...cases.filter(({ kind }) => kind === 'case').map(({ label }) => label));
    const more = cases.find(({ kind }) => kind === 'more');
    if (more === undefined) break;
    cases = await client.connection.sendRequest(treeChildrenRequest, { roots, id: more.id });
  }
  assert.deepEqual(reached, names);
});

test('what was left out of an answer can be asked for, down to the last node', async () => {
  // As many rotated files as a year has days, and more.
  const files = Array.from({ length: 450 }, (_, day) => `CoManagementHandler-${20250101 + day}-101010.log`);
  using client = await TestClient.start(Object.fromEntries(files.map((file) => [file, failures(3)])));
  const { cases } = await client.connection.sendRequest(treeRequest, { roots });
  const seen = new Set<string>();
  const pending = [...cases];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    assert.ok(!seen.has(node.id), `${node.id} twice`);
    seen.add(node.id);
    const children =
      node.deferred === true
        ? await client.connection.sendRequest(treeChildrenRequest, { roots, id: node.id })
        : node.children;
    assertFits(children, node.id);
    assert.ok(children.length <= 200, `${node.id} has ${children.length} children`);
    assert.ok(node.deferred !== true || children.length > 0, `${node.id} is empty`);
    pending.push(...children);
  }
  for (const file of files)
    assert.ok(
      [...seen].some((id) => id.endsWith(file)),
      file,
    );
});

test('diagnostics and folds of a log full of failures are limited', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  const multiLine = logOf('one\ntwo').repeat(6_000);
  await client.open(uri, failures(6_000) + multiLine);
  const { diagnostics } = await client.diagnostics(uri);
  assert.ok(diagnostics.length <= 1_000);
  assertFits(diagnostics, 'the diagnostics');
  assert.match(
    JSON.stringify(diagnostics.at(-1)?.message),
    /[\d,]+ further findings of this file are not listed here\. Next Finding in Case visits all of them\./,
  );
  const textDocument = { uri };
  const folds: FoldingRange[] = await client.connection.sendRequest('textDocument/foldingRange', {
    textDocument,
  });
  assert.equal(folds.length, 5_000);
  assertFits(folds, 'the folds');
});

test('the outline of a registry hive is limited', async () => {
  using client = await TestClient.start({});
  const uri = client.uri('hive.reg');
  const keys = Array.from(
    { length: 6_000 },
    (_, index) => `[HKEY_LOCAL_MACHINE\\SOFTWARE\\${'Contoso\\'.repeat(30)}${index}]\n"Value"="1"\n`,
  );
  await client.open(uri, `Windows Registry Editor Version 5.00\n\n${keys.join('\n')}`, 'registry-export');
  const symbols: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri },
  });
  assert.ok(symbols.length > 500 && symbols.length <= 2_000, `${symbols.length} symbols`);
  assertFits(symbols, 'the outline');
});

test('the nodes of a small case come at once', async () => {
  using client = await TestClient.start({ [logName]: logOf(failed) });
  const { cases } = await client.connection.sendRequest(treeRequest, { roots });
  assert.deepEqual(
    flatten(cases).filter(({ deferred }) => deferred === true),
    [],
  );
});

test('diagnostics come worst first', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  await client.open(uri, failures(3_000));
  const { diagnostics } = await client.diagnostics(uri);
  const severities = diagnostics.map(({ severity }) => severity ?? 0);
  assert.deepEqual(severities.slice(0, -1), severities.slice(0, -1).toSorted());
});

test('answers about a GUID, a record or a finding fit, however often and long it stands there', async () => {
  using client = await TestClient.start({});
  const uri = client.uri(logName);
  const guid = '5a23fb4e-9c0e-4a52-8b7e-0f2d4c6a8e10';
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `Enrollment ${guid} was looked at, ${'again '.repeat(20)}${index}`,
  );
  await client.open(uri, logOf(...lines, `${failed} ${'x'.repeat(900_000)}`));
  await client.diagnostics(uri);
  const textDocument = { uri };
  const place = { line: 0, character: 30 };
  const ask = async (method: string, params: object): Promise<void> =>
    assertFits(await client.connection.sendRequest(method, params), method);
  await ask('textDocument/references', {
    textDocument,
    position: place,
    context: { includeDeclaration: true },
  });
  await ask('textDocument/definition', { textDocument, position: place });
  await ask('textDocument/hover', { textDocument, position: place });
  await ask('textDocument/hover', { textDocument, position: { line: 20_000, character: 12 } });
  await ask('textDocument/documentSymbol', { textDocument });
  await ask(statusRequest.method, { roots: [], uri });
  await ask(jumpTargetsRequest.method, { roots: [], uri });
  const from = { roots: [], uri, position: place, direction: 'next' };
  await ask(neighbourFindingRequest.method, from);
  await ask(lineEvidenceRequest.method, { roots: [], uri, position: { line: 20_000, character: 12 } });
});

test('the deciding lines of a thousand devices fit', async () => {
  const names = Array.from({ length: 1_000 }, (_, index) => `PC-${String(index).padStart(4, '0')}`);
  using client = await TestClient.start(
    Object.fromEntries(names.map((name) => [`${name}/${logName}`, failures(3)])),
  );
  const answer = await client.connection.sendRequest(jumpTargetsRequest, { roots, uri: null });
  assertFits(answer, 'the deciding lines');
  assert.ok(answer.left > 0);
  assert.equal(answer.targets.length + answer.left, names.length);
});
