import { lastOfWords } from './characterClasses.ts';

/**
 * Fills two tables of 64K entries with the first words of phrases, by which `server/wasm/phrases.ts` tells of nearly
 * every word of a text that no phrase begins with it; answers the length of the shortest one. A phrase of more than
 * one word begins with its first word as a whole; one of a single word may go on in the text, so its beginning counts.
 *
 * `beginnings` tells for the hash of each beginning of four letters what it may be, `words` for the hash of each word
 * whether a phrase of several words begins with such a one. Paths are phrases as classes of characters.
 */
export function fillFirstWords(
  paths: readonly Uint8Array[],
  beginnings: Uint8Array,
  words: Uint8Array,
): number {
  let shortest = 0xffff;
  for (const path of paths) {
    const length = path.findIndex((kind) => kind > lastOfWords);
    const word = path.subarray(0, length < 0 ? path.length : length).map(byteOf);
    const beginning = beginningOf(word);
    shortest = Math.min(shortest, word.length);
    if (length > 0) {
      beginnings[hashOf(beginning)] ||= mayBeWord;
      words[hashOf(beginning ^ endOf(word))] = 1;
    } else if (word.length >= 4) {
      beginnings[hashOf(beginning)] = mayBeAll;
    } else {
      // Behind so few letters anything may follow.
      beginnings.fill(mayBeAll);
    }
  }
  return shortest;
}

/** What a beginning may be: the one of a word that has to be looked at as a whole, or already all of a phrase. */
const mayBeWord = 1;
const mayBeAll = 2;

/** A byte with the class of a digit or a letter. */
function byteOf(kind: number): number {
  return kind < 10 ? 0x30 + kind : 0x61 + kind - 10;
}

/** The first four bytes, or all where there are fewer, without the case of letters. */
function beginningOf(word: Uint8Array): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = word;
  return first | (second << 8) | (third << 16) | (fourth << 24) | 0x20202020;
}

/** Something of the last two bytes and of the length. */
function endOf(word: Uint8Array): number {
  const last = (word.at(-1) ?? 0) | ((word.at(-2) ?? 0) << 8) | 0x2020;
  return Math.imul(last ^ (word.length << 16), 0x9e3779b1);
}

/** 16 bits. */
function hashOf(number: number): number {
  return Math.imul(number, 0x2545f491) >>> 16;
}
