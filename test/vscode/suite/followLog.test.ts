import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionApi } from '../extension.ts';

const record =
  '<![LOG[Queuing enrollment timer to fire at 11/22/2026 03:17:00 local time]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\r\n';

describe('follow log', () => {
  const folder = vscode.Uri.file(join(tmpdir(), `comgmt-lens-follow-${process.pid}`));
  const uri = vscode.Uri.joinPath(folder, 'CoManagementHandler.log');
  const write = (records: number): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(record.repeat(records)));

  before(async () => write(300));
  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('keeps the last record in sight while the log grows, until the command is run again', async () => {
    const api = await extensionApi();
    const editor = await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('comgmtLens.followLog');
    assert.deepEqual(api.followedLogs(), [uri.toString()]);
    const lastLine = (): number => editor.visibleRanges.at(-1)?.end.line ?? 0;
    await eventually('the end of the log in sight', () => lastLine() >= 298);
    await write(900);
    await eventually('the new end in sight', () => lastLine() >= 898);
    await vscode.commands.executeCommand('comgmtLens.followLog');
    assert.deepEqual(api.followedLogs(), []);
  });

  it('names the followed log at hand, else that followed last, and a click stops the one that it names', async () => {
    const api = await extensionApi();
    const [other, third] = ['CoManagementHandler-1.log', 'CoManagementHandler-2.log'].map((name) =>
      vscode.Uri.joinPath(folder, name),
    );
    assert.ok(other && third);
    await vscode.workspace.fs.copy(uri, other);
    await vscode.workspace.fs.copy(uri, third);
    const click = async (): Promise<void> => {
      const { command, arguments: values = [] } = api.followItem()?.command ?? { command: '' };
      await vscode.commands.executeCommand(command, ...(values as unknown[]));
    };
    const named = (name: string) => (): boolean => api.followItem()?.text.endsWith(` ${name}`) === true;

    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand('comgmtLens.followLog');
    assert.equal(api.followItem()?.tooltip, 'Following CoManagementHandler.log. Click to stop following.');
    await vscode.window.showTextDocument(other, { preview: false });
    await eventually('the followed log while another one is at hand', named('CoManagementHandler.log'));
    await vscode.commands.executeCommand('comgmtLens.followLog');
    await eventually('the log at hand', named('CoManagementHandler-1.log'));
    assert.match(api.followItem()?.tooltip ?? '', /Click to stop following\. 2 logs are followed\.$/);

    await vscode.window.showTextDocument(uri);
    await eventually('the followed log that came to hand', named('CoManagementHandler.log'));
    await vscode.window.showTextDocument(third, { preview: false });
    await eventually('the log that was followed last', named('CoManagementHandler-1.log'));
    await click();
    assert.deepEqual(api.followedLogs(), [uri.toString()]);
    assert.ok(named('CoManagementHandler.log')());
    await click();
    assert.deepEqual(api.followedLogs(), []);
    assert.equal(api.followItem(), null);
  });

  it('ends when the last editor of the log is closed', async () => {
    const api = await extensionApi();
    await vscode.window.showTextDocument(uri, { preview: false });
    await vscode.commands.executeCommand('comgmtLens.followLog');
    await vscode.commands.executeCommand('workbench.action.splitEditor');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.deepEqual(api.followedLogs(), [uri.toString()]);
    await closeEditors();
    await eventually('the end of following', () => api.followedLogs().length === 0);
    assert.equal(api.followItem(), null);
  });
});
