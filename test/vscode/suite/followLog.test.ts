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
});
