import { isBlank, isLineEnd, skipBlanksAndLines, trimBlanksAndLines } from '../text/characters.ts';
import type { LineStarts } from '../text/lineStarts.ts';
import { Occurrences } from '../text/occurrences.ts';
import { readCcmAttributes, type CcmAttributes } from './ccmAttributes.ts';
import { ccmCloser, ccmOpener } from './ccmDelimiters.ts';
import { ccmPlainRecords, type CcmPlainRecords } from './ccmPlainRecords.ts';
import type { CcmRecordSink } from './ccmRecordSink.ts';
import { readBetweenRecords } from './ccmBetween.ts';

/**
 * Splits a CCM log into records, by index and in one pass: it looks for openers and closers, never for a pattern, so
 * that its time is linear whatever the file holds.
 *
 * Writers crash, files are cut when they roll over, and several processes write into one file. So a message that
 * does not end is given up where the next record begins, and the next record is always read as its own.
 *
 * The text is a whole log, or a window of one that goes on behind it. What is read of a window is the same as
 * what is read of the whole, because a record is read only when an opener follows behind its closer: nothing that
 * is decided about it looks beyond that opener.
 */
export class CcmScanner {
  readonly #text: string;
  readonly #goesOn: boolean;
  readonly #openers: Occurrences;
  readonly #closers: Occurrences;
  /** Closers again, for looking ahead of `#closers` without losing its place. */
  readonly #closersAhead: Occurrences;
  readonly #lineFeeds: Occurrences;
  readonly #carriageReturns: Occurrences;
  readonly #sink: CcmRecordSink;
  readonly #lines: LineStarts | null;
  readonly #plain: PlainRecordReader;

  /**
   * `goesOn` says that the log goes on behind this text. `lines` takes the lines of what is read, where wanted. `plain`
   * reads what is simple, faster and with the same result.
   */
  constructor(
    text: string,
    goesOn: boolean,
    sink: CcmRecordSink,
    lines: LineStarts | null = null,
    plain: PlainRecordReader = ccmPlainRecords(),
  ) {
    this.#text = text;
    this.#goesOn = goesOn;
    this.#openers = new Occurrences(text, ccmOpener);
    this.#closers = new Occurrences(text, ccmCloser);
    this.#closersAhead = new Occurrences(text, ccmCloser);
    this.#lineFeeds = new Occurrences(text, '\n');
    this.#carriageReturns = new Occurrences(text, '\r');
    this.#sink = sink;
    this.#lines = lines;
    this.#plain = plain;
  }

  /** Answers up to where the text is read: its length, save for a window. The next window has to begin there. */
  scan(): number {
    this.#plain.begin(this.#text);
    try {
      return this.#readAll();
    } finally {
      this.#plain.end();
    }
  }

