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
 * The first part is read at fixed offsets. From the date to the type, records repeat what an earlier one said, so
 * that stretch is compared as a whole with what was learned from there. Whatever differs in anything is left to
 * `readCcmAttributes`; where this reader says yes, that one would have said the same.
 */
export class CcmPlainAttributes {
  /** What was read last; valid after `read` said yes. The bias is `noBias` where none is written. */
  end = 0;
  localTime = 0;
  bias = 0;
  type = 0;
  thread = 0;
  /** What stands between the time and the type, with its meaning. */
  middle: Middle = noMiddle;

  readonly #middles: (Middle | undefined)[] = new Array<Middle | undefined>(middleSlots).fill(undefined);

  /** `start` is where `<` should stand; `limit` is where the next opener or closer stands, as is `lineEnd` for a line. */
  read(text: string, start: number, limit: number, lineEnd: number): boolean {
    // What is read below of a shorter stretch is NaN, which is no digit and equals nothing.
    if (
      text.charCodeAt(start) !== 0x3c ||
      text.charCodeAt(start + 1) !== 0x74 ||
      text.charCodeAt(start + 2) !== 0x69 ||
      text.charCodeAt(start + 3) !== 0x6d ||
      text.charCodeAt(start + 4) !== 0x65 ||
      text.charCodeAt(start + 5) !== 0x3d ||
      text.charCodeAt(start + 6) !== 0x22 ||
      text.charCodeAt(start + 9) !== 0x3a ||
      text.charCodeAt(start + 12) !== 0x3a ||
      text.charCodeAt(start + 15) !== 0x2e
    ) {
      return false;
    }
    const hour = twoDigits(text, start + 7);
    const minute = twoDigits(text, start + 10);
    const second = twoDigits(text, start + 13);
    const hundredths = twoDigits(text, start + 16);
    const thousandth = text.charCodeAt(start + 18) - 0x30;
    if (!(
      hour < 24 &&
      minute < 60 &&
      second < 60 &&
      hundredths < 100 &&
      thousandth >= 0 &&
      thousandth < 10
    )) {
      return false;
    }
    let at = start + 19;
    // The Intune Management Extension writes seven digits; what is below a millisecond is cut off.
    while (isDigit(text.charCodeAt(at))) at++;
    let bias = noBias;
    const sign = text.charCodeAt(at);
    if (sign === 0x2b || sign === 0x2d) {
      const biasStart = ++at;
      bias = 0;
      while (at < biasStart + 3 && isDigit(text.charCodeAt(at))) {
        bias = bias * 10 + text.charCodeAt(at++) - 0x30;
      }
      if (at === biasStart || bias > widestBias) return false;
      if (sign === 0x2d && bias > 0) bias = -bias;
    }
    if (text.charCodeAt(at) !== 0x22) return false;

    const slot = slotOf(text, at);
    const middle = this.#middles[slot];
    if (middle === undefined || !text.startsWith(middle.text, at)) return false;
    at += middle.text.length;
    const type = text.charCodeAt(at) - 0x30;
    if (!(type >= 0 && type <= 9) || text.charCodeAt(at + 1) !== 0x22) return false;
    if (text.charCodeAt(at + 2) !== 0x20 || !text.startsWith('thread="', at + 3)) return false;
    at += 11;
    const threadStart = at;
    let thread = 0;
    while (isDigit(text.charCodeAt(at))) thread = thread * 10 + text.charCodeAt(at++) - 0x30;
    if (at === threadStart || at - threadStart > 9 || text.charCodeAt(at) !== 0x22) return false;
    if (!text.startsWith('" file="', at)) return false;
    const closing = text.indexOf('"', at + 8);
    if (closing < 0 || closing + 2 > limit || closing >= lineEnd || text.charCodeAt(closing + 1) !== 0x3e) {
      return false;
    }

    this.end = closing + 2;
    this.localTime =
      middle.midnight + (((hour * 60 + minute) * 60 + second) * 100 + hundredths) * 10 + thousandth;
    this.bias = bias;
    this.type = type;
    this.thread = thread;
    this.middle = middle;
    return true;
  }

  /** Learns from attributes that had to be read in full, where they are of the plain form. */
  learn(text: string, start: number, attributes: CcmAttributes): void {
    const { component, localTime } = attributes;
    if (Number.isNaN(localTime) || !/^[\w .:()&+-]*$/.test(component) || component.length > 200) return;
    // All of this is looked for near the beginning only, so that it costs the same whatever follows.
    const head = text.slice(start, start + 64);
    const timeEnd = head.startsWith('<time="') ? head.indexOf('" date="', 7) : -1;
    const dateStart = timeEnd + dateIndent;
    const date = head.slice(dateStart, Math.max(head.indexOf('"', dateStart), dateStart));
    const middle = `" date="${date}" component="${component}" context="" type="`;
    if (timeEnd < 0 || date.length > 10 || !text.startsWith(middle, start + timeEnd)) return;
    const midnight = readWrittenTime(`0:0:0${date}`, 0, 5, 5, 5 + date.length).local;
    if (Number.isNaN(midnight)) return;
    this.#middles[slotOf(text, start + timeEnd)] = {
      text: detached(middle),
      midnight,
      component: detached(component),
    };
  }
}

/** Everything from the quotation mark behind the time to the one before the type. */
export interface Middle {
  readonly text: string;
  /** Local milliseconds of the day's beginning. */
  readonly midnight: number;
  readonly component: string;
}

const noMiddle: Middle = { text: '', midnight: 0, component: '' };

/** No zone is further from UTC than 14 hours. */
const widestBias = 14 * 60;

/** Length of `" date="`. */
const dateIndent = 8;
/** Where the component begins with a padded date, from the quotation mark behind the time on. */
const componentIndent = 31;

const middleSlots = 1024;

/** Where the middle that begins at `at` would be kept: by the day and some letters of the component. */
function slotOf(text: string, at: number): number {
  const component = at + componentIndent;
  return (
    (text.charCodeAt(at + 11) * 7 +
      text.charCodeAt(at + 12) * 31 +
      text.charCodeAt(component) * 3 +
      text.charCodeAt(component + 2) * 17 +
      text.charCodeAt(component + 5) * 61 +
      text.charCodeAt(component + 8) * 131) &
    (middleSlots - 1)
  );
}

/** NaN or a number of 100 and more where these are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
