import { GrowingNumbers } from './growingNumbers.ts';

/** As `lineStartsOf`, for a text that comes in pieces. */
export class LineStartsOfPieces {
  readonly #starts = new GrowingNumbers();
  #length = 0;
  /** The last piece ends with CR, and LF may begin the next one. */
  #endsWithReturn = false;

  constructor() {
    this.#starts.add(0);
  }

  add(piece: string): void {
    const base = this.#length;
    const { length } = piece;
    if (length === 0) return;
    if (this.#endsWithReturn && piece.charCodeAt(0) !== 0x0a) this.#starts.add(base);
    this.#endsWithReturn = piece.charCodeAt(length - 1) === 0x0d;

    let carriageReturn = offsetOf(piece, '\r', 0);
    let lineFeed = offsetOf(piece, '\n', 0);
    while (lineFeed < length || carriageReturn < length) {
      if (carriageReturn + 1 < lineFeed) {
        if (carriageReturn + 1 < length) this.#starts.add(base + carriageReturn + 1);
        carriageReturn = offsetOf(piece, '\r', carriageReturn + 1);
        continue;
      }
      if (carriageReturn < lineFeed) carriageReturn = offsetOf(piece, '\r', lineFeed);
      if (lineFeed < length) this.#starts.add(base + lineFeed + 1);
      lineFeed = offsetOf(piece, '\n', lineFeed + 1);
    }
    this.#length += length;
  }

  finish(): Uint32Array {
    if (this.#endsWithReturn) this.#starts.add(this.#length);
    return this.#starts.finish();
  }
}

function offsetOf(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}
