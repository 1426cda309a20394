/** Unsigned 32-bit numbers that are collected one by one, in memory of four bytes each. */
export class GrowingNumbers {
  #numbers = new Uint32Array(1024);
  #count = 0;

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const wider = new Uint32Array(this.#count * 2);
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.#count++] = number;
  }

  /** The numbers so far, in memory that they share with those to come. */
  soFar(): Uint32Array {
    return this.#numbers.subarray(0, this.#count);
  }

  finish(): Uint32Array {
    return this.#numbers.slice(0, this.#count);
  }
}
