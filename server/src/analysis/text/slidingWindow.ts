import { GrowingNumbers } from './growingNumbers.ts';
import type { PieceReader } from './pieceReader.ts';
import { longestText, type TextPieces } from './textPieces.ts';

/** A stretch of a file's text that moves on through it, for a reader that looks at records as a whole. */
export class SlidingWindow {
  /** The stretch, and where it begins in the text. */
  text = '';
  base = 0;
  /** Whether the text may go on behind the window. */
  goesOn = true;
  readonly #pieces: PieceReader;
  readonly #starts = new GrowingNumbers();
  readonly #offsets: number[] = [];
  /** Length of the last piece. */
  #last = 0;

  constructor(pieces: PieceReader) {
    this.#pieces = pieces;
  }

  /**
   * Adds text at the end, at least as much as the window holds: what is left over is looked at again only together
   * with so much more, so that the work stays linear where a record is longer than many pieces.
   */
  fill(): void {
    const wanted = Math.max(this.#pieces.pieceBytes / 2, this.text.length);
    for (let fresh = 0; fresh < wanted; fresh += this.#last) {
      const offset = this.#pieces.position;
      const piece = this.#pieces.next();
      this.goesOn = piece !== null && this.base + this.text.length < longestText;
      if (piece === null) return;
      this.#starts.add(this.base + this.text.length);
      this.#offsets.push(offset);
      this.text += piece;
      this.#last = piece.length;
    }
  }

  /** Lets go of so many characters at the start. */
  pass(length: number): void {
    const { unitBytes, pieceBytes } = this.#pieces;
    const rest = this.text.length - length;
    this.base += length;
    // To decode a little once more costs less than to join it with what comes next.
    if (this.goesOn && unitBytes > 0 && rest <= Math.min(this.#last, pieceBytes / 8)) {
      this.#pieces.back(rest * unitBytes);
      this.text = '';
    } else {
      this.text = this.text.slice(length);
    }
  }

  /** Where the pieces stand, once the window has passed over all of the text. */
  finish(): Pick<TextPieces, 'length' | 'pieceStarts' | 'pieceBytes'> {
    return {
      length: this.base,
      pieceStarts: this.#starts.finish(),
      pieceBytes: Float64Array.from(this.#offsets),
    };
  }
}
