import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  DidChangeWatchedFilesRegistrationOptions,
  RegistrationParams,
  RelativePattern,
  UnregistrationParams,
} from 'vscode-languageserver-protocol';
import { treeRequest } from '../../server/src/protocol.ts';
import { failed, logName, logOf } from './artefacts.ts';
import { root, TestClient } from './harness.ts';

/** Has the server ask for the tree of some folders one after the other; tells what the client watches in the end. */
async function watchedAfter(
  folders: readonly string[],
  relativePatternSupport: boolean,
): Promise<readonly string[]> {
  using client = await TestClient.start({ [`a/${logName}`]: logOf(failed) }, {}, [], {
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport } },
  });
  const watched = new Map<string, readonly string[]>();
  const changes: string[] = [];
  client.connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { id, registerOptions } of registrations) {
      const { watchers } = registerOptions as DidChangeWatchedFilesRegistrationOptions;
      changes.push('watch');
      watched.set(
        id,
        watchers.map(({ globPattern }) =>
          typeof globPattern === 'string' ? 'anywhere' : `below ${folderOf(globPattern)}`,
        ),
      );
    }
    return null;
  });
  client.connection.onRequest('client/unregisterCapability', ({ unregisterations }: UnregistrationParams) => {
    for (const { id } of unregisterations) watched.delete(id);
    return null;
  });
  for (const folder of folders) {
    await client.connection.sendRequest(treeRequest, { roots: [folder] });
    await client.connection.sendRequest(treeRequest, { roots: [folder] });
  }
  assert.deepEqual(client.log, []);
  assert.equal(changes.length, new Set(folders).size);
  return [...watched.values()].flat();
}

function folderOf({ baseUri }: RelativePattern): string {
  return typeof baseUri === 'string' ? baseUri : baseUri.uri;
}

test('files are watched below the folders that the client asks about', async () => {
  assert.deepEqual(await watchedAfter([`${root}/a`], true), [`below ${root}/a`]);
});

test('other folders are watched instead of the ones before', async () => {
  assert.deepEqual(await watchedAfter([root, `${root}/a`], true), [`below ${root}/a`]);
});

test('a client that knows no folders watches wherever it likes', async () => {
  assert.deepEqual(await watchedAfter([root], false), ['anywhere']);
});
