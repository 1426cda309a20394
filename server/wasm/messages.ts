/**
 * Sorts the messages of a log by whether they may say something, which is whether a phrase of the catalogue stands in
 * them (`phrases.ts`), from bytes. AssemblyScript: the syntax is TypeScript's, the types are those of WebAssembly, and
 * nothing is allocated. `messageModule.ts` of the core holds the other end.
 *
 * Logs say the same again and again, so a message that may say something is kept with a place, at which the core keeps
 * what it found out of it. So is one that says nothing, when it comes the second time: most that hold a number or an id
 * come once, and take the place of none.
 */

import { findSome, foundCount } from './phrases';

export { beginnings, classes, plant, words } from './phrases';

// Where things stand in memory, in bytes. What the other end has to know is exported.

/** Rows of one `sort`: where their messages begin and end in the window, the number of their log and their trouble. */
export const mostRows: usize = 0x400;
export const rowStarts: usize = 0x400;
export const rowEnds: usize = rowStarts + 4 * mostRows;
export const rowMarks: usize = rowEnds + 4 * mostRows;
/** What `sort` tells: a row, and where its message is kept. */
export const toldRows: usize = rowMarks + 2 * mostRows;
export const toldPlaces: usize = toldRows + 2 * mostRows;
// Behind these stand the tables of `phrases.ts`, up to 0x30000.
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

/** Whether the message that was looked up last may say something. */
let says: bool = false;

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
