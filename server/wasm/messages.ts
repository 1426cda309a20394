/**
 * Sorts the messages of a log by whether they may say something, and finds phrases of the catalogue in them, from
 * bytes. AssemblyScript: the syntax is TypeScript's, the types are those of WebAssembly, and nothing is allocated.
 * `messageModule.ts` of the core holds the other end.
 *
 * Phrases are found at the beginning of words, in one pass whatever their number: most words are the first one of no
 * phrase, and of the others most leave the tree of phrases after a letter or two.
 *
 * Logs say the same again and again, so a message that may say something is kept with a place, at which the core keeps
 * what it found out of it. So is one that says nothing, when it comes the second time: most that hold a number or an id
 * come once, and take the place of none.
 */

// Where things stand in memory, in bytes. What the other end has to know is exported.

/** Rows of one `sort`: where their messages begin and end in the window, the number of their log and their trouble. */
export const mostRows: usize = 0x400;
export const rowStarts: usize = 0x400;
export const rowEnds: usize = rowStarts + 4 * mostRows;
export const rowMarks: usize = rowEnds + 4 * mostRows;
/** What `sort` tells: a row, and where its message is kept. */
export const toldRows: usize = rowMarks + 2 * mostRows;
export const toldPlaces: usize = toldRows + 2 * mostRows;
/** The class of each byte, see `characterClasses.ts`. */
export const classes: usize = 0x8000;
const blank: u8 = 36;
const classCount: usize = 70;
/** By hash: beginnings of the first words of phrases, and these words, see `firstWords.ts`. */
export const beginnings: usize = 0x10000;
export const words: usize = 0x20000;
const mayBeWord: u8 = 1;
/** Messages that are kept, two in each slot; for each slot the digest of the last one that was not, and its last use. */
const slotCount: i32 = 0x1000;
const keptCount: i32 = slotCount * 2;
const missed: usize = 0x30000;
const lastUses: usize = missed + 4 * slotCount;
/** Of each kept message. */
const digests: usize = lastUses + slotCount;
const lengths: usize = digests + 4 * keptCount;
const logs: usize = lengths + 2 * keptCount;
const sayings: usize = logs + 2 * keptCount;
const tellings: usize = sayings + keptCount;
const keptMessages: usize = 0x50000;
/** Longer messages hardly come twice. */
const longestKept: usize = 0x100;

/** A window, and a message of its own, with a byte for each UTF-16 unit and room behind it; then the tree. */
export const windowLength: usize = 0x10000;
export const text: usize = 0x250000;
export const message: usize = text + windowLength + 0x400;
export const tree: usize = message + windowLength + 0x400;

/** What `sort` tells instead of a place of a message that is not kept: it may say something, or not. */
const saysUnkept: u16 = 0xffff;
const silentUnkept: u16 = 0xfffe;
/** Added to the place of a message that was not told of since it is kept. */
const newlyKept: u16 = 0x4000;

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
let foundCount: i32 = 0;
/** Whether the message that was looked up last may say something. */
let says: bool = false;

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

/** Forgets the messages that are kept. */
export function forget(): void {
  memory.fill(missed, 0, 4 * slotCount);
  // No message has this length.
  memory.fill(lengths, 0xff, 2 * keptCount);
}

/** Takes for granted that a kept message says nothing. */
export function silence(place: i32): void {
  store<u8>(sayings + place, 0);
}

/** Finds the phrases that stand in `length` bytes at `message`; answers how many leaves were found. */
export function findIn(length: usize): i32 {
  findSome(message, message + length, i32.MAX_VALUE);
  return foundCount;
}

/**
 * Tells of the rows whose messages may say something, and of those that are marked as trouble; answers how many it
 * tells of.
 */
