import { GrowingNumbers } from './growingNumbers.ts';

/**
 * Offsets at which the lines of a text begin, of which the pieces come one after the other. CR LF, LF and CR alone
 * all end a line, as editors count them.
 */
export class LineStarts {
  readonly #starts = new GrowingNumbers();
  /** Length of the pieces so far. */
  #length = 0;
  /** The text so far ends with a CR, which a LF may follow. */
  #endsWithReturn = false;

  constructor() {
    this.#starts.add(0);
  }

  add(piece: string): void {
    if (piece === '') return;
    const base = this.#length;
    const firstIsPair = this.#endsWithReturn && piece.startsWith('\n');
    if (this.#endsWithReturn && !firstIsPair) this.#starts.add(base);
    let lineFeed = nextOf(piece, '\n', 0);
    let carriageReturn = nextOf(piece, '\r', 0);
    while (lineFeed < piece.length || carriageReturn < piece.length) {
      const end = Math.min(lineFeed, carriageReturn);
      const isPair = lineFeed < piece.length && carriageReturn + 1 === lineFeed;
      const next = isPair ? lineFeed + 1 : end + 1;
      // Whether a CR at the very end is a line end of its own shows with the next piece.
      const isOpen = !isPair && end === carriageReturn && next === piece.length;
      if (!isOpen) this.#starts.add(base + next);
      if (lineFeed < next) lineFeed = nextOf(piece, '\n', next);
      if (carriageReturn < next) carriageReturn = nextOf(piece, '\r', next);
    }
    this.#endsWithReturn = piece.endsWith('\r');
    this.#length += piece.length;
  }

  /**
   * Takes a piece of so many characters of which the lines are known, by their offsets in the whole text. It begins
   * with something else than a LF, and ends with something else than a CR that a LF may follow.
   */
  addStarts(starts: Uint32Array, length: number): void {
    if (this.#endsWithReturn) this.#starts.add(this.#length);
    this.#endsWithReturn = false;
    this.#length += length;
    this.#starts.addAll(starts);
  }

  /** The lines of the pieces so far, in memory that they may share with those to come. */
  soFar(): Uint32Array {
    return this.#withOpenLine(this.#starts.soFar());
  }

  /** The lines of the pieces so far; further pieces may follow. */
  finish(): Uint32Array {
    return this.#withOpenLine(this.#starts.finish());
  }

  #withOpenLine(starts: Uint32Array): Uint32Array {
    if (!this.#endsWithReturn) return starts;
    const all = new Uint32Array(starts.length + 1);
    all.set(starts);
    all[starts.length] = this.#length;
    return all;
  }
}

function nextOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}
