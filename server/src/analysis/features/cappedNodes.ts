import type { TreeNode } from './treeNode.ts';

/** Siblings all cross to the renderer at once; a tree has no paging. */
const mostSiblings = 200;

/** The first siblings and, where there are too many, a node that says how many are not shown. */
export function capped(parentId: string, nodes: readonly TreeNode[]): readonly TreeNode[] {
  if (nodes.length <= mostSiblings) return nodes;
  const shown = nodes.slice(0, mostSiblings - 1);
  const hidden = nodes.slice(shown.length);
  const words = `${hidden.length.toLocaleString('en')} more`;
  return [
    ...shown,
    {
      id: `${parentId}/more`,
      label: `… ${words}`,
      description: null,
      tooltip: null,
      accessibleLabel: `${words} are not shown`,
      icon: 'ellipsis',
      colour: 'muted',
      target: null,
      kind: 'more',
      copyText: hidden.map(({ copyText }) => copyText).join('\n'),
      expanded: false,
      children: [],
    },
  ];
}
