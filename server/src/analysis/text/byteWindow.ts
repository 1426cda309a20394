/**
 * A stretch of a text as bytes, one for each of its UTF-16 units, in memory that a module of WebAssembly reads. Units
 * beyond ASCII are `beyondAscii`. It begins anywhere and holds no more than fits the processor's nearest memory;
 * `UnitWindow` is what a file is read through, and keeps all units.
 */
export class ByteWindow {
  /** Offset in the text at which the window begins, and the one behind its end. */
  start = 0;
  end = 0;
  readonly #length: number;
  /** What stands behind the window's end is left over from before. */
  readonly #bytes: Uint8Array<ArrayBuffer>;

  /** `length` of a full window. Its memory has to be longer by `windowSlack`, or this throws. */
  constructor(length: number, memory: Uint8Array<ArrayBuffer>) {
    if (memory.length < length + windowSlack) throw new RangeError(`A window of ${length} has no room`);
    this.#length = length;
    this.#bytes = memory;
  }

  /** Offset behind the first half of a full window. */
  get middle(): number {
    return this.start + this.#length / 2;
  }

  /** Forgets the text, as another one is read next. */
  clear(): void {
    this.start = 0;
    this.end = 0;
  }

  /** Moves the window to begin at `from`. */
  moveTo(text: string, from: number): void {
    const part = text.slice(from, from + this.#length);
    writeUnits(part, this.#bytes);
    this.start = from;
    this.end = from + part.length;
  }
}

/** Room behind a window: letters beyond ASCII take more bytes while they are written than they have in the end. */
export const windowSlack = 0x400;

function writeUnits(text: string, bytes: Uint8Array<ArrayBuffer>): void {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === written && read === text.length) return;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 0x80 ? unit : beyondAscii;
  }
}

/** The byte of a unit that is no ASCII. */
const beyondAscii = 0xff;

const encoder = new TextEncoder();
