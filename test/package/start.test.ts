/** What the bundled server does while the client waits for it to start: nothing that it could do later. */
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { repository } from '../../scripts/terminal.ts';
import { withTemporaryFolder } from '../../scripts/vscode/index.ts';
import { buildAll } from '../../scripts/vsix.ts';
import { explainCodeRequest } from '../../server/src/protocol.ts';

/** Tells every file of ours that is loaded or read behind the server's own bundle. */
const spy = `
const files = require('node:fs');
const ours = /[\\\\/]dist[\\\\/](?!server\\.js)/;
for (const name of ['readFileSync', 'openSync', 'readFile', 'open']) {
  const real = files[name];
  files[name] = function (path, ...rest) {
    if (ours.test(String(path))) process.send({ spied: String(path) });
    return real.call(this, path, ...rest);
  };
}
const Module = require('node:module');
const load = Module._load;
Module._load = function (request, ...rest) {
  if (request.endsWith('core.js')) process.send({ spied: request });
  return load.call(this, request, ...rest);
};
`;

test('starting loads and reads nothing; what knows comes right after, the table of codes with the first code', async () => {
  await buildAll();
  await withTemporaryFolder(async (folder) => {
    const preloaded = join(folder, 'spy.cjs');
    writeFileSync(preloaded, spy);
    const child = fork(join(repository, 'dist/server.js'), ['--node-ipc'], {
      execArgv: ['--require', preloaded],
      silent: true,
    });
    const spied: string[] = [];
    const knowledge = new Promise<void>((resolve) => {
      child.on('message', (message) => {
        if (typeof message !== 'object' || !('spied' in message)) return;
        spied.push(String(message.spied));
        if (['core.js', 'catalogue.json'].every((name) => spied.some((path) => path.endsWith(name))))
          resolve();
      });
    });
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    try {
      await connection.sendRequest('initialize', { processId: null, capabilities: {}, rootUri: null });
      assert.equal(spied.length, 0, spied.join(', '));
      await connection.sendNotification('initialized', {});
      await knowledge;
      assert.ok(!spied.some((path) => path.endsWith('codes.tsv')), spied.join(', '));
      await connection.sendRequest(explainCodeRequest, { text: '0x80180026' });
      assert.ok(spied.some((path) => path.endsWith('codes.tsv')));
    } finally {
      connection.dispose();
      child.kill();
    }
  });
});
