/** The attributes behind a CCM record's message: `<time="..." date="..." component="..." ... file="...">`. */
import {
  isBlank,
  isDigit,
  isLetter,
  isLineEnd,
  lineEndFrom,
  skipBlanksAndLines,
  trimBlanksAndLines,
} from '../text/characters.ts';
import { numberAt } from '../text/calendar.ts';
import { readWrittenTime } from '../text/time.ts';
import { readThread } from './threadNumber.ts';

export interface CcmAttributes {
  /** Offset behind the attributes: behind their `>`, or behind what is left of them. */
  readonly end: number;
  /** Their closing `>` is there. */
  readonly closed: boolean;
  /** NaN where there is none. */
  readonly localTime: number;
  /** Null where none is written. */
  readonly bias: number | null;
  readonly impossibleBias: boolean;
  /** A time or a date is written, and they do not make a moment. */
  readonly unreadableTime: boolean;
  /** 255 where missing. */
  readonly type: number;
  readonly component: string;
  readonly thread: number;
}

/**
 * Reads attributes by name, in any order, each of them optional. Blanks and line breaks may stand between them, as
 * mail programs wrap there, but not inside a value. Values may be in double quotes, single quotes or none.
 *
 * `start` is where `<` or the first name stands. `limit` is where the next opener or closer of a record stands, so
 * that torn attributes never reach into another record. Null when these are no attributes at all.
 */
export function readCcmAttributes(text: string, start: number, limit: number): CcmAttributes | null {
  if (start >= limit) return null;
  const isOpened = text.charCodeAt(start) === 0x3c;
  const first = isOpened ? start + 1 : start;
  if (nameEndAt(text, first, limit) < 0) return isOpened ? readDamagedStart(text, first, limit) : null;

  const values = new AttributeValues(text);
  let at = first;
  let lastEnd = start;
  for (;;) {
    at = skipBlanksAndLines(text, at, limit);
    const closing = closingAt(text, at, limit);
    if (closing >= 0) return values.finish(closing, true);
    const nameEnd = at < limit ? nameEndAt(text, at, limit) : -1;
    const valueEnd = nameEnd < 0 ? -1 : valueEndAt(text, nameEnd + 1, limit);
    if (valueEnd < 0) break;
    values.set(at, nameEnd, valueEnd);
    at = valueEnd;
    lastEnd = at;
  }

  // Something that is no attribute. A closer right behind it belongs to a record that was written into this one,
  // and so does the text before that closer; otherwise the rest of the line is this record's.
  const lineEnd = lineEndFrom(text, lastEnd, limit);
  if (lineEnd === limit && text.charCodeAt(limit) === 0x5d) return values.finish(lastEnd, false);
  const end = trimBlanksAndLines(text, lastEnd, lineEnd);
  return values.finish(end, end > lastEnd && text.charCodeAt(end - 1) === 0x3e);
}

/**
 * Attributes that do not begin with one: a beginning that is cut off (`<ti` at the end of a line) or overwritten (`<ti
 * thread="1">`). Null where nothing on the line says that these are attributes.
 */
function readDamagedStart(text: string, first: number, limit: number): CcmAttributes | null {
  const end = trimBlanksAndLines(text, first, lineEndFrom(text, first, limit));
  const rest = readAttributeRest(text, first, end)?.attributes;
  if (rest !== undefined) return { ...rest, closed: false };
  for (let at = first; at < end; at++) {
    if (at - first >= longestName || !isNameCharacter(text.charCodeAt(at))) return null;
  }
  return new AttributeValues(text).finish(end, false);
}

/** Whether a line looks like the rest of a record whose beginning is lost inside its attributes. */
export function isAttributeRest(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 0x3e) return false;
  const line = text.slice(start, end);
  return (
    [' date="', 'component="', 'thread="', ' type="', 'file="'].filter((name) => line.includes(name)).length >
    1
  );
}

/** Reads everything from the first complete attribute on; null where there is none. */
export function readAttributeRest(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly attributes: CcmAttributes } | null {
  for (let at = start; at < end; at++) {
    const isStart = at === start || isBlank(text.charCodeAt(at - 1));
    if (!isStart || nameEndAt(text, at, end) < 0) continue;
    const attributes = readCcmAttributes(text, at, end);
    return attributes === null ? null : { start: at, attributes };
  }
  return null;
}

const longestName = 32;

