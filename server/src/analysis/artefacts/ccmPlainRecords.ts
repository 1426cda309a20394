import { fourBytes, type ByteWindow } from '../text/byteWindow.ts';
import { carriageReturn, isBlank, lineFeed } from '../text/characters.ts';
import type { LineStarts } from '../text/lineStarts.ts';
import type { Occurrences } from '../text/occurrences.ts';
import type { CcmRecordSink } from './ccmRecordSink.ts';

/**
 * Reads runs of plain records: an opener, a message without anything that looks like another opener, a closer,
 * attributes of the usual form right behind it, and then the next opener, with nothing but blanks and line ends
 * between. Nearly all records are of this kind, and of each only one search for a delimiter and its attributes are
 * looked at. What is not plain is left to the scanner, which would have read the plain ones as they are read here.
 */
export class CcmPlainRecords {
  readonly #text: string;
  readonly #lineFeeds: Occurrences;
  readonly #carriageReturns: Occurrences;
  readonly #sink: CcmRecordSink;
  readonly #lines: LineStarts | null;
  readonly #window: ByteWindow;

  constructor(
    text: string,
    lineFeeds: Occurrences,
    carriageReturns: Occurrences,
    sink: CcmRecordSink,
    lines: LineStarts | null,
  ) {
    this.#text = text;
    this.#lineFeeds = lineFeeds;
    this.#carriageReturns = carriageReturns;
    this.#sink = sink;
    this.#lines = lines;
    this.#window = sink.window;
    this.#window.clear();
  }

  /** Reads on from `from` as long as records are plain; answers where the first one stands that is not. */
  read(from: number): number {
    const window = this.#window;
    let at = from;
    if (at < window.start || at + delimiterLength > window.end) window.moveTo(this.#text, at);
    if (!isOpener(window, at - window.start)) return at;
    for (;;) {
      const next = this.#readOne(at);
      if (next > at) {
        at = next;
      } else if (at >= window.middle && window.end < this.#text.length) {
        // It may be plain and only reach beyond the window, which is moved seldom, whatever the text holds.
        window.moveTo(this.#text, at);
      } else {
        return at;
      }
    }
  }

  /** Reads the record at `opener`; answers where the next one begins, or `opener` if it is not plain. */
  #readOne(opener: number): number {
    const window = this.#window;
    const base = window.start;
    const limit = window.end - base;
    const closer = this.#closerBehind(opener + delimiterLength);
    if (closer < 0) return opener;
    const { plain } = this.#sink;
    if (!plain.read(window, closer + delimiterLength - base, limit)) return opener;

    const gap = plain.end;
    let next = gap;
    while (next < limit && isBetween(window.bytes[next] ?? 0)) next++;
    if (next === gap || next + delimiterLength > limit || !isOpener(window, next)) return opener;
    const start = opener + delimiterLength;
    const multiLine = this.#lineFeeds.next(start) < closer || this.#carriageReturns.next(start) < closer;
    this.#sink.addPlain(opener, start, closer, base + plain.end, multiLine);
    next += base;
    if (multiLine || !isLineEnd(window.bytes, gap, next - base)) {
      this.#lines?.add(this.#text.slice(opener, next));
    } else {
      this.#lines?.addLine(next - opener);
    }
    return next;
  }

  /**
   * Offset of the closer of a message that begins at `start`, where no opener stands before it and the window goes
   * beyond it; else -1. Openers and closers have their middle in common, so one search finds whatever comes first.
   */
  #closerBehind(start: number): number {
    const window = this.#window;
    for (let from = start; ;) {
      const middle = this.#text.indexOf('LOG', from);
      if (middle < 0 || middle + delimiterLength > window.end) return -1;
      const at = middle - 1 - window.start;
      // Three more characters stand behind the middle in a closer, and three before it in an opener.
      if (middle > start && isCloser(window, at)) return middle - 1;
      if (middle >= start + 3 && isOpener(window, at - 2)) return -1;
      from = middle + 3;
    }
  }
}

/** Characters of an opener and of a closer. */
const delimiterLength = 7;
const openerBytes = [fourBytes('<![LOG['), fourBytes('<![LOG[', 3)] as const;
const closerBytes = [fourBytes(']LOG]!>'), fourBytes(']LOG]!>', 3)] as const;

function isOpener(window: ByteWindow, at: number): boolean {
  return window.fourAt(at) === openerBytes[0] && window.fourAt(at + 3) === openerBytes[1];
}

function isCloser(window: ByteWindow, at: number): boolean {
  return window.fourAt(at) === closerBytes[0] && window.fourAt(at + 3) === closerBytes[1];
}

/** What may stand between two records. */
function isBetween(byte: number): boolean {
  return byte === lineFeed || byte === carriageReturn || isBlank(byte);
}

/** Whether one line end is all that stands from `start` to before `end`. */
function isLineEnd(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] !== lineFeed) return false;
  return end - start === 1 || (end - start === 2 && bytes[start] === carriageReturn);
}
