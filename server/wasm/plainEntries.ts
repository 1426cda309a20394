/**
 * Reads runs of plain entries of a registry export, from UTF-16 units to columns. AssemblyScript: the syntax is
 * TypeScript's, the types are those of WebAssembly, and nothing is allocated. `plainEntriesModule.ts` of the core holds
 * the other end.
 *
 * Plain is nearly all that regedit writes: blank lines, keys below the root that was learned, and values whose data is
 * a text on one line, a `dword:` or bytes that fit their type, each from the start of a line to a LF or CR LF. What is not
 * plain is left to `RegistryFileScanner`, which would have read the plain entries as they are read here.
 */

// Where things stand in memory, in bytes. What the other end has to know is exported.

/** `[`, the root of plain keys and a backslash. */
export const root: usize = 0x400;
/** How many keys, values and lines the last `read` made. */
export const counts: usize = 0x7f0;
/** Columns of keys and values and where lines begin, with room for all that a window can hold. */
export const mostKeys: usize = 0x1000;
export const keyStarts: usize = 0x800;
/** One more than there are keys: the first is that of the key which was open before. */
const keyEnds: usize = keyStarts + 4 * mostKeys;
const pathStarts: usize = keyEnds + 4 * mostKeys;
const pathEnds: usize = pathStarts + 4 * mostKeys;
const firstValues: usize = pathEnds + 4 * mostKeys;
export const mostValues: usize = 0x2000;
export const valueStarts: usize = firstValues + 4 * mostKeys;
const valueEnds: usize = valueStarts + 4 * mostValues;
const nameEnds: usize = valueEnds + 4 * mostValues;
const dataStarts: usize = nameEnds + 4 * mostValues;
export const lines: usize = dataStarts + 4 * mostValues;
/** The window: units of the text, with room behind them that is looked at and decides nothing. */
export const window: usize = 0x60000;
export const windowLength: usize = 0x8000;

const lineFeed: u16 = 0x0a;
const carriageReturnAndLineFeed: u32 = 0x000a000d;
const quote: u16 = 0x22;
const equalsSign: u16 = 0x3d;
const atSign: u16 = 0x40;
const openBracket: u16 = 0x5b;
const backslash: u16 = 0x5c;
const closeBracket: u16 = 0x5d;
/** Words as they stand in memory: `dwor`, `d:`, `hex:`, `hex(`, `):` and the byte `00`. */
const dwordHead: u64 = 0x0072006f00770064;
const dwordTail: u32 = 0x003a0064;
const hexOfBinary: u64 = 0x003a007800650068;
const hexHead: u64 = 0x0028007800650068;
const hexTail: u32 = 0x003a0029;
const zeroByte: u32 = 0x00300030;

let rootBytes: usize = 0;
let keyCount: usize = 0;
let valueCount: usize = 0;
let lineCount: usize = 0;
/** What makes an offset in the text of half an address. */
let offset: i32 = 0;
let hasKey: bool = false;
let isAnsi: bool = false;

/** Learns what stands at `root`, so many bytes. */
export function learnRoot(bytes: i32): void {
  rootBytes = bytes;
}

/**
 * Reads plain entries of the window from unit `from` on, the start of a line, to before `end`; answers where the first
 * one stands that is not plain or may reach beyond the end. `base` is the offset in the text of the window's first
 * unit, `first` the number of the first value; `below` tells whether a key is open, `ansi` whether bytes that spell
 * text are ANSI.
 */
export function read(from: i32, end: i32, base: i32, first: i32, below: bool, ansi: bool): i32 {
  keyCount = 0;
  valueCount = 0;
  lineCount = 0;
  store<i32>(keyEnds, 0);
  offset = base - <i32>(window >> 1);
  hasKey = below;
  isAnsi = ansi;
  const limit = window + 2 * end;
  let at = window + 2 * from;
  while (at < limit) {
    const known = lineCount;
    const next = readOne(at, limit, first);
    if (next == 0) {
      lineCount = known;
      break;
    }
    addLine(next);
    at = next;
  }
  store<u32>(counts, <u32>keyCount);
  store<u32>(counts + 4, <u32>valueCount);
  store<u32>(counts + 8, <u32>lineCount);
  return <i32>((at - window) >> 1);
}

