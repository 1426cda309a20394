import { blank, classCount, classes, lastOfWords } from './characterClasses.ts';

/**
 * Phrases as a tree of classes of characters. A branch stands where several phrases have a beginning in common; what
 * only one phrase has is a leaf.
 */
export interface PhraseTree {
  /** For each branch and class the branch behind it, or the leaf as a negative number, from -1 down; 0 for nothing. */
  readonly next: readonly number[];
  /** For each branch the leaf of the phrase that ends there; -1 where none does. */
  readonly ends: readonly number[];
  /** For each leaf the classes of all characters of its phrase, blanks in a row as one. */
  readonly paths: readonly Uint8Array[];
}

/** Paths are different from each other. Throws where one begins with neither a letter nor a digit. */
export function phraseTree(paths: readonly Uint8Array[]): PhraseTree {
  const tree = { next: [], ends: [], paths };
  addBranch(
    tree,
    paths.map((_, leaf) => leaf),
    0,
  );
  return tree;
}

/** A phrase as classes. Throws where it begins with neither a letter nor a digit. */
export function pathOf(phrase: string): Uint8Array {
  const path = Array.from(phrase, (character) => classes[Math.min(character.charCodeAt(0), 0xff)] ?? blank);
  if ((path[0] ?? blank) > lastOfWords)
    throw new Error(`A phrase begins with a letter or a digit: ${phrase}`);
  return Uint8Array.from(path.filter((kind, i) => kind !== blank || path[i - 1] !== blank));
}

interface GrowingTree extends PhraseTree {
  readonly next: number[];
  readonly ends: number[];
}

function addBranch(tree: GrowingTree, leaves: readonly number[], depth: number): number {
  const branch = tree.ends.length;
  tree.ends.push(-1);
  for (let i = 0; i < classCount; i++) tree.next.push(0);
  const byKind = new Map<number, number[]>();
  for (const leaf of leaves) {
    const kind = tree.paths[leaf]?.[depth];
    if (kind === undefined) tree.ends[branch] = leaf;
    else byKind.set(kind, [...(byKind.get(kind) ?? []), leaf]);
  }
  for (const [kind, [first = 0, ...others]] of byKind) {
    tree.next[branch * classCount + kind] =
      others.length === 0 ? -first - 1 : addBranch(tree, [first, ...others], depth + 1);
  }
  return branch;
}
