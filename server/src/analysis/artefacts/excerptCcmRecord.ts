import { lineEndFrom, trimBlanksAndLines } from '../text/characters.ts';
import { readWrittenTime, type WrittenTime } from '../text/time.ts';
import { readThread } from './threadNumber.ts';

/** A record of the CCM format as a web page left it. Offsets into the text. */
export interface DamagedCcmRecord {
  readonly end: number;
  readonly messageStart: number;
  readonly messageEnd: number;
  readonly time: WrittenTime | null;
  readonly component: string;
  readonly type: number;
  readonly thread: number;
}

/** What forums leave of `<![LOG[` and of `]LOG]!>`: angle brackets become entities or vanish with what is between them. */
export const damagedOpener = '[LOG[';
export const damagedCloser = ']LOG]';

/** Whether a text holds records of the CCM format that lost their angle brackets. */
export function holdsDamagedCcm(text: string): boolean {
  return damage.test(text);
}

const damage = /(?<!<!)\[LOG\[|\]LOG\]!?&gt;|\]LOG\](?!!>)/;

/**
 * Reads the record whose opener stands at `opener`, or, with `opener` -1, one that lost it and begins at `start`.
 * `closer` is the offset of its closer. `limit` is where the next record begins. Attributes are taken by name, in
 * whatever order and quotes they are left.
 */
export function readDamagedCcm(
  text: string,
  start: number,
  opener: number,
  closer: number,
  limit: number,
): DamagedCcmRecord {
  const messageStart = opener < 0 ? start : opener + damagedOpener.length;
  const from = closer + damagedCloser.length;
  const part = text.slice(from, Math.min(limit, from + longestAttributes));
  const time = valueIn(part, forms.time);
  const date = valueIn(part, forms.date);
  const component = valueIn(part, forms.component);
  const type = valueIn(part, forms.type);
  const thread = valueIn(part, forms.thread);
  const last = Math.max(
    time.end,
    date.end,
    component.end,
    type.end,
    thread.end,
    valueIn(part, forms.file).end,
  );
  return {
    end: trimBlanksAndLines(text, from, lineEndFrom(text, from + last, limit)),
    messageStart,
    messageEnd: Math.max(messageStart, closer),
    time: time.text === '' ? null : timeOf(time.text, date.text),
    component: component.text,
    type: /^[0-3]$/.test(type.text) ? Number(type.text) : 255,
    thread: readThread(thread.text, 0, thread.text.length),
  };
}

const longestAttributes = 800;

interface Value {
  readonly text: string;
  /** Offset behind the value; 0 where there is none. */
  readonly end: number;
}

const forms = {
  time: formOf('time'),
  date: formOf('date'),
  component: formOf('component'),
  type: formOf('type'),
  thread: formOf('thread'),
  file: formOf('file'),
};

function formOf(name: string): RegExp {
  return new RegExp(`(?<![a-z])${name}=(?:"|'|&quot;|&#34;|\\\\")?([^"'&<>\\s\\\\]{0,80})`, 'i');
}

function valueIn(part: string, pattern: RegExp): Value {
  const match = pattern.exec(part);
  return match === null ? { text: '', end: 0 } : { text: match[1] ?? '', end: match.index + match[0].length };
}

function timeOf(time: string, date: string): WrittenTime | null {
  const text = `${time} ${date}`;
  const read = readWrittenTime(text, 0, time.length, time.length + 1, text.length);
  return Number.isNaN(read.local) ? null : read;
}