/** Reads the entry that begins at `at`; answers where the next one begins, or 0 if it is not plain. */
function readOne(at: usize, limit: usize, first: i32): usize {
  const unit = load<u16>(at);
  if (unit == openBracket) return readKey(at, limit, first);
  if (unit == atSign) return readValue(at, at + 2, at + 4, limit);
  if (unit != quote) return afterLine(at, limit);
  const nameEnd = closingQuote(at + 2, limit);
  // A name of two quotes is odd.
  return nameEnd <= at + 2 ? 0 : readValue(at, nameEnd, nameEnd + 4, limit);
}

function readKey(start: usize, limit: usize, first: i32): usize {
  for (let at: usize = 0; at < rootBytes; at += 2) {
    if (load<u16>(start + at) != load<u16>(root + at)) return 0;
  }
  const end = lineEndFrom(start + rootBytes, limit);
  const next = afterLine(end, limit);
  if (next == 0 || load<u16>(end - 2) != closeBracket) return 0;
  const row = keyCount * 4;
  keyCount++;
  store<i32>(keyStarts + row, offsetOf(start));
  store<i32>(keyEnds + row + 4, offsetOf(end));
  store<i32>(pathStarts + row, offsetOf(start + 2));
  store<i32>(pathEnds + row, offsetOf(end - 2));
  store<i32>(firstValues + row, first + <i32>valueCount);
  hasKey = true;
  return next;
}

function readValue(start: usize, nameEnd: usize, dataStart: usize, limit: usize): usize {
  if (!hasKey || load<u16>(dataStart - 2) != equalsSign) return 0;
  const end = endOfData(dataStart, limit);
  const next = afterLine(end, limit);
  if (next == 0) return 0;
  const row = valueCount * 4;
  valueCount++;
  store<i32>(valueStarts + row, offsetOf(start));
  store<i32>(valueEnds + row, offsetOf(end));
  store<i32>(nameEnds + row, offsetOf(nameEnd));
  store<i32>(dataStarts + row, offsetOf(dataStart));
  store<i32>(keyEnds + 4 * keyCount, offsetOf(end));
  return next;
}

/** Behind the data that begins at `at`, or 0 if it is not plain. */
function endOfData(at: usize, limit: usize): usize {
  if (load<u16>(at) == quote) {
    const end = closingQuote(at + 2, limit);
    return end == 0 ? 0 : end + 2;
  }
  const head = load<u64>(at);
  if (head == dwordHead && load<u32>(at + 8) == dwordTail) {
    const count = ctz(~hexDigits(narrowed(at + 12)));
    return count >= 1 && count <= 8 ? at + 12 + 2 * count : 0;
  }
  if (head == hexOfBinary) return endOfBytes(at + 8, limit, 3);
  if (head != hexHead || load<u32>(at + 10) != hexTail) return 0;
  const digit = load<u16>(at + 8);
  return endOfBytes(at + 14, limit, digit == 0x62 ? 11 : <i32>digit - 0x30);
}

/** Behind bytes, on as many lines as there are, or 0 if they are not plain or not as the type wants them. */
function endOfBytes(from: usize, limit: usize, type: i32): usize {
  let count: usize = 0;
  let lineAt = from;
  let at = from;
  while (at < limit) {
    const good = <usize>unitsOfBytes(at);
    const bytes = (good + 1) / 3;
    count += bytes;
    at += 2 * good;
    if (good == 15) continue;
    if (good == 3 * bytes - 1) break;
    // No byte stands here: at the start or behind a comma, or behind half a byte.
    if (good != 3 * bytes || (at == lineAt && lineAt != from)) return 0;
    if (load<u16>(at) != backslash) {
      if (at != from) return 0;
      break;
    }
    at = afterLine(at + 2, limit);
    if (at == 0) return 0;
    addLine(at);
    while (at < limit && (load<u16>(at) == 0x20 || load<u16>(at) == 0x09)) at += 2;
    lineAt = at;
  }
  const isText = type == 2 || type == 7;
  if (isText && (isAnsi || count % 2 != 0 || (type == 2 && hasHiddenTail(from, at)))) return 0;
  return isText || type == 0 || type == 3 || (type == 11 && count == 8) ? at : 0;
}

