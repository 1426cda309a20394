import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionId, openSample } from '../extension.ts';

describe('activation', () => {
  after(closeEditors);

  it('is installed', () => {
    assert.ok(vscode.extensions.getExtension(extensionId), `${extensionId} is not installed`);
  });

  it('wakes up when a log of the ConfigMgr client is opened', async () => {
    const { document } = await openSample('failed/CoManagementHandler.log');
    assert.equal(document.languageId, 'ccmlog');
    await eventually('the extension is active', () => vscode.extensions.getExtension(extensionId)?.isActive);
  });

  it('tells the languages of the other artefacts', async () => {
    assert.equal((await openSample('failed/enrollment.reg')).document.languageId, 'registry-export');
    assert.equal((await openSample('failed/dsregcmd-status.txt')).document.languageId, 'dsregcmd');
  });

  it('registers every command of the manifest', async () => {
    const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      manifest.contributes.commands
        .map(({ command }) => command)
        .filter((command) => !registered.has(command)),
      [],
    );
  });
});
