/**
 * Reads runs of plain records of a CCM log, from bytes to columns. AssemblyScript: the syntax is TypeScript's, the
 * types are those of WebAssembly, and nothing is allocated. `plainRecordsModule.ts` of the core holds the other end.
 *
 * A plain record is an opener, a message without anything that looks like another opener, a closer, attributes of the
 * one form that nearly every record has right behind it, and then the next opener, with nothing but blanks and line
 * ends between:
 *
 *     <![LOG[...]LOG]!><time="HH:MM:SS.mmm+bias" date="MM-DD-YYYY" component="..." context="" type="n" thread="n" file="...">
 *
 * From the bias to the thread, records repeat what an earlier one said, so that stretch is compared as a whole with
 * what was learned there. What is not plain is left to `CcmScanner`, which would have read the plain ones as they are
 * read here.
 */

import { middleAt, middleBias, middleComponent, middleMidnight, middleType } from './middles';

export { forget, learn, learned, mostMiddles } from './middles';

// Where things stand in memory, in bytes. What the other end has to know is exported.

/** Columns of so many rows, one behind the other, the widest first; see `RecordColumns`. */
export const mostRows: i32 = 0x400;
export const localTime: usize = 0x800;
export const start: usize = localTime + 8 * mostRows;
export const end: usize = start + 4 * mostRows;
export const messageStart: usize = end + 4 * mostRows;
export const messageEnd: usize = messageStart + 4 * mostRows;
export const thread: usize = messageEnd + 4 * mostRows;
export const bias: usize = thread + 4 * mostRows;
export const component: usize = bias + 2 * mostRows;
export const type: usize = component + 2 * mostRows;
export const flags: usize = type + mostRows;
// From 0x10000 to 0xb2000 stand the middles.
/** Where lines begin, of which a window has at most as many as bytes. */
export const lines: usize = 0xc0000;
/** The window: a stretch of the log with a byte for each UTF-16 unit. What stands behind it decides nothing. */
export const text: usize = 0x100000;
export const windowLength: usize = 0xc000;

const multiLineFlag: u8 = 2;
const zonelessFlag: u8 = 8;
const noBias: i32 = 0x7fff;

const delimiterLength: usize = 7;
/** Characters as numbers, as they stand in memory: four or eight of `<![LOG[`, `]LOG]!>` and so on. */
const openerHead: u32 = 0x4c5b213c;
const openerTail: u32 = 0x5b474f4c;
const closerHead: u32 = 0x474f4c5d;
const closerTail: u32 = 0x3e215d47;
const timeName: u64 = 0x00223d656d69743c;
const fileName: u64 = 0x223d656c69662022;

let rowCount: i32 = 0;
let lineCount: i32 = 0;
/** `HH:MM:SS` of the last record as it stands there, and the milliseconds that it makes: many share a second. */
let clock: u64 = 0x30303a30303a3030;
let clockTime: f64 = 0;
/** The last message goes over several lines. */
let isMultiLine: bool = false;
/** The last attributes were plain up to a middle that nobody has learned. */
let isNew: bool = false;

/** Rows and lines that the last `read` made. */
export function rows(): i32 {
  return rowCount;
}

export function lineStarts(): i32 {
  return lineCount;
}

/** Whether the last attributes that were not plain would be if their middle were learned. */
export function wouldLearn(): bool {
  return isNew;
}

/**
 * Reads plain records of the window from `from` on, up to `to` at most; answers where the first one stands that is
 * not plain, that may reach beyond the end, or that found no room. Offsets in rows are those in the window and `base`.
 */
export function read(from: i32, to: i32, base: i32): i32 {
  rowCount = 0;
  lineCount = 0;
  isNew = false;
  const limit = text + to;
  let at = text + from;
  if (at + delimiterLength > limit || !isOpener(at)) return from;
  while (rowCount < mostRows) {
    const next = readOne(at, limit, base);
    if (next == 0) break;
    at = next;
  }
  return <i32>(at - text);
}

/** Reads the record at `opener`; answers where the next one begins, or 0 if it is not plain. */
function readOne(opener: usize, limit: usize, base: i32): usize {
  const message = opener + delimiterLength;
  const closer = closerBehind(message, limit);
  if (closer == 0) return 0;
  let at = closer + delimiterLength;
  if ((load<u64>(at) & 0x00ffffffffffffff) != timeName) return 0;
  if (load<u64>(at + 7) != clock && !readClock(at + 7)) return 0;
  const hundreds = load<u8>(at + 16) - 0x30;
  const tens = load<u8>(at + 17) - 0x30;
  const ones = load<u8>(at + 18) - 0x30;
  if (load<u8>(at + 15) != 0x2e || hundreds > 9 || tens > 9 || ones > 9) return 0;
  at += 19;
  // The Intune Management Extension writes seven digits; what is below a millisecond is cut off.
  while (at < limit && isDigit(load<u8>(at))) at++;

  const middle = at < limit ? middleAt(at) : 0;
  isNew = middle == 0;
  if (middle == 0) return 0;
  at += load<i32>(middle);
  const threadStart = at;
  let number: u32 = 0;
  while (at < limit && isDigit(load<u8>(at))) {
    number = number * 10 + (load<u8>(at) - 0x30);
    at++;
  }
  if (at == threadStart || at - threadStart > 9) return 0;
  if (load<u64>(at) != fileName) return 0;
  const behind = endOfValue(at + 8, limit) + 2;
  if (behind > limit || load<u16>(behind - 2) != 0x3e22) return 0;

  let next = behind;
  while (next < limit && isBetween(load<u8>(next))) next++;
  if (next == behind || next + delimiterLength > limit || !isOpener(next)) return 0;

  const minutes = load<i32>(middle + middleBias);
  const offset = <i32>text - base;
  const i = <usize>rowCount;
  rowCount++;
  store<f64>(
    localTime + 8 * i,
    load<f64>(middle + middleMidnight) + clockTime + <f64>(<i32>hundreds * 100 + <i32>tens * 10 + <i32>ones),
  );
  store<i32>(start + 4 * i, <i32>opener - offset);
  store<i32>(end + 4 * i, <i32>behind - offset);
  store<i32>(messageStart + 4 * i, <i32>message - offset);
  store<i32>(messageEnd + 4 * i, <i32>closer - offset);
  store<u32>(thread + 4 * i, number);
  store<u16>(bias + 2 * i, <u16>minutes);
  store<u16>(component + 2 * i, load<u16>(middle + middleComponent));
  store<u8>(type + i, load<u8>(middle + middleType));
  store<u8>(flags + i, (isMultiLine ? multiLineFlag : 0) | (minutes == noBias ? zonelessFlag : 0));
  if (isMultiLine || !isLineEnd(behind, next)) addLines(message, next, offset);
  else addLine(<i32>next - offset);
  return next;
}

