import type { GrowingNumbers } from '../text/growingNumbers.ts';
import { carriageReturn, isLineEnd, lineFeed } from '../text/characters.ts';
import { plainEntries, type PlainEntriesModule } from './plainEntriesModule.ts';
import { keptBytes } from './registryData.ts';
import {
  afterLine,
  behindWord,
  closingQuote,
  cut,
  digitOf,
  endOfDigits,
  hasHiddenTail,
  lineEndFrom,
  unusual,
} from './registryFileUnits.ts';
import type { RegistryFileReading } from './registryFileReading.ts';
import { longRootNames } from './registryPath.ts';

/**
 * Reads what regedit writes, and nothing else: keys, values and comments without anything to be told about them. It
 * stops at every other entry, which `RegistryFileReading` then reads; tests hold the two to the same result where
 * they overlap. It works on UTF-16 units because engines read those twice as fast as the characters of a string; and
 * most entries, where the units stand in the memory of `server/wasm/plainEntries.ts`, are read there faster still.
 */
export class RegistryFileScanner {
  readonly #reading: RegistryFileReading;
  /** Where lines begin; null where nobody asks. */
  readonly #lines: GrowingNumbers | null;
  /** Reads what it can of units that stand in its window; null where nothing is to be read that way. */
  readonly #plain: PlainEntriesModule | null;
  /** Offset of the first unit in the whole text. */
  #base = 0;
  #isCut = false;
  /** Entries to be read here before plain ones are looked for again; more each time that only few were found. */
  #wait = 0;
  #pause = 0;
  #root = unitsOf('HKEY_LOCAL_MACHINE');

  constructor(
    reading: RegistryFileReading,
    lines: GrowingNumbers | null,
    plain: PlainEntriesModule | null = plainEntries(),
  ) {
    this.#reading = reading;
    this.#lines = lines;
    this.#plain = plain;
  }

  /** Whether the last scan stopped at an entry that goes on behind the units, as far as can be seen. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /**
   * Reads entries from `from`, the start of a line, to before `to`, and answers where the first one begins that it
   * leaves. What stands behind `to` may be anything. `base` is the offset of the first unit in the whole text.
   */
  scan(units: Uint16Array, from: number, to: number, base: number): number {
    const lines = this.#lines;
    this.#base = base;
    this.#isCut = false;
    const plain = this.#plain?.holds(units) === true ? this.#plain : null;
    let at = from;
    while (at < to) {
      if (plain !== null && --this.#wait < 0) at = this.#readPlain(plain, at, to);
      if (at === to) break;
      const known = lines === null ? 0 : lines.count;
      const next = this.#readEntry(units, at, to);
      if (next < 0) {
        lines?.cutTo(known);
        this.#isCut = next === cut || lineEndFrom(units, at, to) === to;
        return at;
      }
      lines?.add(base + next);
      at = next;
    }
    return at;
  }

  /** Where the first entry stands that is not plain. */
  #readPlain(plain: PlainEntriesModule, from: number, to: number): number {
    const reading = this.#reading;
    plain.learnRoot(this.#root);
    const { valueCount } = reading.table;
    const at = plain.read(from, to, this.#base, valueCount, reading.hasKey, reading.isAnsi);
    if (at > from) {
      reading.addPlain(plain);
      this.#lines?.addFirst(plain.lineStarts, plain.lineCount);
    }
    const isShort = plain.keyCount + plain.valueCount < worthwhile;
    this.#pause = isShort ? Math.min(2 * this.#pause + 1, longestPause) : 0;
    this.#wait = this.#pause;
    return at;
  }

  /** Start of the next entry, or `cut` or `unusual`. Nothing is taken unless its line end stands before `to`. */
  #readEntry(units: Uint16Array, at: number, to: number): number {
    switch (units[at]) {
      case quote:
        return this.#readValue(units, at, closingQuote(units, at + 1, to), to);
      case atSign:
        return this.#readValue(units, at, at + 1, to);
      case openBracket:
        return this.#readKey(units, at, to);
      case semicolon:
      case hash:
        return afterLine(units, lineEndFrom(units, at, to), to);
      case carriageReturn:
      case lineFeed:
        return afterLine(units, at, to);
      default:
        return unusual;
    }
  }

  #readKey(units: Uint16Array, start: number, to: number): number {
    const rootEnd = this.#behindRoot(units, start + 1);
    if (rootEnd < 0) return rootEnd;
    const lineEnd = lineEndFrom(units, rootEnd, to);
    const pathEnd = lineEnd - 1;
    const isWhole = units[pathEnd] === closeBracket && (units[rootEnd] === backslash || rootEnd === pathEnd);
    const next = afterLine(units, lineEnd, to);
    if (next < 0 || !isWhole) return next < 0 ? next : unusual;
    const base = this.#base;
    this.#reading.openKey(base + start, base + lineEnd, base + start + 1, base + pathEnd, false);
    return next;
  }