/** Offset of the `=` behind a name at `at`; -1 when there is no name followed by `=`. */
function nameEndAt(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && end - at < longestName && isNameCharacter(text.charCodeAt(end))) end++;
  return end > at && end < limit && text.charCodeAt(end) === 0x3d ? end : -1;
}

function isNameCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 0x5f;
}

/** Offset behind `>` or `/>` at `at`, else -1. */
function closingAt(text: string, at: number, limit: number): number {
  if (at >= limit) return -1;
  if (text.charCodeAt(at) === 0x3e) return at + 1;
  return text.charCodeAt(at) === 0x2f && at + 1 < limit && text.charCodeAt(at + 1) === 0x3e ? at + 2 : -1;
}

/**
 * Offset behind a value and its closing quote; -1 when a quoted value does not end on its line. A quote ends the value
 * where another attribute, `>` or the end follows; failing that, the first quote with a gap behind it does.
 */
function valueEndAt(text: string, at: number, limit: number): number {
  const quote = at < limit ? text.charCodeAt(at) : 0;
  if (!isQuote(quote)) return bareValueEndAt(text, at, limit);
  let fallback = -1;
  for (let end = at + 1; end < limit; end++) {
    const code = text.charCodeAt(end);
    if (isLineEnd(code)) break;
    if (code !== quote) continue;
    const next = skipBlanksAndLines(text, end + 1, limit);
    const isEnd = next >= limit || closingAt(text, next, limit) >= 0 || nameEndAt(text, next, limit) >= 0;
    if (isEnd) return end + 1;
    if (next > end + 1 && fallback < 0) fallback = end + 1;
    end = next - 1;
  }
  return fallback;
}

/** `file=helloworld.log""`: everything up to the gap. */
function bareValueEndAt(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && text.charCodeAt(end) !== 0x3e && !isGap(text.charCodeAt(end))) end++;
  return end;
}

function isQuote(code: number): boolean {
  return code === 0x22 || code === 0x27;
}

function isGap(code: number): boolean {
  return isBlank(code) || isLineEnd(code);
}

/** Keeps the values that matter as offsets, so that nothing is allocated for the rest. */
class AttributeValues {
  readonly #text: string;
  #timeStart = -1;
  #timeEnd = -1;
  #dateStart = -1;
  #dateEnd = -1;
  #type = 255;
  #component = '';
  #thread = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** `valueEnd` is behind the closing quote. Names are compared without regard to case; unknown ones are dropped. */
  set(nameStart: number, nameEnd: number, valueEnd: number): void {
    let start = nameEnd + 1;
    let end = valueEnd;
    if (isQuote(this.#text.charCodeAt(start))) start++;
    while (end > start && isQuote(this.#text.charCodeAt(end - 1))) end--;
    if (this.#isNamed('time', nameStart, nameEnd)) {
      this.#timeStart = start;
      this.#timeEnd = end;
    } else if (this.#isNamed('date', nameStart, nameEnd)) {
      this.#dateStart = start;
      this.#dateEnd = end;
    } else if (this.#isNamed('component', nameStart, nameEnd)) {
      this.#component = this.#text.slice(start, end);
    } else if (this.#isNamed('type', nameStart, nameEnd)) {
      this.#type = typeNumber(this.#text, start, end);
    } else if (this.#isNamed('thread', nameStart, nameEnd)) {
      this.#thread = readThread(this.#text, start, end);
    }
  }

  finish(end: number, closed: boolean): CcmAttributes {
    const written =
      this.#timeStart < 0 || this.#dateStart < 0
        ? null
        : readWrittenTime(this.#text, this.#timeStart, this.#timeEnd, this.#dateStart, this.#dateEnd);
    const localTime = written?.local ?? Number.NaN;
    return {
      end,
      closed,
      localTime,
      bias: written?.bias ?? null,
      impossibleBias: written?.impossibleBias ?? false,
      unreadableTime: written !== null && Number.isNaN(localTime),
      type: this.#type,
      component: this.#component,
      thread: this.#thread,
    };
  }

  #isNamed(name: string, start: number, end: number): boolean {
    if (end - start !== name.length) return false;
    for (let i = 0; i < name.length; i++) {
      if ((this.#text.charCodeAt(start + i) | 0x20) !== name.charCodeAt(i)) return false;
    }
    return true;
  }
}

/** The number of `type=`; 255 when it is missing, empty or no small number. */
function typeNumber(text: string, start: number, end: number): number {
  if (end === start || end - start > 2) return 255;
  for (let at = start; at < end; at++) if (!isDigit(text.charCodeAt(at))) return 255;
  return numberAt(text, start, end);
}
