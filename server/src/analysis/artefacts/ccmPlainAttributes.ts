import { isDigit } from '../text/characters.ts';
import { fourBytes, type ByteWindow } from '../text/byteWindow.ts';
import { readWrittenTime } from '../text/time.ts';
import type { CcmAttributes } from './ccmAttributes.ts';
import { noBias } from './recordTable.ts';

/**
 * Reads attributes of the one form that nearly every record has:
 *
 *     <time="HH:MM:SS.mmm+bias" date="MM-DD-YYYY" component="..." context="" type="n" thread="n" file="...">
 *
 * The time is read at fixed offsets. From the bias to the thread, records repeat what an earlier one said, so that
 * stretch is compared as a whole with what was learned there; comparing is several times faster than reading. Whatever
 * differs in anything is left to `readCcmAttributes`; where this reader says yes, that one would have said the same.
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

  /** Hours, minutes and seconds of the last record as they stand there, and the milliseconds that they make. */
  #clock = Number.NaN;
  #clockTime = 0;
  /** The last attributes were plain up to a middle that nobody has learned. */
  #isNew = true;
  /** What was learned, in slots that hold a few each, the frequent ones first. */
  readonly #middles: Middle[][] = Array.from({ length: slots }, () => []);

  /**
   * `start` is where `<` should stand, `limit` where the bytes end; both, and `end`, count in the window. A window has
   * room behind its limit for all that stands at a fixed place.
   */
  read(window: ByteWindow, start: number, limit: number): boolean {
    const { bytes } = window;
    if (window.fourAt(start) !== timeName[0] || window.fourAt(start + 3) !== timeName[1]) return false;
    if (window.eightAt(start + 7) !== this.#clock && !this.#readClock(window, start + 7)) return false;
    const hundredths = twoDigits(bytes, start + 16);
    const thousandth = (bytes[start + 18] ?? 0) - zero;
    if (bytes[start + 15] !== fullStop || hundredths > 99 || thousandth < 0 || thousandth > 9) return false;
    let at = start + 19;
    // The Intune Management Extension writes seven digits; what is below a millisecond is cut off.
    while (at < limit && isDigit(bytes[at] ?? 0)) at++;

    const middle = at < limit ? this.#middleAt(window, at) : null;
    this.#isNew = middle === null;
    if (middle === null) return false;
    at += middle.length;
    const threadStart = at;
    let thread = 0;
    let digit = (bytes[at] ?? 0) - zero;
    while (digit >= 0 && digit <= 9 && at < limit) {
      thread = thread * 10 + digit;
      digit = (bytes[++at] ?? 0) - zero;
    }
    if (at === threadStart || at - threadStart > 9) return false;
    if (window.fourAt(at) !== fileName[0] || window.fourAt(at + 4) !== fileName[1]) return false;
    at += 8;
    while (at < limit && endsPlainValue[bytes[at] ?? 0] === 0) at++;
    if (bytes[at] !== quote || bytes[at + 1] !== greater || at + 2 > limit) return false;

    this.end = at + 2;
    this.localTime = middle.midnight + this.#clockTime + hundredths * 10 + thousandth;
    this.bias = middle.bias;
    this.type = middle.type;
    this.thread = thread;
    this.component = middle.component;
    return true;
  }

  /**
   * Learns from attributes that had to be read in full, where they are of the plain form and not known. Many are read
   * in full for another reason: something unusual stands in the message or behind the record.
   */
  learn(text: string, start: number, attributes: CcmAttributes, component: number): void {
    if (!this.#isNew) return;
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
    const bytes = new TextEncoder().encode(middle);
    const slot = this.#middles[slotOf(bytes, 0)];
    const { length } = bytes;
    const words = wordsFromEnd(new DataView(bytes.buffer));
    slot?.unshift({ length, words, bias, midnight, component, type: attributes.type });
    if (slot !== undefined && slot.length > mostInSlot) slot.pop();
  }

  /** Many records share a second, so their time is read once. */
  #readClock(window: ByteWindow, at: number): boolean {
    const { bytes } = window;
    const hour = twoDigits(bytes, at);
    const minute = twoDigits(bytes, at + 3);
    const second = twoDigits(bytes, at + 6);
    if (bytes[at + 2] !== colon || bytes[at + 5] !== colon) return false;
    if (hour > 23 || minute > 59 || second > 59) return false;
    this.#clock = window.eightAt(at);
    this.#clockTime = ((hour * 60 + minute) * 60 + second) * 1000;
    return true;
  }

  #middleAt(window: ByteWindow, at: number): Middle | null {
    const slot = this.#middles[slotOf(window.bytes, at)];
    if (slot === undefined) return null;
    for (let i = 0; i < slot.length; i++) {
      const middle = slot[i];
      if (middle === undefined || !standsAt(window, middle, at)) continue;
      // What is frequent comes to stand first.
      if (i > 0) {
        slot[i] = slot[i - 1] ?? middle;
        slot[i - 1] = middle;
      }
      return middle;
    }
    return null;
  }
}

/** What stands between the time of a record and its thread. */
interface Middle {
  /** From the bias on, up to the quotation mark before the thread. */
  readonly length: number;
  /** Its bytes, eight at once; from the end, as the type stands there: that is where two of one component differ. */
  readonly words: Float64Array;
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

const zero = 0x30;
const colon = 0x3a;
const fullStop = 0x2e;
const quote = 0x22;
const greater = 0x3e;
/** Seven characters, the fourth of them in both. */
const timeName = [fourBytes('<time="'), fourBytes('<time="', 3)] as const;
const fileName = [fourBytes('" file="'), fourBytes('" file="', 4)] as const;

/** Where the middle that begins at `at` is kept: by some letters of the component, with and without a bias before it. */
function slotOf(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at + 35] ?? 0) * 31 + (bytes[at + 38] ?? 0) * 61 + (bytes[at + 43] ?? 0) * 131) & (slots - 1)
  );
}

/** The last word is the beginning, which may overlap with the one before. */
function wordsFromEnd(bytes: DataView): Float64Array {
  const last = bytes.byteLength - 8;
  return Float64Array.from({ length: Math.ceil(bytes.byteLength / 8) }, (_, i) =>
    bytes.getFloat64(Math.max(0, last - i * 8), true),
  );
}

function standsAt(window: ByteWindow, { length, words }: Middle, at: number): boolean {
  let place = at + length - 8;
  for (let i = 0; i < words.length - 1; i++, place -= 8) {
    if (window.eightAt(place) !== words[i]) return false;
  }
  return window.eightAt(at) === words[words.length - 1];
}

/**
 * For each byte whether it ends a value that is taken without a look at what it says. Beside the quotation mark that
 * is what a line end or the opener or closer of a record may begin with: those are left to the general reader.
 */
const endsPlainValue = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x20 || byte === quote || byte === 0x3c || byte === 0x5d ? 1 : 0,
);

/** 100 where these are no digits. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 100;
}