  /** Behind the long name of a root key; mostly the one of the key before. */
  #behindRoot(units: Uint16Array, from: number): number {
    const end = behindWord(units, from, this.#root);
    if (end >= 0) return end;
    const root = roots.find((one) => behindWord(units, from, one) >= 0);
    if (root === undefined) return unusual;
    this.#root = root;
    return from + root.length;
  }

  /** `nameEnd` may be why there is none. */
  #readValue(units: Uint16Array, start: number, nameEnd: number, to: number): number {
    if (nameEnd < 0) return nameEnd;
    const isDefault = units[start] === atSign;
    const dataStart = nameEnd + (isDefault ? 1 : 2);
    // A name of two quotes is odd, and so is a value without a key.
    const isOdd = (nameEnd === start + 1 && !isDefault) || !this.#reading.hasKey;
    if (isOdd || units[dataStart - 1] !== equalsSign) return unusual;
    const end = this.#readData(units, dataStart, to);
    const next = end < 0 ? end : afterLine(units, end, to);
    if (next < 0) return next;
    const base = this.#base;
    this.#reading.table.addValue(base + start, base + end, base + nameEnd, base + dataStart);
    return next;
  }

  /** Behind the data. */
  #readData(units: Uint16Array, from: number, to: number): number {
    if (units[from] === quote) {
      const close = closingQuote(units, from + 1, to);
      return close < 0 ? close : close + 1;
    }
    const digits = behindWord(units, from, dwordWord);
    return digits < 0 ? this.#readHex(units, from, to) : endOfDigits(units, digits, to);
  }

  /** `hex:` or `hex(7):`, and bytes of two digits, on as many lines as there are. */
  #readHex(units: Uint16Array, from: number, to: number): number {
    let at = behindWord(units, from, hexWord);
    if (at < 0) return at;
    let type = 3;
    if (units[at] === openParenthesis) {
      const close = endOfDigits(units, ++at, to);
      if (close < 0) return close;
      for (type = 0; at < close; at++) type = type * 16 + digitOf(units, at);
      if (units[at++] !== closeParenthesis) return unusual;
    }
    if (units[at++] !== colon) return unusual;
    return this.#readBytes(units, at, to, type);
  }

  #readBytes(units: Uint16Array, from: number, to: number, type: number): number {
    let count = 0;
    for (let at = from; ; at++) {
      // Here, at the start or behind a comma, stands a byte, or the line goes on below.
      if (units[at] === backslash) {
        const next = afterLine(units, at + 1, to);
        if (next < 0) return next;
        this.#lines?.add(this.#base + next);
        for (at = next; units[at] === space || units[at] === tab;) at++;
      }
      if (at + 2 >= to) return cut;
      if ((digitOf(units, at) | digitOf(units, at + 1)) >= 0) {
        count++;
        at += 2;
        if (units[at] === comma) continue;
      } else if (at > from) {
        return unusual;
      }
      const isWhole = isLineEnd(units[at] ?? 0) && this.#isAsTypeWants(type, count, units, from, at);
      return isWhole ? at : unusual;
    }
  }

  /** Whether there is nothing to be told about bytes of this type, see `decodeRegistryBytes`. */
  #isAsTypeWants(type: number, count: number, units: Uint16Array, from: number, end: number): boolean {
    switch (type) {
      case 1:
      case 2:
      case 6: {
        const isWide = type === 6 || !this.#reading.isAnsi;
        return count > keptBytes || !((isWide && count % 2 === 1) || hasHiddenTail(units, from, end, isWide));
      }
      case 7:
        return count > keptBytes || this.#reading.isAnsi || count % 2 === 0;
      case 4:
      case 5:
        return count === 4;
      case 11:
        return count === 8;
      default:
        return true;
    }
  }
}

/** Plain keys and values in a row that are read faster that way than here. */
const worthwhile = 4;
const longestPause = 15;

const tab = 9;
const space = 32;
const quote = 34;
const hash = 35;
const openParenthesis = 40;
const closeParenthesis = 41;
const comma = 44;
const colon = 58;
const semicolon = 59;
const equalsSign = 61;
const atSign = 64;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;

const roots = longRootNames.map(unitsOf);
const dwordWord = unitsOf('dword:');
const hexWord = unitsOf('hex');

function unitsOf(word: string): Uint16Array {
  return Uint16Array.from(word, (character) => character.charCodeAt(0));
}
