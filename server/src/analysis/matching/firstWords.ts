import { lastOfWords } from './characterClasses.ts';

/**
 * The first words of phrases, to tell of nearly every word of a text that no phrase begins with it. A phrase of more than one
 * word begins with its first word as a whole; one of a single word may go on in the text, so its beginning counts.
 */
export class FirstWords {
  /** For the hash of each beginning of four letters what it may be. */
  readonly #beginnings = new Uint8Array(0x10000);
  /** For each hash of a word whether a phrase of several words begins with such a one. */
  readonly #words = new Uint8Array(0x10000);
  #shortest = Number.POSITIVE_INFINITY;

  /** Phrases as classes of characters, see `characterClasses.ts`. */
  constructor(paths: readonly Uint8Array[]) {
    for (const path of paths) {
      const length = path.findIndex((kind) => kind > lastOfWords);
      const word = path.subarray(0, length < 0 ? path.length : length).map(byteOf);
      const beginning = beginningOf(word, 0, word.length);
      this.#shortest = Math.min(this.#shortest, word.length);
      if (length > 0) {
        this.#beginnings[hashOf(beginning)] ||= mayBeWord;
        this.#words[hashOf(beginning ^ endOf(word, 0, word.length))] = 1;
      } else if (word.length >= 4) {
        this.#beginnings[hashOf(beginning)] = mayBeAll;
      } else {
        // Behind so few letters anything may follow.
        this.#beginnings.fill(mayBeAll);
      }
    }
  }

  /** Whether a phrase may begin with the word from `start` to before `end`. False is certain. */
  mayHave(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start < this.#shortest) return false;
    const beginning = beginningOf(bytes, start, end);
    const kind = this.#beginnings[hashOf(beginning)];
    if (kind !== mayBeWord) return kind === mayBeAll;
    return this.#words[hashOf(beginning ^ endOf(bytes, start, end))] === 1;
  }
}

/** What a beginning may be: the one of a word that has to be looked at as a whole, or already all of a phrase. */
const mayBeWord = 1;
const mayBeAll = 2;

/** A byte with the class of a digit or a letter. */
function byteOf(kind: number): number {
  return kind < 10 ? 0x30 + kind : 0x61 + kind - 10;
}

/** The first four bytes, or all where there are fewer, without the case of letters. */
function beginningOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < 4) {
    let few = 0;
    for (let at = start; at < end; at++) few = (few << 8) | (bytes[at] ?? 0);
    return few | 0x20202020;
  }
  return (
    (bytes[start] ?? 0) |
    ((bytes[start + 1] ?? 0) << 8) |
    ((bytes[start + 2] ?? 0) << 16) |
    ((bytes[start + 3] ?? 0) << 24) |
    0x20202020
  );
}

/** Something of the last two bytes and of the length. */
function endOf(bytes: Uint8Array, start: number, end: number): number {
  const second = end - start < 2 ? 0 : (bytes[end - 2] ?? 0);
  const last = (bytes[end - 1] ?? 0) | (second << 8) | 0x2020;
  return Math.imul(last ^ ((end - start) << 16), 0x9e3779b1);
}

/** 16 bits. */
function hashOf(number: number): number {
  return Math.imul(number, 0x2545f491) >>> 16;
}
