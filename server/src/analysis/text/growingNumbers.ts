/** Unsigned 32-bit numbers that are collected one by one, in memory of four bytes each. */
export class GrowingNumbers {
  #numbers: Uint32Array;
  #count = 0;

  /** `expected` is a guess at how many there will be. */
  constructor(expected = 0) {
    this.#numbers = new Uint32Array(Math.max(1024, Math.ceil(expected)));
  }

  get count(): number {
    return this.#count;
  }

  add(number: number): void {
    if (this.#count === this.#numbers.length) this.#makeRoom(1);
    this.#numbers[this.#count++] = number;
  }

  addAll(numbers: Uint32Array): void {
    this.addFirst(numbers, numbers.length);
  }

  /** Adds the first `count` of the numbers. */
  addFirst(numbers: Uint32Array, count: number): void {
    this.#makeRoom(count);
    putNumbers(numbers, count, this.#numbers, this.#count);
    this.#count += count;
  }

  /** Takes back all but the first `count`. */
  cutTo(count: number): void {
    this.#count = Math.min(this.#count, count);
  }

  /** The numbers so far, in memory that they share with those to come. */
  soFar(): Uint32Array {
    return this.#numbers.subarray(0, this.#count);
  }

  finish(): Uint32Array {
    return this.#numbers.slice(0, this.#count);
  }

  #makeRoom(count: number): void {
    let { length } = this.#numbers;
    if (this.#count + count <= length) return;
    while (this.#count + count > length) length *= 2;
    const wider = new Uint32Array(length);
    wider.set(this.#numbers);
    this.#numbers = wider;
  }
}

/** Copies the first `count` of the numbers to `at` in others. Few are copied one by one: all at once has a price of its own. */
export function putNumbers(numbers: Uint32Array, count: number, others: Uint32Array, at: number): void {
  if (count > 64) others.set(count < numbers.length ? numbers.subarray(0, count) : numbers, at);
  else for (let i = 0; i < count; i++) others[at + i] = numbers[i] ?? 0;
}
