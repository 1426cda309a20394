import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover, Location } from 'vscode-languageserver-types';
import { treeRequest } from '../../server/src/protocol.ts';
import { logName, logOf } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

const guid = '4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C';
const log = logOf(`Enrollment ${guid}`);
const registry = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\${guid}]
"ProviderID"="MS DM Server"
`;

/** A case with a log that is open and a registry file that is not. */
async function startCase(): Promise<TestClient> {
  const client = await TestClient.start({ [logName]: log, 'enrollments.reg': registry });
  await client.connection.sendRequest(treeRequest, { roots: [root] });
  await client.open(client.uri(logName), log);
  return client;
}

function ask<Result>(client: TestClient, method: string, text: string): Promise<Result> {
  return client.connection.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: client.uri(logName) },
    position: { line: 0, character: log.indexOf(text) },
    context: { includeDeclaration: true },
  });
}

test('the definition of an id of a log is its key in a file that is not open', async () => {
  using client = await startCase();
  const [location, ...others] = await ask<Location[]>(client, 'definition', guid);
  assert.deepEqual(others, []);
  assert.equal(location?.uri, client.uri('enrollments.reg'));
  assert.equal(location.range.start.line, 2);
});

test('references of an id cover all files of the case', async () => {
  using client = await startCase();
  const locations = await ask<Location[]>(client, 'references', guid);
  assert.deepEqual(locations.map(({ uri }) => uri).sort(), [
    client.uri(logName),
    client.uri('enrollments.reg'),
  ]);
});

test('what is no id leads nowhere', async () => {
  using client = await startCase();
  assert.deepEqual(await ask<Location[]>(client, 'definition', 'Enrollment'), []);
  assert.deepEqual(await ask<Location[]>(client, 'references', 'Enrollment'), []);
});

test('hover tells what the id is in the registry of the case', async () => {
  using client = await startCase();
  const hover = await ask<Hover>(client, 'hover', guid);
  assert.match(JSON.stringify(hover.contents), /ProviderID = `MS DM Server`/);
});
