import { readStretch, type ByteSource } from './byteSource.ts';
import {
  beyondAscii,
  cutAtEnd,
  cutAtStart,
  decodeAs,
  evidentEncoding,
  markLength,
  strictUtf8,
  type EncodingId,
} from './decode.ts';

/**
 * Bytes of a piece. Strings of this size, even with two bytes a character, live and die in the youngest part of
 * the heap; at 128 KB the engine begins to treat them as large, and decoding takes five times as long.
 */
const usualPiece = 0xc000;

/**
 * Decodes a file piece by piece. All pieces together are the text that `decode` makes of the whole file, so offsets
 * mean the same in both. No character is cut in two.
 */
export class PieceReader {
  readonly #source: ByteSource;
  readonly #encoding: EncodingId;
  /** Bytes that are no UTF-8 are refused, rather than replaced. */
  readonly #strict: boolean;
  readonly #buffer: Uint8Array;
  #position: number;
  /** Bytes at the start of the buffer that belong to the next piece. */
  #kept = 0;
  #unitBytes = 0;

  constructor(source: ByteSource, encoding: EncodingId, strict: boolean, bytes: number) {
    this.#buffer = new Uint8Array(bytes);
    this.#source = source;
    this.#encoding = encoding;
    this.#strict = strict;
    this.#position = markLength(encoding);
  }

  /** Bytes of a piece, at most. */
  get pieceBytes(): number {
    return this.#buffer.length;
  }

  /** Offset in the file at which the next piece begins. */
  get position(): number {
    return this.#position - this.#kept;
  }

  /** The share of the file that has been read, from 0 to 1. */
  get share(): number {
    return this.#source.size === 0 ? 1 : this.position / this.#source.size;
  }

  /** Bytes of each unit of the last piece; 0 where they are not all of the same size. */
  get unitBytes(): number {
    return this.#unitBytes;
  }

  /** Lets the next piece begin so many bytes earlier; they are read and decoded once more. */
  back(bytes: number): void {
    this.#position -= this.#kept + bytes;
    this.#kept = 0;
  }

  /** The next piece; null at the end. Throws `NoUtf8` where bytes are refused. */
  next(): string | null {
    const room = Math.min(this.#buffer.length, this.#kept + this.#source.size - this.#position);
    const read = this.#source.read(this.#buffer.subarray(this.#kept, room), this.#position);
    this.#position += read;
    const available = this.#kept + read;
    if (available === 0) return null;
    const bytes = this.#buffer.subarray(0, available);
    // At the end of the file, or where it turned out shorter than it was, the rest is all there is.
    const isLast = read === 0 || this.#position >= this.#source.size;
    const whole = isLast ? available : available - incompleteAtEnd(bytes, this.#encoding);
    const text = this.#decode(bytes.subarray(0, whole));
    this.#buffer.copyWithin(0, whole, available);
    this.#kept = available - whole;
    this.#unitBytes =
      text.length === whole ? 1 : text.length * 2 === whole && isUtf16(this.#encoding) ? 2 : 0;
    return text;
  }

  #decode(bytes: Uint8Array): string {
    if (!this.#strict) return decodeAs(bytes, this.#encoding);
    const text = strictUtf8(bytes);
    if (text === null) throw new NoUtf8();
    return text;
  }
}

/** The file was taken for UTF-8 and is not. */
export class NoUtf8 extends Error {
  override readonly name = 'NoUtf8';
}

/**
 * Calls `read` with a reader for the file, by the same rules as `decode`: what shows no encoding is tried as UTF-8, and
 * where that fails on the way, `read` is called once more with a reader that reads it as what it is. `bytes` is the
 * size of a piece, for tests of what happens at their borders.
 */
export function withPieces<T>(
  source: ByteSource,
  read: (pieces: PieceReader, encoding: EncodingId) => T,
  bytes = usualPiece,
): T {
  const evident = evidentEncoding(startOf(source));
  if (evident !== null) return read(new PieceReader(source, evident, false, bytes), evident);
  try {
    return read(new PieceReader(source, 'utf-8', true, bytes), 'utf-8');
  } catch (error) {
    if (!(error instanceof NoUtf8)) throw error;
    const encoding = isCutUtf8(source) ? 'utf-8' : 'windows-1252';
    return read(new PieceReader(source, encoding, false, bytes), encoding);
  }
}

/** As much of the start as `evidentEncoding` looks at: some kilobytes, behind the zeros that the file may begin with. */
function startOf(source: ByteSource): Uint8Array {
  let length = 0x4000;
  for (;;) {
    const start = readStretch(source, 0, length);
    if (start.length < length || start.subarray(0, length / 2).some((byte) => byte !== 0)) return start;
    length *= 2;
  }
}

/** Whether a file that is no UTF-8 is one only because it was cut inside a character, see `decode`. */
function isCutUtf8(source: ByteSource): boolean {
  const start = cutAtStart(readStretch(source, 0, 4));
  const end = source.size - cutAtEnd(readStretch(source, Math.max(0, source.size - 4), source.size));
  if (start === 0 && end === source.size) return false;
  const inner: ByteSource = {
    size: end - start,
    read: (target, position) => source.read(target.subarray(0, end - start - position), start + position),
  };
  const pieces = new PieceReader(inner, 'utf-8', true, usualPiece);
  let hasLetters = false;
  try {
    for (let piece = pieces.next(); piece !== null; piece = pieces.next()) {
      hasLetters ||= beyondAscii.test(piece);
    }
  } catch (error) {
    if (error instanceof NoUtf8) return false;
    throw error;
  }
  return hasLetters;
}

/** Bytes at the end of a piece that are the beginning of a character. */
function incompleteAtEnd(bytes: Uint8Array, encoding: EncodingId): number {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8-bom':
      return Math.min(cutAtEnd(bytes), bytes.length - 1);
    case 'utf-16le':
    case 'utf-16le-bom':
      return incompleteUnit(bytes, 1);
    case 'utf-16be':
    case 'utf-16be-bom':
      return incompleteUnit(bytes, 2);
    case 'windows-1252':
      return 0;
  }
}

function isUtf16(encoding: EncodingId): boolean {
  return encoding.startsWith('utf-16');
}

/** An odd byte, or the first half of a pair. `high` is how far from the end the high byte of the last unit stands. */
function incompleteUnit(bytes: Uint8Array, high: 1 | 2): number {
  const odd = bytes.length % 2;
  const isFirstHalf = ((bytes[bytes.length - odd - high] ?? 0) & 0xfc) === 0xd8;
  return Math.min(odd + (isFirstHalf ? 2 : 0), bytes.length - 1);
}