export function sort(count: i32): i32 {
  let told = 0;
  for (let row = 0; row < count; row++) {
    const mark = load<u16>(rowMarks + 2 * row);
    const start = text + load<u32>(rowStarts + 4 * row);
    const place = placeOf(start, text + load<u32>(rowEnds + 4 * row), mark >> 1);
    if (!says && (mark & 1) == 0) continue;
    let telling = says ? saysUnkept : silentUnkept;
    if (place >= 0) {
      telling = (<u16>place) | (load<u8>(tellings + place) == 0 ? newlyKept : 0);
      store<u8>(tellings + place, 1);
    }
    store<u16>(toldRows + 2 * told, <u16>row);
    store<u16>(toldPlaces + 2 * told, telling);
    told++;
  }
  return told;
}

/** The place of a kept message; -1 where it is not kept. `says` tells whether it may say something. */
function placeOf(start: usize, end: usize, log: u16): i32 {
  const length = end - start;
  if (length > longestKept) {
    says = maySay(start, end);
    return -1;
  }
  const digest = mixed(digestOf(start, end), log);
  const slot = digest & (slotCount - 1);
  for (let place = slot * 2; place < slot * 2 + 2; place++) {
    if (load<i32>(digests + 4 * place) != digest || load<u16>(lengths + 2 * place) != length) continue;
    if (load<u16>(logs + 2 * place) != log || !isSame(keptMessages + longestKept * place, start, length))
      continue;
    store<u8>(lastUses + slot, <u8>(place & 1));
    says = load<u8>(sayings + place) != 0;
    return place;
  }
  says = maySay(start, end);
  // All units beyond ASCII are one byte, so two messages that differ in them would be one.
  if (!isAscii(start, length)) return -1;
  if (!says && load<i32>(missed + 4 * slot) != digest) {
    store<i32>(missed + 4 * slot, digest);
    return -1;
  }
  const place = slot * 2 + (load<u8>(lastUses + slot) ^ 1);
  store<u8>(lastUses + slot, <u8>(place & 1));
  store<i32>(digests + 4 * place, digest);
  store<u16>(lengths + 2 * place, <u16>length);
  store<u16>(logs + 2 * place, log);
  store<u8>(sayings + place, <u8>says);
  store<u8>(tellings + place, 0);
  memory.copy(keptMessages + longestKept * place, start, length);
  return place;
}

/** A number made of a message's length and of some of its bytes. Equal messages have equal digests. */
function digestOf(start: usize, end: usize): i32 {
  const length = <i32>(end - start);
  if (length < 8) return length < 4 ? length : mixed(load<i32>(start), load<i32>(end - 4)) + length;
  const quarter = <usize>(length >> 2);
  // Two rows that do not wait for each other; numbers stand near the end more often than elsewhere.
  const left = mixed(mixed(length, load<i32>(start)), load<i32>(start + quarter));
  const right = mixed(mixed(load<i32>(end - 4), load<i32>(end - 8)), load<i32>(start + quarter * 2));
  return mixed(mixed(left, load<i32>(start + quarter * 3 - 4)), right);
}

/** The lower bits choose the slot, so the upper ones have to have a part in them. */
function mixed(digest: i32, bytes: i32): i32 {
  const product = (digest ^ bytes) * 0x2545f491;
  return product ^ (product >>> 15);
}

function isSame(one: usize, other: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at += 16) {
    let differing = i8x16.bitmask(i8x16.ne(v128.load(one + at), v128.load(other + at)));
    const rest = <u32>(length - at);
    if (rest < 16) differing &= (1 << rest) - 1;
    if (differing != 0) return false;
  }
  return true;
}

function isAscii(start: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at += 16) {
    let beyond = i8x16.bitmask(v128.load(start + at));
    const rest = <u32>(length - at);
    if (rest < 16) beyond &= (1 << rest) - 1;
    if (beyond != 0) return false;
  }
  return true;
}

function maySay(start: usize, end: usize): bool {
  findSome(start, end, 1);
  return foundCount > 0;
}

/** Finds phrases until there are `most`. Looks at 64 bytes at once: at their words, not at each of them. */
function findSome(start: usize, end: usize, most: i32): void {
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
