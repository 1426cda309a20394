import { blank, classCount, classes, lastOfWords } from './characterClasses.ts';

/**
 * Phrases as a tree of classes of characters. A branch stands where several phrases have a beginning in common; what
 * only one phrase has is a leaf.
 */
export interface PhraseTree {
  /** For each branch and class the branch behind it, or the leaf as a negative number, from -1 down; 0 for nothing. */
  readonly next: Int32Array;
  /** For each branch the leaf of the phrase that ends there; -1 where none does. */
  readonly ends: Int32Array;
  /** For each leaf the classes of all characters of its phrase, blanks in a row as one. In the order of these. */
  readonly paths: readonly Uint8Array[];
}

/** Paths are different from each other, and in the order of their classes. */
export function phraseTree(paths: readonly Uint8Array[]): PhraseTree {
  const builder = new TreeBuilder(paths);
  builder.addBranch(0, paths.length, 0);
  return { ...builder.finish(), paths };
}

/** A phrase as classes. Throws where it begins with neither a letter nor a digit. */
export function pathOf(phrase: string): Uint8Array {
  const path = new Uint8Array(phrase.length);
  let length = 0;
  for (let i = 0; i < phrase.length; i++) {
    const kind = classes[Math.min(phrase.charCodeAt(i), 0xff)] ?? blank;
    if (kind !== blank || path[length - 1] !== blank) path[length++] = kind;
  }
  if (length === 0 || (path[0] ?? blank) > lastOfWords)
    throw new Error(`A phrase begins with a letter or a digit: ${phrase}`);
  return path.subarray(0, length);
}

class TreeBuilder {
  readonly #paths: readonly Uint8Array[];
  #next = new Int32Array(0x400 * classCount);
  #ends = new Int32Array(0x400);
  #branches = 0;

  constructor(paths: readonly Uint8Array[]) {
    this.#paths = paths;
  }

  /** Adds the branch of the leaves from `from` to before `to`, whose first `depth` classes are the same. */
  addBranch(from: number, to: number, depth: number): number {
    const branch = this.#branches++;
    if (branch === this.#ends.length) this.#grow();
    const isEnd = this.#paths[from]?.length === depth;
    this.#ends[branch] = isEnd ? from : -1;
    for (let at = isEnd ? from + 1 : from; at < to;) {
      const kind = this.#paths[at]?.[depth] ?? 0;
      let end = at + 1;
      while (end < to && this.#paths[end]?.[depth] === kind) end++;
      const behind = end === at + 1 ? -at - 1 : this.addBranch(at, end, depth + 1);
      this.#next[branch * classCount + kind] = behind;
      at = end;
    }
    return branch;
  }

  finish(): Pick<PhraseTree, 'next' | 'ends'> {
    return {
      next: this.#next.subarray(0, this.#branches * classCount),
      ends: this.#ends.subarray(0, this.#branches),
    };
  }

  #grow(): void {
    const [next, ends] = [this.#next, this.#ends];
    this.#next = new Int32Array(next.length * 2);
    this.#next.set(next);
    this.#ends = new Int32Array(ends.length * 2);
    this.#ends.set(ends);
  }
}
