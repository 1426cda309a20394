/**
 * Finds phrases of the catalogue in a message, from bytes, at the beginning of words and in one pass whatever their
 * number: most words are the first one of no phrase, and of the others most leave the tree of phrases after a letter or
 * two. A part of `messages.ts`.
 */

// Where things stand in memory, in bytes.

/** The class of each byte, see `characterClasses.ts`. */
export const classes: usize = 0x8000;
const blank: u8 = 36;
const classCount: usize = 70;
/** By hash: beginnings of the first words of phrases, and these words, see `firstWords.ts`. */
export const beginnings: usize = 0x10000;
export const words: usize = 0x20000;
const mayBeWord: u8 = 1;
/** For each branch of the tree and class of characters the branch behind it, or the leaf as a negative number; or 0. */
let next: usize = 0;
/** For each branch the leaf of the phrase that ends there; -1 where none does. */
let ends: usize = 0;
/** For each leaf where the classes of its phrase begin, and behind the last one where they end. */
let paths: usize = 0;
/** For each leaf the search in which it was found last, and the leaves that were found. */
let searches: usize = 0;
let found: usize = 0;
let shortestWord: usize = 0;

let search: u32 = 0;
/** How many leaves the last search found. */
export let foundCount: i32 = 0;
/** Tells where the tree stands, and how short a first word is. */
export function plant(
  nextAt: usize,
  endsAt: usize,
  pathsAt: usize,
  searchesAt: usize,
  foundAt: usize,
  shortest: usize,
): void {
  next = nextAt;
  ends = endsAt;
  paths = pathsAt;
  searches = searchesAt;
  found = foundAt;
  shortestWord = shortest;
}

/** Finds phrases until there are `most`. Looks at 64 bytes at once: at their words, not at each of them. */
export function findSome(start: usize, end: usize, most: i32): void {
  search++;
  if (search == 0) {
    // After four thousand million searches the numbers of old ones would come again.
    memory.fill(searches, 0, found - searches);
    search = 1;
  }
  foundCount = 0;
  let word: usize = 0;
  let carry: u64 = 0;
  for (let at = start; at < end; at += 64) {
    let letters = lettersFrom(at);
    const rest = <u64>(end - at);
    const first: u64 = 1;
    if (rest < 64) letters &= (first << rest) - 1;
    // A bit for each place where a word begins or ends.
    let edges = letters ^ ((letters << 1) | carry);
    carry = letters >> 63;
    for (; edges != 0; edges &= edges - 1) {
      const edge = at + <usize>ctz(edges);
      if (word == 0) {
        word = edge;
      } else {
        lookAtWord(word, edge, end);
        if (foundCount >= most) return;
        word = 0;
      }
    }
  }
  if (word != 0) lookAtWord(word, end, end);
}

/** A bit for each of 64 bytes that is a letter or a digit. */
function lettersFrom(at: usize): u64 {
  return (
    (<u64>isLetter16(at)) |
    ((<u64>isLetter16(at + 16)) << 16) |
    ((<u64>isLetter16(at + 32)) << 32) |
    ((<u64>isLetter16(at + 48)) << 48)
  );
}

function isLetter16(at: usize): u32 {
  const bytes = v128.load(at);
  const folded = i8x16.sub(v128.or(bytes, i8x16.splat(0x20)), i8x16.splat(0x61));
  const digits = i8x16.sub(bytes, i8x16.splat(0x30));
  return <u32>(
    i8x16.bitmask(v128.or(i8x16.lt_u(folded, i8x16.splat(26)), i8x16.lt_u(digits, i8x16.splat(10))))
  );
}

/** Most words are not the first of any phrase, and nothing else of them is looked at. */
function lookAtWord(start: usize, end: usize, messageEnd: usize): void {
  const length = end - start;
  if (length < shortestWord) return;
  let beginning = load<u32>(start);
  const bits = <u32>length * 8;
  if (length < 4) beginning &= (1 << bits) - 1;
  beginning |= 0x20202020;
  const kind = load<u8>(beginnings + hashOf(beginning));
  if (kind == 0) return;
  if (kind == mayBeWord && load<u8>(words + hashOf(beginning ^ endOf(end, length))) == 0) return;
  const branch = load<i32>(next + 4 * <usize>load<u8>(classes + load<u8>(start)));
  if (branch != 0) walk(branch, start + 1, messageEnd);
}

/** Something of the last two bytes of a word and of its length. */
function endOf(end: usize, length: usize): u32 {
  const second = length < 2 ? 0 : <u32>load<u8>(end - 2);
  const last = (<u32>load<u8>(end - 1)) | (second << 8) | 0x2020;
  return (last ^ ((<u32>length) << 16)) * 0x9e3779b1;
}

/** 16 bits. */
function hashOf(number: u32): usize {
  return (number * 0x2545f491) >> 16;
}

/** Goes down the tree behind a first letter, with the bytes from `from` on. */
function walk(first: i32, from: usize, end: usize): void {
  let node = first;
  let at = from;
  for (let depth: usize = 1; ; depth++) {
    if (node < 0) {
      if (goesOn(-node - 1, depth, at, end)) addLeaf(-node - 1);
      return;
    }
    const leaf = load<i32>(ends + 4 * node);
    if (leaf >= 0) addLeaf(leaf);
    if (at >= end) return;
    const kind = load<u8>(classes + load<u8>(at));
    node = load<i32>(next + 4 * (<usize>node * classCount + kind));
    if (node == 0) return;
    at = kind == blank ? endOfBlanks(at, end) : at + 1;
  }
}

/** Whether what is left of a leaf's phrase stands there; what only one phrase has is compared as a whole. */
function goesOn(leaf: i32, depth: usize, from: usize, end: usize): bool {
  let at = from;
  const pathEnd = load<usize>(paths + 4 * leaf + 4);
  for (let path = load<usize>(paths + 4 * leaf) + depth; path < pathEnd; path++) {
    const kind = load<u8>(path);
    if (at >= end || load<u8>(classes + load<u8>(at)) != kind) return false;
    at = kind == blank ? endOfBlanks(at, end) : at + 1;
  }
  return true;
}

function endOfBlanks(from: usize, end: usize): usize {
  let at = from + 1;
  while (at < end && load<u8>(classes + load<u8>(at)) == blank) at++;
  return at;
}

/** Each leaf is told once, however often its phrase stands there. */
function addLeaf(leaf: i32): void {
  if (load<u32>(searches + 4 * leaf) == search) return;
  store<u32>(searches + 4 * leaf, search);
  store<i32>(found + 4 * foundCount, leaf);
  foundCount++;
}
