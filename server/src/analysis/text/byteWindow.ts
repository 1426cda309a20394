/**
 * A stretch of a text as bytes, one for each of its UTF-16 units. What is ASCII is read from bytes several times
 * faster than from a text, several of them at once. Units beyond ASCII are `beyondAscii`. It begins anywhere and holds
 * no more than fits the processor's nearest memory; `UnitWindow` is what a file is read through, and keeps all units.
 */
export class ByteWindow {
  /** Offset in the text at which the window begins, and the one behind its end. */
  start = 0;
  end = 0;
  /** What stands behind the window's end is left over from before. Others after the window has moved. */
  bytes: Uint8Array;
  #view: DataView;
  readonly #length: number;

  /** `length` of a full window, and memory of that size for it, where there is some. */
  constructor(length = usualLength, memory = new Uint8Array(slack * 2)) {
    this.#length = length;
    this.bytes = memory;
    this.#view = new DataView(memory.buffer, memory.byteOffset);
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
    if (part.length + slack > this.bytes.length) this.#grow(part.length);
    writeUnits(part, this.bytes);
    this.start = from;
    this.end = from + part.length;
  }

  /** Short texts are read often and need little. */
  #grow(length: number): void {
    this.bytes = new Uint8Array(Math.min(length * 2, this.#length) + slack);
    this.#view = new DataView(this.bytes.buffer);
  }

  /** Four bytes as one number, to be compared with `fourBytes`. `at` counts in the window. */
  fourAt(at: number): number {
    return this.#view.getInt32(at, true);
  }

  /** Eight bytes as one number that is the same for the same eight characters of ASCII, and for no others. */
  eightAt(at: number): number {
    return this.#view.getFloat64(at, true);
  }
}

function writeUnits(text: string, bytes: Uint8Array): void {
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read === written && read === text.length) return;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 0x80 ? unit : beyondAscii;
  }
}

/** The number that `fourAt` has where the four characters of `text` stand that begin at `from`. */
export function fourBytes(text: string, from = 0): number {
  return (
    text.charCodeAt(from) |
    (text.charCodeAt(from + 1) << 8) |
    (text.charCodeAt(from + 2) << 16) |
    (text.charCodeAt(from + 3) << 24)
  );
}

/** The byte of a unit that is no ASCII. */
const beyondAscii = 0xff;

const usualLength = 0xc000;

/** Room behind the window, so that a reader may look so far ahead without asking for the end each time. */
const slack = 0x400;

const encoder = new TextEncoder();
