import { MessageModule } from './messageModule.ts';
import { pathOf, phraseTree } from './phraseTree.ts';

/**
 * Finds which of many phrases stand in a message, at the beginning of words and in one pass, whatever their number.
 *
 * A phrase is found without regard to the case of its letters and to the number and kind of blanks. What is not ASCII
 * counts as a blank, in phrase and text alike, so that a phrase that is found may still not stand there; one that stands
 * there is always found.
 */
export class PhraseIndex<Item> {
  /** Holds the phrases, and sorts messages by them. */
  readonly module: MessageModule;
  /** For each leaf of the tree of phrases what it stands for. */
  readonly #items: readonly (readonly Item[])[];

  /** Phrases begin with a letter or a digit. Throws for others. */
  constructor(items: readonly { readonly phrase: string; readonly item: Item }[]) {
    const leaves = new Map<string, { readonly path: Uint8Array; readonly items: Item[] }>();
    for (const { phrase, item } of items) {
      const path = pathOf(phrase);
      // One character for each class, so that texts are in the order of paths.
      const key = String.fromCharCode(...path);
      const known = leaves.get(key);
      if (known === undefined) leaves.set(key, { path, items: [item] });
      else known.items.push(item);
    }
    const sorted = [...leaves].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, leaf]) => leaf);
    this.module = new MessageModule(phraseTree(sorted.map(({ path }) => path)));
    this.#items = sorted.map((leaf) => leaf.items);
  }

  /** The items whose phrases stand in a message, each once. */
  find(message: string): readonly Item[] {
    const leaves = this.module.find(message);
    return leaves.length === 0 ? [] : Array.from(leaves, (leaf) => this.#items[leaf] ?? []).flat();
  }
}
