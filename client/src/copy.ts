import * as vscode from 'vscode';
import type { TreeNode } from '../../server/src/protocol.ts';

/** Puts the nodes on the clipboard, a line each. */
export async function copyNodes(nodes: readonly TreeNode[]): Promise<void> {
  await vscode.env.clipboard.writeText(nodes.map((node) => node.copyText).join('\n'));
}

/** Puts the nodes on the clipboard with everything below them, indented as in the view. */
export async function copyNodesWithDetails(nodes: readonly TreeNode[]): Promise<void> {
  await vscode.env.clipboard.writeText(nodes.flatMap((node) => linesOf(node, '')).join('\n'));
}

function linesOf(node: TreeNode, indent: string): readonly string[] {
  const own = node.copyText.split('\n').map((line) => indent + line);
  return [...own, ...node.children.flatMap((child) => linesOf(child, `${indent}  `))];
}
