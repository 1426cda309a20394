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
    this.#makeRoom(numbers.length);
    this.#numbers.set(numbers, this.#count);
    this.#count += numbers.length;
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