  #readAll(): number {
    const { length } = this.#text;
    const lastOpener = this.#goesOn ? this.#text.lastIndexOf(ccmOpener) : length;
    let at = 0;
    while (at < length) {
      const from = this.#plain.read(at, this.#sink, this.#lines);
      at = this.#readOne(from, lastOpener);
      if (at === from) return at;
      this.#lines?.add(this.#text.slice(from, at));
    }
    return length;
  }

  /**
   * Reads what stands at `at`, up to the end of a record at most; answers where to go on. That is `at` itself where it
   * depends on what stands behind a window.
   */
  #readOne(at: number, lastOpener: number): number {
    const { length } = this.#text;
    const opener = this.#openers.next(at);
    if (opener >= length) {
      if (this.#goesOn) return at;
      this.#readBetween(at, length);
      return length;
    }
    if (opener > at) {
      this.#readBetween(at, opener);
      return opener;
    }
    const closer = this.#closers.nextOf(this.#closersAhead, opener + ccmOpener.length);
    if (this.#goesOn && closer + ccmCloser.length > lastOpener) return opener;
    return this.#readRecord(opener, closer);
  }

  /** Reads the record that begins at `opener`, with the first closer behind it; answers where to go on. */
  #readRecord(opener: number, closer: number): number {
    const start = opener + ccmOpener.length;
    const next = this.#openerThatEnds(start, closer);
    if (next <= closer) return this.#addUnclosed(opener, start, next);

    const behind = closer + ccmCloser.length;
    const multiLine = this.#isMultiLine(start, closer);
    for (let end = closer; ;) {
      const attributes = this.#attributesBehind(end);
      if (attributes !== null) {
        const isLonger = end > closer && this.#isMultiLine(behind, end);
        this.#sink.addRecord(opener, start, end, multiLine || isLonger, attributes);
        this.#plain.learn(behind, attributes);
        return attributes.end;
      }
      const later = this.#closersAhead.next(end + ccmCloser.length);
      if (!this.#isWithinMessage(end) || later >= this.#openers.next(end + ccmCloser.length)) break;
      end = later;
    }
    this.#sink.addWithoutAttributes(opener, start, closer, behind, multiLine);
    return behind;
  }

  /**
   * The opener that ends an unclosed message: the first one before `closer` that is not merely quoted in the
   * message. When no closer follows at all, any opener does. The text's length when there is none.
   */
  #openerThatEnds(start: number, closer: number): number {
    let next = this.#openers.next(start);
    let from = start;
    while (next < closer && closer < this.#text.length && isQuoted(this.#text, from, next)) {
      from = next + ccmOpener.length;
      next = this.#openers.next(from);
    }
    return next;
  }

  /** A message that is given up at `next`. Openers in a row are one torn record: there is nothing in them. */
  #addUnclosed(opener: number, start: number, next: number): number {
    let limit = next;
    let messageStart = start;
    while (limit === messageStart && limit < this.#text.length) {
      const following = limit + ccmOpener.length;
      if (!this.#text.startsWith(ccmOpener, following)) break;
      messageStart = following;
      limit = following;
    }
    const end = Math.max(trimBlanksAndLines(this.#text, messageStart, limit), messageStart);
    this.#sink.addUnclosed(opener, messageStart, end, this.#isMultiLine(messageStart, end));
    return limit;
  }

  #attributesBehind(closer: number): CcmAttributes | null {
    const from = closer + ccmCloser.length;
    const limit = Math.min(this.#openers.next(from), this.#closersAhead.next(from));
    return readCcmAttributes(this.#text, skipBlanksAndLines(this.#text, from, limit), limit);
  }

  /** Whether a closer without attributes may be text of the message: something other than `<` follows on its line. */
  #isWithinMessage(closer: number): boolean {
    let at = closer + ccmCloser.length;
    while (at < this.#text.length && isBlank(this.#text.charCodeAt(at))) at++;
    return at < this.#text.length && !isLineEnd(this.#text.charCodeAt(at)) && this.#text[at] !== '<';
  }

  #isMultiLine(start: number, end: number): boolean {
    return this.#lineFeeds.next(start) < end || this.#carriageReturns.next(start) < end;
  }

  /** What stands between records: line ends mostly, else rests of records that lost their beginning, or plain text. */
  #readBetween(start: number, end: number): void {
    let at = skipBlanksAndLines(this.#text, start, end);
    while (at < end) {
      const closer = this.#closers.next(at);
      if (closer >= end) break;
      const attributes = this.#attributesBehind(closer);
      const recordEnd = attributes?.end ?? closer + ccmCloser.length;
      // A closer with nothing before and nothing behind it is not the rest of anything.
      if (closer > at || attributes !== null) {
        this.#sink.addHeadless(at, closer, recordEnd, this.#isMultiLine(at, closer), attributes);
      }
      at = skipBlanksAndLines(this.#text, recordEnd, end);
    }
    readBetweenRecords(this.#text, at, end, this.#sink);
  }
}

/** What the scanner wants of `CcmPlainRecords`. */
export type PlainRecordReader = Pick<CcmPlainRecords, 'begin' | 'read' | 'learn' | 'end'>;

/**
 * Whether an opener inside a message is quoted text rather than the next record behind a tear. It is never at the
 * start of a line. Beyond that the surroundings decide: a quotation mark, bracket or colon before it, or a blank or
 * quotation mark behind it, as in `no <![LOG[ found` or `line '<![LOG[...'`. When in doubt it is a record: a quoted
 * text in two pieces does less harm than a record that is lost.
 */
function isQuoted(text: string, from: number, opener: number): boolean {
  let before = opener - 1;
  while (before >= from && isBlank(text.charCodeAt(before))) before--;
  if (before < from || isLineEnd(text.charCodeAt(before))) return false;
  return (
    '\'"`([{<=:'.includes(text.charAt(before)) ||
    ' \t\'"`)'.includes(text.charAt(opener + ccmOpener.length) || '?')
  );
}
