import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionApi } from '../extension.ts';

function previewTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('markdown.preview'),
    );
}

describe('explain code', () => {
  before(extensionApi);
  afterEach(closeEditors);

  for (const form of [
    '0x80180026',
    '80180026',
    '2149056550',
    '-2145910746',
    'menroll_e_device_management_blocked',
  ]) {
    it(`shows the explanation of ${form} as a page`, async () => {
      await vscode.commands.executeCommand('comgmtLens.explainCode', form);
      const tab = await eventually('the page', previewTab);
      assert.match(tab.label, /80180026/i);
      const text = await eventually('the text of the page', () =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'comgmt-lens')?.getText(),
      );
      assert.match(text, /0x80180026/);
    });
  }
});
