import { isDigit } from '../text/characters.ts';
import { detached } from '../text/detached.ts';
import { readWrittenTime } from '../text/time.ts';
import type { CcmAttributes } from './ccmAttributes.ts';
import { noBias } from './recordTable.ts';

/**
 * Reads attributes of the one form that nearly every record has:
 *
 *     <time="HH:MM:SS.mmm+bias" date="MM-DD-YYYY" component="..." context="" type="n" thread="n" file="...">
 *
 * The time is read at fixed offsets. From the bias to the thread, records repeat what an earlier one said, so that
 * stretch is compared as a whole with what was learned there; comparing is several times faster than reading. Whatever differs in anything is left to
 * `readCcmAttributes`; where this reader says yes, that one would have said the same.
 */
export class CcmPlainAttributes {
  /** What was read last; valid after `read` said yes. The bias is `noBias` where none is written. */
  end = 0;
  localTime = 0;
  bias = 0;
  type = 0;
  thread = 0;
  /** Index of the component's name, as it was learned. */
  component = 0;

  /** The beginning of the last record's attributes, up to the colon before the seconds, and its milliseconds. */
  #minute = '<time="00:00:';
  #minuteTime = 0;
  /** What was learned, in slots that hold a few each, the newest first. */
  readonly #middles: Middle[][] = Array.from({ length: slots }, () => []);

  /** `start` is where `<` should stand; `limit` is where the next opener or closer stands, as is `lineEnd` for a line. */
  read(text: string, start: number, limit: number, lineEnd: number): boolean {
    // Beyond the end of the text all codes are NaN, which is no digit and equals nothing.
    if (!standsAt(text, this.#minute, start) && !this.#readMinute(text, start)) return false;
    const second = twoDigits(text, start + 13);
    const hundredths = twoDigits(text, start + 16);
    const thousandth = text.charCodeAt(start + 18) - 0x30;
    if (!(second < 60 && hundredths < 100 && thousandth >= 0 && thousandth <= 9)) return false;
    if (text.charCodeAt(start + 15) !== 0x2e) return false;
    let at = start + 19;
    // The Intune Management Extension writes seven digits; what is below a millisecond is cut off.
    while (isDigit(text.charCodeAt(at))) at++;

    const middle = this.#middleAt(text, at);
    if (middle === null) return false;
    at += middle.text.length;
    const threadStart = at;
    let thread = 0;
    let digit = text.charCodeAt(at) - 0x30;
    while (digit >= 0 && digit <= 9) {
      thread = thread * 10 + digit;
      digit = text.charCodeAt(++at) - 0x30;
    }
    if (at === threadStart || at - threadStart > 9 || !standsAt(text, '" file="', at)) return false;
    const closing = text.indexOf('"', at + 8);
    if (closing < 0 || closing + 2 > limit || closing >= lineEnd || text.charCodeAt(closing + 1) !== 0x3e) {
      return false;
    }

    this.end = closing + 2;
    this.localTime = middle.midnight + this.#minuteTime + second * 1000 + hundredths * 10 + thousandth;
    this.bias = middle.bias;
    this.type = middle.type;
    this.thread = thread;
    this.component = middle.component;
    return true;
  }

  /** Learns from attributes that had to be read in full, where they are of the plain form. */
  learn(text: string, start: number, attributes: CcmAttributes, component: number): void {
    if (Number.isNaN(attributes.localTime) || !/^[\w .:()&+-]{0,200}$/.test(attributes.component)) return;
    // All of this is looked for near the beginning only, so that it costs the same whatever follows.
    const parts = /^<time="\d\d:\d\d:\d\d\.\d{3,9}([+-]\d{1,3}|)" date="([\d-]{8,10})"/.exec(
      text.slice(start, start + 72),
    );
    if (parts === null) return;
    const [whole, written = '', date = ''] = parts;
    const bias = written === '' ? noBias : Number(written) || 0;
    const midnight = readWrittenTime(`0:0:0${date}`, 0, 5, 5, 5 + date.length).local;
    if (Number.isNaN(midnight) || (attributes.bias ?? noBias) !== bias) return;
    const at = start + whole.length - date.length - written.length - 9;
    const middle = `${written}" date="${date}" component="${attributes.component}" context="" type="${attributes.type}" thread="`;
    if (!text.startsWith(middle, at)) return;
    const slot = this.#middles[slotOf(text, at)];
    slot?.unshift({ text: detached(middle), bias, midnight, component, type: attributes.type });
    if (slot !== undefined && slot.length > mostInSlot) slot.pop();
  }

  #middleAt(text: string, at: number): Middle | null {
    const slot = this.#middles[slotOf(text, at)] ?? [];
    for (const middle of slot) if (standsAt(text, middle.text, at)) return middle;
    return null;
  }

  #readMinute(text: string, start: number): boolean {
    const hour = twoDigits(text, start + 7);
    const minute = twoDigits(text, start + 10);
    if (!(hour < 24 && minute < 60)) return false;
    const beginning = text.slice(start, start + 13);
    if (!/^<time="\d\d:\d\d:$/.test(beginning)) return false;
    this.#minute = detached(beginning);
    this.#minuteTime = (hour * 60 + minute) * 60_000;
    return true;
  }
}

/** What stands between the time of a record and its thread. */
interface Middle {
  /** From the bias on, up to the quotation mark before the thread. */
  readonly text: string;
  /** Minutes; `noBias` where none is written. */
  readonly bias: number;
  /** Local milliseconds of the day's beginning. */
  readonly midnight: number;
  /** Index of the component's name. */
  readonly component: number;
  readonly type: number;
}

const slots = 256;
const mostInSlot = 8;

/** Where the middle that begins at `at` is kept: by some letters of the component, with and without a bias before it. */
function slotOf(text: string, at: number): number {
  return (
    (text.charCodeAt(at + 35) * 31 + text.charCodeAt(at + 38) * 61 + text.charCodeAt(at + 43) * 131) &
    (slots - 1)
  );
}

/** As `startsWith`, which the compiler turns into a loop over single characters; comparing slices is several times faster. */
function standsAt(text: string, part: string, at: number): boolean {
  return text.slice(at, at + part.length) === part;
}

/** NaN where these are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
