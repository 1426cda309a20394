/** The trailer of an old-format record: `$$<component><date and time><thread=4196 (0x1064)>`. */
import { isBlank, isLineEnd } from '../text/characters.ts';
import { readOldFormatTime, type OldFormatTime } from './oldFormatTime.ts';
import { readThread } from './threadNumber.ts';

export const trailerOpener = '$$<';

export interface OldFormatTrailer {
  /** Offset behind the trailer. */
  readonly end: number;
  readonly component: string;
  /** Null where the trailer has no readable time. */
  readonly time: OldFormatTime | null;
  readonly thread: number;
  /** The text ends inside the trailer. */
  readonly cut: boolean;
}

/**
 * Reads the trailer at `$$<`. Between its parts, and inside its date and thread, there may be line breaks and blanks:
 * articles and mails wrap there. Date and thread may be missing where the line ends behind the component. Null when
 * it is not a trailer, as in a message that only mentions `$$<`.
 */
export function readOldFormatTrailer(text: string, start: number): OldFormatTrailer | null {
  const componentStart = start + trailerOpener.length;
  const componentEnd = partEnd(text, componentStart, longestComponent, false);
  if (componentEnd === cutOff) return { ...cutTrailer(text), component: '' };
  if (componentEnd < 0 || componentEnd === componentStart) return null;
  const component = text.slice(componentStart, componentEnd);

  const dateStart = skipGap(text, componentEnd + 1);
  if (text[dateStart] !== '<') {
    const endsLine = dateStart >= text.length || hasLineEnd(text, componentEnd + 1, dateStart);
    return endsLine ? { end: componentEnd + 1, component, time: null, thread: 0, cut: false } : null;
  }
  if (isThread(text, dateStart)) return readThreadPart(text, dateStart, component, null);
  const dateEnd = partEnd(text, dateStart + 1, longestDate, true);
  if (dateEnd === cutOff) return { ...cutTrailer(text), component };
  const time = dateEnd < 0 ? null : readOldFormatTime(text.slice(dateStart + 1, dateEnd));
  if (time === null) {
    const endsLine = hasLineEnd(text, componentEnd + 1, dateStart);
    return endsLine ? { end: componentEnd + 1, component, time: null, thread: 0, cut: false } : null;
  }
  const threadStart = skipGap(text, dateEnd + 1);
  if (!isThread(text, threadStart)) return { end: dateEnd + 1, component, time, thread: 0, cut: false };
  return readThreadPart(text, threadStart, component, time);
}

const longestComponent = 300;
const longestDate = 160;
const longestThread = 80;

/** The text ends before the part does. */
const cutOff = -2;

function cutTrailer(text: string): Pick<OldFormatTrailer, 'end' | 'time' | 'thread' | 'cut'> {
  return { end: text.length, time: null, thread: 0, cut: true };
}

function readThreadPart(
  text: string,
  start: number,
  component: string,
  time: OldFormatTime | null,
): OldFormatTrailer {
  const numberStart = start + '<thread='.length;
  const end = partEnd(text, numberStart, longestThread, true);
  if (end === cutOff) return { ...cutTrailer(text), component, time };
  if (end < 0) return { end: start, component, time, thread: 0, cut: false };
  const bracket = text.lastIndexOf('(', end);
  const hex = bracket < numberStart && (time?.textual ?? false);
  return { end: end + 1, component, time, thread: readThread(text, numberStart, end, hex), cut: false };
}

function isThread(text: string, at: number): boolean {
  return text.slice(at, at + 8).toLowerCase() === '<thread=';
}

/**
 * Offset of the `>` that ends a part; `cutOff` when the text ends first; -1 when the part is longer than such parts
 * are. A `<BR/>` inside a wrapped part does not end it.
 */
function partEnd(text: string, start: number, longest: number, wraps: boolean): number {
  const limit = Math.min(text.length, start + longest);
  for (let at = start; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x3e) return at;
    if (!wraps && isLineEnd(code)) return -1;
    if (code !== 0x3c) continue;
    if (!wraps || !isBreakTag(text, at)) return -1;
    at += breakTag.length - 1;
  }
  return limit === text.length ? cutOff : -1;
}

const breakTag = '<BR/>';

function isBreakTag(text: string, at: number): boolean {
  return text.startsWith(breakTag, at) || text.startsWith('<br/>', at);
}

function skipGap(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || isLineEnd(text.charCodeAt(at)))) at++;
  return at;
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isLineEnd(text.charCodeAt(at))) return true;
  return false;
}
