/** Of a long row of items the first and the last ones, in memory for these only. */
export class FirstAndLast<Item> {
  readonly #most: { readonly first: number; readonly last: number };
  readonly #first: Item[] = [];
  /** A ring: once it is full, the oldest item stands where the next one goes. */
  readonly #last: Item[] = [];
  #count = 0;

  constructor(first: number, last: number) {
    this.#most = { first, last };
  }

  /** How many items there were. */
  get count(): number {
    return this.#count;
  }

  add(item: Item): void {
    const { first, last } = this.#most;
    if (this.#count < first) this.#first.push(item);
    else this.#last[(this.#count - first) % last] = item;
    this.#count++;
  }

  /** The items that are kept, in their order. */
  items(): Item[] {
    const { first, last } = this.#most;
    const oldest = this.#count > first + last ? (this.#count - first) % last : 0;
    return [...this.#first, ...this.#last.slice(oldest), ...this.#last.slice(0, oldest)];
  }
}
