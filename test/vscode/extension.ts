import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CoManagementLensApi } from '../../client/src/api.ts';
import type { TreeNode } from '../../server/src/protocol.ts';

export const extensionId = 'comgmt-lens.comgmt-lens';

/** Wakes the extension up and hands over what it shows. */
export async function extensionApi(): Promise<CoManagementLensApi> {
  const extension = vscode.extensions.getExtension<CoManagementLensApi>(extensionId);
  assert.ok(extension, `${extensionId} is not installed`);
  return extension.activate();
}

/** Opens a file of the bundled samples, which are the workspace of the tests, in the editor. */
export async function openSample(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(sampleUri(path), { preview: false });
}

export function sampleUri(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the tests need the samples as workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The node and all below it. */
export function flatten(nodes: readonly TreeNode[]): readonly TreeNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

/** The case of that name. */
export function caseNamed(cases: readonly TreeNode[], name: string): TreeNode {
  const found = cases.find(({ label }) => label === name);
  assert.ok(found, `no case ${name} among ${cases.map(({ label }) => label).join(', ')}`);
  return found;
}

export function stagesOf(node: TreeNode): readonly TreeNode[] {
  return node.children.filter(({ kind }) => kind === 'stage');
}
