import { blank, classCount, classes, inWord, lastOfWords } from './characterClasses.ts';
import { FirstWords } from './firstWords.ts';

/**
 * Finds which of many phrases stand in a text, in one pass over its bytes, whatever their number: at the beginning of
 * each word it goes down a tree of the phrases, and most words leave it after a letter or two.
 *
 * A phrase is found without regard to the case of its letters and to the number and kind of blanks. What is not ASCII
 * counts as a blank, in phrase and text alike, so that a phrase that is found may still not stand there; one that stands
 * there is always found.
 */
export class PhraseIndex<Item> {
  /** For each branch and class of characters the branch behind it, or the leaf as a negative number; 0 for nothing. */
  readonly #next: Int32Array;
  /** For each branch the leaf of the phrase that ends there; -1 where none does. */
  readonly #ends: Int32Array;
  readonly #leaves: readonly Leaf<Item>[];
  readonly #firstWords: FirstWords;
  /** For each leaf the search in which it was found last. */
  readonly #foundIn: Uint32Array;
  #search = 0;
  /** Where words begin and end, in turns, in what is looked at. */
  #edges = new Uint32Array(512);

  /** Phrases begin with a letter or a digit. Throws for others. */
  constructor(items: readonly { readonly phrase: string; readonly item: Item }[]) {
    const tree = treeOf(leavesOf(items));
    this.#next = Int32Array.from(tree.next);
    this.#ends = Int32Array.from(tree.ends);
    this.#leaves = tree.leaves;
    this.#firstWords = new FirstWords(tree.leaves.map(({ path }) => path));
    this.#foundIn = new Uint32Array(tree.leaves.length);
  }

  /** The items whose phrases stand in the bytes from `start` to before `end`, each once. */
  find(bytes: Uint8Array, start: number, end: number): readonly Item[] {
    let found: Item[] | null = null;
    this.#search++;
    const count = this.#markWords(bytes, start, end);
    const edges = this.#edges;
    for (let i = 0; i < count; i += 2) {
      const at = edges[i] ?? 0;
      // Most words are not the first of any phrase, and nothing else of them is looked at.
      if (!this.#firstWords.mayHave(bytes, at, edges[i + 1] ?? 0)) continue;
      const next = this.#next[classes[bytes[at] ?? 0] ?? 0] ?? 0;
      if (next !== 0) found = this.#walk(next, bytes, at + 1, end, found);
    }
    return found ?? [];
  }

  /**
   * Notes where words begin and end, and answers how many places that are. Every place is noted, and kept only if it is
   * one of these: so no question is asked whose answer the processor would have to guess.
   */
  #markWords(bytes: Uint8Array, start: number, end: number): number {
    if (this.#edges.length < end - start + 2) this.#edges = new Uint32Array((end - start) * 2 + 2);
    const edges = this.#edges;
    let count = 0;
    let before = 0;
    for (let at = start; at < end; at++) {
      const isInWord = inWord[bytes[at] ?? 0] ?? 0;
      edges[count] = at;
      count += isInWord ^ before;
      before = isInWord;
    }
    if (before === 1) edges[count++] = end;
    return count;
  }

  /** Goes on behind a first letter, with the bytes from `from` on. */
  #walk(first: number, bytes: Uint8Array, from: number, end: number, known: Item[] | null): Item[] | null {
    let found = known;
    let at = from;
    for (let node = first, depth = 1; ; depth++) {
      if (node < 0) {
        const leaf = this.#leaves[-node - 1];
        return leaf !== undefined && goesOnWith(leaf.path, depth, bytes, at, end)
          ? this.#add(-node - 1, leaf, found)
          : found;
      }
      const number = this.#ends[node] ?? -1;
      const leaf = number < 0 ? undefined : this.#leaves[number];
      if (leaf !== undefined) found = this.#add(number, leaf, found);
      if (at >= end) return found;
      const kind = classes[bytes[at] ?? 0] ?? 0;
      node = this.#next[node * classCount + kind] ?? 0;
      if (node === 0) return found;
      at = kind === blank ? endOfBlanks(bytes, at, end) : at + 1;
    }
  }

  #add(number: number, leaf: Leaf<Item>, known: Item[] | null): Item[] | null {
    if (this.#foundIn[number] === this.#search) return known;
    this.#foundIn[number] = this.#search;
    const found = known ?? [];
    found.push(...leaf.items);
    return found;
  }
}

/** A phrase as the classes of its characters, and what it stands for. */
interface Leaf<Item> {
  readonly path: Uint8Array;
  readonly items: Item[];
}

function leavesOf<Item>(
  items: readonly { readonly phrase: string; readonly item: Item }[],
): readonly Leaf<Item>[] {
  const leaves = new Map<string, Leaf<Item>>();
  for (const { phrase, item } of items) {
    const path = pathOf(phrase);
    if ((path[0] ?? blank) > lastOfWords)
      throw new Error(`A phrase begins with a letter or a digit: ${phrase}`);
    const known = leaves.get(path.join());
    if (known === undefined) leaves.set(path.join(), { path, items: [item] });
    else known.items.push(item);
  }
  return [...leaves.values()];
}

function pathOf(phrase: string): Uint8Array {
  const path = Array.from(phrase, (character) => classes[Math.min(character.charCodeAt(0), 0xff)] ?? blank);
  return Uint8Array.from(path.filter((kind, i) => kind !== blank || path[i - 1] !== blank));
}

interface Tree<Item> {
  readonly next: number[];
  readonly ends: number[];
  readonly leaves: readonly Leaf<Item>[];
}

/** A branch stands where several phrases have a beginning in common; what only one phrase has is compared as a whole. */
function treeOf<Item>(leaves: readonly Leaf<Item>[]): Tree<Item> {
  const tree: Tree<Item> = { next: [], ends: [], leaves };
  addBranch(
    tree,
    leaves.map((_, number) => number),
    0,
  );
  return tree;
}

function addBranch<Item>(tree: Tree<Item>, numbers: readonly number[], depth: number): number {
  const branch = tree.ends.length;
  tree.ends.push(-1);
  for (let i = 0; i < classCount; i++) tree.next.push(0);
  const byKind = new Map<number, number[]>();
  for (const number of numbers) {
    const kind = tree.leaves[number]?.path[depth];
    if (kind === undefined) tree.ends[branch] = number;
    else byKind.set(kind, [...(byKind.get(kind) ?? []), number]);
  }
  for (const [kind, [first = 0, ...others]] of byKind) {
    tree.next[branch * classCount + kind] =
      others.length === 0 ? -first - 1 : addBranch(tree, [first, ...others], depth + 1);
  }
  return branch;
}

function goesOnWith(path: Uint8Array, depth: number, bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  for (let i = depth; i < path.length; i++) {
    const kind = path[i];
    if (at >= end || classes[bytes[at] ?? 0] !== kind) return false;
    at = kind === blank ? endOfBlanks(bytes, at, end) : at + 1;
  }
  return true;
}

function endOfBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = from + 1;
  while (at < end && classes[bytes[at] ?? 0] === blank) at++;
  return at;
}
