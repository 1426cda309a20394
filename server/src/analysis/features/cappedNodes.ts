import type { TreeNode } from './treeNode.ts';

/** Siblings all cross to the renderer at once; a tree has no paging of its own. */
const mostSiblings = 200;

/** Which of the children of one node are wanted: those from `from` on. Of all other nodes the first ones are. */
export interface TreePage {
  readonly parent: string;
  readonly from: number;
}

/** As many siblings as a node may have and, where there are more, a node that has them as its children in turn. */
export function capped(
  parentId: string,
  nodes: readonly TreeNode[],
  page: TreePage | null = null,
): readonly TreeNode[] {
  const from = page?.parent === parentId ? page.from : 0;
  if (nodes.length - from <= mostSiblings) return nodes.slice(from);
  const next = from + mostSiblings - 1;
  return [...nodes.slice(from, next), moreNode(parentId, next, nodes.length - next)];
}

/** The page that a node stands for, by its id; null for one that is no such node. */
export function pageOf(id: string): TreePage | null {
  const parts = /^(.*)\/more:(\d{1,9})$/s.exec(id);
  return parts === null ? null : { parent: parts[1] ?? '', from: Number(parts[2]) };
}

function moreNode(parentId: string, from: number, count: number): TreeNode {
  const words = `${count.toLocaleString('en')} more`;
  return {
    id: `${parentId}/more:${from}`,
    label: `… ${words}`,
    description: null,
    tooltip: null,
    accessibleLabel: `${words}; open to see them`,
    icon: 'ellipsis',
    colour: 'muted',
    target: null,
    kind: 'more',
    copyText: `… ${words}`,
    expanded: false,
    children: [],
    deferred: true,
  };
}