/** The closer of a message that begins at `from`, where no opener stands before it and it is whole; else 0. */
function closerBehind(from: usize, limit: usize): usize {
  isMultiLine = false;
  for (let at = from; at < limit; at += 16) {
    const here = v128.load(at);
    const lineEnds = i8x16.bitmask(
      v128.or(i8x16.eq(here, i8x16.splat(0x0a)), i8x16.eq(here, i8x16.splat(0x0d))),
    );
    // Both delimiters have `LO` in them, behind a bracket that is looked for here.
    let found = i8x16.bitmask(
      v128.and(i8x16.eq(v128.load(at, 1), i8x16.splat(0x4c)), i8x16.eq(v128.load(at, 2), i8x16.splat(0x4f))),
    );
    for (; found != 0; found &= found - 1) {
      const place = ctz(found);
      const bracket = at + place;
      if (load<u32>(bracket) == closerHead && load<u32>(bracket + 3) == closerTail) {
        if (bracket + delimiterLength > limit) return 0;
        isMultiLine = isMultiLine || (lineEnds & ((1 << place) - 1)) != 0;
        return bracket;
      }
      if (bracket >= from + 2 && isOpener(bracket - 2)) return 0;
    }
    isMultiLine = isMultiLine || lineEnds != 0;
  }
  return 0;
}

function readClock(at: usize): bool {
  const hour = twoDigits(at);
  const minute = twoDigits(at + 3);
  const second = twoDigits(at + 6);
  if (load<u8>(at + 2) != 0x3a || load<u8>(at + 5) != 0x3a) return false;
  if (hour > 23 || minute > 59 || second > 59) return false;
  clock = load<u64>(at);
  clockTime = <f64>(((hour * 60 + minute) * 60 + second) * 1000);
  return true;
}

/**
 * Where a value ends that is taken without a look at what it says. Beside the quotation mark that is what a line end or
 * the opener or closer of a record may begin with: those are left to the general reader.
 */
function endOfValue(from: usize, limit: usize): usize {
  let at = from;
  let stops = stopsFrom(at);
  while (stops == 0 && at < limit) {
    at += 16;
    stops = stopsFrom(at);
  }
  // Without any, that is behind the limit, too.
  return at + ctz(stops);
}

/** A bit for each of 16 bytes that a value may end at. */
function stopsFrom(at: usize): i32 {
  const here = v128.load(at);
  return i8x16.bitmask(
    v128.or(
      v128.or(i8x16.lt_u(here, i8x16.splat(0x20)), i8x16.eq(here, i8x16.splat(0x22))),
      v128.or(i8x16.eq(here, i8x16.splat(0x3c)), i8x16.eq(here, i8x16.splat(0x5d))),
    ),
  );
}

/** Notes where lines begin that end from `from` to before `to`, behind which no line end follows. */
function addLines(from: usize, to: usize, offset: i32): void {
  for (let at = from; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == 0x0a || (byte == 0x0d && load<u8>(at + 1) != 0x0a)) addLine(<i32>at + 1 - offset);
  }
}

function addLine(at: i32): void {
  store<i32>(lines + 4 * <usize>lineCount, at);
  lineCount++;
}

function isOpener(at: usize): bool {
  return load<u32>(at) == openerHead && load<u32>(at + 3) == openerTail;
}

/** Whether one line end is all that stands from `from` to before `to`. */
function isLineEnd(from: usize, to: usize): bool {
  if (load<u8>(to - 1) != 0x0a) return false;
  return to - from == 1 || (to - from == 2 && load<u8>(from) == 0x0d);
}

/** What may stand between two records. */
function isBetween(byte: u8): bool {
  return byte == 0x0a || byte == 0x0d || byte == 0x20 || byte == 0x09 || byte == 0;
}

function isDigit(byte: u8): bool {
  return <u8>(byte - 0x30) <= 9;
}

/** 100 where these are no digits. */
function twoDigits(at: usize): i32 {
  const tens = load<u8>(at) - 0x30;
  const ones = load<u8>(at + 1) - 0x30;
  return tens <= 9 && ones <= 9 ? <i32>tens * 10 + <i32>ones : 100;
}
