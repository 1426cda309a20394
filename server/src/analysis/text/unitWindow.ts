import type { ByteSource } from './byteSource.ts';
import { decodeAs, markLength, type EncodingId } from './decode.ts';
import { longestText } from './textPieces.ts';

/** Encodings whose bytes are the units of a text as engines keep it. */
export type UnitEncoding = 'utf-16le' | 'utf-16le-bom';

/** Whether a file can be read as units on this machine: all that run an editor today keep the low byte first. */
export function isUnitEncoding(encoding: EncodingId): encoding is UnitEncoding {
  return (encoding === 'utf-16le' || encoding === 'utf-16le-bom') && lowByteFirst;
}

const lowByteFirst = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * Units behind a window that can be looked at without harm. Code that looks behind the end of an array becomes slower for
 * good.
 */
export const slackUnits = 32;

/**
 * Goes through a UTF-16LE file without making strings of it: `units` are those of the text that `decode` makes of the
 * file, save that halves of pairs are not replaced yet. Those behind `length` are of no meaning.
 */
export class UnitWindow {
  readonly #home: Uint16Array<ArrayBuffer>;
  #units: Uint16Array<ArrayBuffer>;
  #length = 0;
  #base = 0;
  #isLast = false;
  readonly #source: ByteSource;
  readonly #encoding: UnitEncoding;
  #text: string | null = null;

  /** `home` is where windows stand that are no longer than that, with `slackUnits` behind them; at least two units. */
  constructor(source: ByteSource, encoding: UnitEncoding, home: Uint16Array<ArrayBuffer>) {
    this.#source = source;
    this.#encoding = encoding;
    this.#home = home;
    this.#units = home;
    this.#fill();
  }

  get units(): Uint16Array {
    return this.#units;
  }

  get length(): number {
    return this.#length;
  }

  /** Offset of the first unit in the whole text. */
  get base(): number {
    return this.#base;
  }

  /** Whether the text ends with this window. */
  get isLast(): boolean {
    return this.#isLast;
  }

  /** What stands in the window, decoded. */
  get text(): string {
    this.#text ??= this.textBetween(0, this.#length);
    return this.#text;
  }

  /** A stretch of the window, decoded; it cuts no pair in two. */
  textBetween(start: number, end: number): string {
    const units = this.#units.subarray(start, Math.min(end, this.#length));
    return decodeAs(new Uint8Array(units.buffer, units.byteOffset, units.byteLength), 'utf-16le');
  }

  /** Offset in the file of the first unit. */
  get position(): number {
    return markLength(this.#encoding) + this.#base * 2;
  }

  /**
   * Moves on by what was read. What is left over is seen again together with at least as much behind it, so that the
   * work stays linear where something is longer than many windows. Behind that, windows are as long as before.
   */
  moveBy(read: number): void {
    const left = this.#units.subarray(read, this.#length);
    const units = this.#roomFor(left.length);
    units.set(left);
    this.#units = units;
    this.#base += read;
    this.#length = left.length;
    this.#text = null;
    this.#fill();
  }

  /** Where so many units fill no more than half a window. */
  #roomFor(length: number): Uint16Array<ArrayBuffer> {
    if (length <= (this.#home.length - slackUnits) / 2) return this.#home;
    const room = this.#units.length - slackUnits;
    return length > room / 2 ? new Uint16Array(room * 2 + slackUnits) : this.#units;
  }

  #fill(): void {
    const { buffer, byteOffset, length } = this.#units;
    const bytes = new Uint8Array(buffer, byteOffset, (length - slackUnits) * 2);
    const position = this.position;
    let filled = this.#length * 2;
    while (filled < bytes.length) {
      const read = this.#source.read(bytes.subarray(filled), position + filled);
      if (read === 0) break;
      filled += read;
    }
    this.#length = filled >> 1;
    const isFull = this.#base + this.#length > longestText || this.#length > longestWindow;
    this.#isLast = isFull || filled < bytes.length || position + filled >= this.#source.size;
    if (this.#isLast && filled % 2 === 1) this.#endWithHalf();
  }

  /** The decoder makes one U+FFFD of an odd last byte, together with half a pair before it. */
  #endWithHalf(): void {
    const before = this.#units[this.#length - 1] ?? 0;
    if (this.#length > 0 && (before & 0xfc00) === 0xd800) return;
    this.#units[this.#length] = 0xfffd;
    this.#length++;
  }
}

/** A window beyond this holds one entry that never ends; what stands behind it is left out. */
const longestWindow = 0x8000000;
