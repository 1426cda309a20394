import type { TreeNode } from './treeNode.ts';

/**
 * Leaves out the children that make an answer too long: the deepest ones first, and of one depth the last. Whoever
 * opens the node asks for them. `budget` is the length of the answer as JSON, in characters.
 */
export function fittedNodes(nodes: readonly TreeNode[], budget: number): readonly TreeNode[] {
  let left = budget - nodes.reduce((sum, node) => sum + lengthOf(node), 0);
  const kept = new Set<TreeNode>();
  let level = nodes;
  while (level.length > 0) {
    const next: TreeNode[] = [];
    for (const node of level) {
      const length = node.children.reduce((sum, child) => sum + lengthOf(child), 0);
      if (length > left) continue;
      left -= length;
      kept.add(node);
      next.push(...node.children);
    }
    level = next;
  }
  const fitted = (node: TreeNode): TreeNode =>
    kept.has(node)
      ? { ...node, children: node.children.map(fitted) }
      : { ...node, children: [], expanded: false, deferred: true };
  return nodes.map((node) => (node.children.length === 0 ? node : fitted(node)));
}

/** Length of a node without its children, as JSON. */
function lengthOf(node: TreeNode): number {
  return JSON.stringify({ ...node, children: [] }).length + 1;
}