/** How many of the next 15 units are five bytes of two digits with a comma behind each, or a beginning of them. */
function unitsOfBytes(at: usize): i32 {
  const here = narrowed(at);
  const commas = i8x16.bitmask(i8x16.eq(here, i8x16.splat(0x2c)));
  return ctz(~((hexDigits(here) & 0b011011011011011) | (commas & 0b100100100100100)));
}

/** Whether text of two bytes a unit goes on behind its end mark, in bytes that are plain. */
function hasHiddenTail(from: usize, to: usize): bool {
  let isSecond = false;
  let isZero = true;
  let ended = false;
  for (let at = from; at < to; at += 2) {
    const unit = load<u16>(at);
    if (unit < 0x30 || unit == backslash) continue;
    isZero = isZero && load<u32>(at) == zeroByte;
    at += 2;
    if (isSecond) {
      if (ended && !isZero) return true;
      ended = isZero;
      isZero = true;
    }
    isSecond = !isSecond;
  }
  return false;
}

/** The quote that closes a text on one line, all of whose backslashes stand before another or a quote; else 0. */
function closingQuote(from: usize, limit: usize): usize {
  for (let at = from; at < limit; at += 32) {
    const here = narrowed(at);
    let stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(here, i8x16.splat(0x22)), i8x16.eq(here, i8x16.splat(0x5c))),
        v128.or(i8x16.eq(here, i8x16.splat(0x0a)), i8x16.eq(here, i8x16.splat(0x0d))),
      ),
    );
    while (stops != 0) {
      const place = <usize>ctz(stops);
      const stop = at + 2 * place;
      const unit = load<u16>(stop);
      if (unit == quote) return stop;
      const escaped = load<u16>(stop + 2);
      if (unit != backslash || (escaped != backslash && escaped != quote)) return 0;
      stops &= -4 << (<i32>place);
      // What is escaped stands in the next sixteen.
      if (place == 15) at += 2;
    }
  }
  return 0;
}

/** The first CR or LF from `from` on; behind the limit where none stands before it. */
function lineEndFrom(from: usize, limit: usize): usize {
  for (let at = from; at < limit; at += 32) {
    const here = narrowed(at);
    const ends = i8x16.bitmask(v128.or(i8x16.eq(here, i8x16.splat(0x0a)), i8x16.eq(here, i8x16.splat(0x0d))));
    if (ends != 0) return at + 2 * ctz(ends);
  }
  return limit;
}

/** Where the line begins behind a LF or CR LF at `at`; 0 where there is none before the limit. */
function afterLine(at: usize, limit: usize): usize {
  let next: usize = 0;
  if (load<u16>(at) == lineFeed) next = at + 2;
  else if (load<u32>(at) == carriageReturnAndLineFeed) next = at + 4;
  return next > limit ? 0 : next;
}

/** Sixteen units as bytes; what is no character of eight bits becomes 0 or 255. */
function narrowed(at: usize): v128 {
  return i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
}

/** A bit for each that is a hex digit. */
function hexDigits(units: v128): i32 {
  const digits = i8x16.lt_u(i8x16.sub(units, i8x16.splat(0x30)), i8x16.splat(10));
  const lower = v128.or(units, i8x16.splat(0x20));
  return i8x16.bitmask(v128.or(digits, i8x16.lt_u(i8x16.sub(lower, i8x16.splat(0x61)), i8x16.splat(6))));
}

function offsetOf(at: usize): i32 {
  return offset + <i32>(at >> 1);
}

function addLine(at: usize): void {
  store<i32>(lines + 4 * lineCount, offsetOf(at));
  lineCount++;
}
