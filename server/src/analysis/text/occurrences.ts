/**
 * The occurrences of one literal in a text, asked for in rising order. No stretch of the text is searched twice,
 * which is what keeps scanners linear on text where one of two delimiters never comes.
 */
export class Occurrences {
  readonly #text: string;
  readonly #literal: string;
  /** Where the search began that found `#known`. */
  #from = 0;
  #known = -1;

  constructor(text: string, literal: string) {
    this.#text = text;
    this.#literal = literal;
  }

  /** Offset of the first occurrence at or after `from`; the text's length when there is none. `from` never falls. */
  next(from: number): number {
    if (this.#known >= from) return this.#known;
    const found = this.#text.indexOf(this.#literal, from);
    this.#from = from;
    this.#known = found < 0 ? this.#text.length : found;
    return this.#known;
  }

  /** The same, sparing the search where another one for the same literal has been made over that stretch. */
  nextOf(other: Occurrences, from: number): number {
    if (this.#known < from && other.#from <= from && from <= other.#known) {
      this.#from = other.#from;
      this.#known = other.#known;
    }
    return this.next(from);
  }
}
