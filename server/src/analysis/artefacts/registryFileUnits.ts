/** The small parts of a registry file, over UTF-16 units. Each answers an offset, or why there is none. */
import { carriageReturn, isLineEnd, lineFeed } from '../text/characters.ts';

/** The units at hand end before the part does. */
export const cut = -1;
/** It is not written as regedit writes it. */
export const unusual = -2;

const quote = 34;
const backslash = 92;

/** Offset of the first line end from `from` on; at most `to`. */
export function lineEndFrom(units: Uint16Array, from: number, to: number): number {
  let at = from;
  for (; at < to; at++) {
    // Four at a time, as most lines are long.
    while (at + 4 < to && isBehind(units, at) && isBehind(units, at + 2)) at += 4;
    if (isLineEnd(units[at] ?? 0)) return at;
  }
  return to;
}

function isBehind(units: Uint16Array, at: number): boolean {
  return (units[at] ?? 0) > carriageReturn && (units[at + 1] ?? 0) > carriageReturn;
}

/** Where the line behind a line end begins. */
export function afterLine(units: Uint16Array, lineEnd: number, to: number): number {
  if (lineEnd >= to) return cut;
  if (units[lineEnd] === lineFeed) return lineEnd + 1;
  if (units[lineEnd] !== carriageReturn) return unusual;
  if (lineEnd + 1 >= to) return cut;
  return lineEnd + (units[lineEnd + 1] === lineFeed ? 2 : 1);
}

/** Offset of the quote that closes a text on one line, all of whose backslashes stand before another or a quote. */
export function closingQuote(units: Uint16Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const unit = units[at] ?? 0;
    // Most characters stand between or behind those that count here.
    if (unit > backslash || (unit > quote && unit < backslash)) continue;
    if (unit === backslash) {
      const escaped = units[++at];
      if (escaped !== backslash && escaped !== quote) return unusual;
    } else if (unit === quote) {
      return at;
    } else if (isLineEnd(unit)) {
      return unusual;
    }
  }
  return cut;
}

/** Behind one to eight hex digits. */
export function endOfDigits(units: Uint16Array, from: number, to: number): number {
  let at = from;
  while (at < to && digitOf(units, at) >= 0) at++;
  if (at >= to) return cut;
  return at > from && at <= from + 8 ? at : unusual;
}

/** The value of a hex digit, -1 for another character. */
export function digitOf(units: Uint16Array, at: number): number {
  return (digits[units[at] ?? 0] ?? 0) - 1;
}

/** Behind a word, which is given as its units. */
export function behindWord(units: Uint16Array, from: number, word: Uint16Array): number {
  for (let i = 0; i < word.length; i++) if (units[from + i] !== word[i]) return unusual;
  return from + word.length;
}

/** Whether text goes on behind its end mark in the bytes between two offsets, which hold nothing but bytes of two digits. */
export function hasHiddenTail(units: Uint16Array, from: number, to: number, isWide: boolean): boolean {
  let ended = false;
  let low = -1;
  for (let at = from; at < to; at++) {
    const digit = digitOf(units, at);
    if (digit < 0) continue;
    const byte = digit * 16 + digitOf(units, ++at);
    if (isWide && low < 0) {
      low = byte;
      continue;
    }
    const isMark = byte === 0 && low <= 0;
    if (ended && !isMark) return true;
    ended = isMark;
    low = -1;
  }
  return false;
}

/** For each unit one more than its value as a hex digit; 0 for what is none. */
const digits = hexDigits();

function hexDigits(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let value = 0; value < 16; value++) {
    const digit = value.toString(16);
    table[digit.charCodeAt(0)] = value + 1;
    table[digit.toUpperCase().charCodeAt(0)] = value + 1;
  }
  return table;
}
