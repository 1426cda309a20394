import * as vscode from 'vscode';
import type { TreeNode } from '../../server/src/protocol.ts';

/** Puts the nodes on the clipboard, a line each. */
export async function copyNodes(nodes: readonly TreeNode[]): Promise<void> {
  await vscode.env.clipboard.writeText(nodes.map((node) => node.copyText).join('\n'));
}

/** Puts the nodes on the clipboard with everything below them, indented as in the view. */
export async function copyNodesWithDetails(nodes: readonly TreeNode[]): Promise<void> {
  await vscode.env.clipboard.writeText(nodes.flatMap((node) => linesOf(node, '', '')).join('\n'));
}

/** @param above What the nodes above put on the clipboard; a node that only repeats that is left out. */
function linesOf(node: TreeNode, indent: string, above: string): readonly string[] {
  // A group's own text lists its children, who speak for themselves here.
  const text = node.kind === 'group' ? node.label : node.copyText;
  const own = above.includes(text) ? [] : text.split('\n').map((line) => indent + line);
  return [...own, ...node.children.flatMap((child) => linesOf(child, `${indent}  `, `${above}\n${text}`))];
}
