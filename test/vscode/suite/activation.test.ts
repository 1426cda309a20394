import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';

const extensionId = 'comgmt-lens.comgmt-lens';

const record =
  '<![LOG[Queuing enrollment timer to fire at 01/06/2026 10:00:00 local time]LOG]!>' +
  '<time="09:00:00.000+000" date="01-06-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">';

describe('activation', () => {
  it('is installed, and sleeps until a log is opened', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, `${extensionId} is not installed`);
  });

  it('wakes up when a log of the ConfigMgr client is opened', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'ccmlog', content: record });
    await vscode.window.showTextDocument(document);
    assert.equal(document.languageId, 'ccmlog');
    await eventually('the extension is active', () => vscode.extensions.getExtension(extensionId)?.isActive);
  });
});
