/**
 * What the words before a number call it:
 * - `error-code`: an error, exit or return code, so that even a small number is one;
 * - `code`: a result, status or failure; a number of full length after it is a code;
 * - `other`: something that is not a code, such as flags, a size or a thread;
 * - `none`: nothing that tells.
 */
export interface NumberContext {
  readonly kind: 'error-code' | 'code' | 'other' | 'none';
  /** The word and the number are joined by `=`, `:` or a bracket, as in `Flags=0x80070005`. */
  readonly assigned: boolean;
}

/** Characters looked at before a number, so that the work per number is bounded. */
const reach = 64;
const wordsRead = 5;
const failureReach = 120;

/** A text without any of these holds no word that makes a number behind it an `error-code`. */
export const errorCodeWords = /err|fehler|code|status|win32|gle/i;

/** Reads backwards from the start of a number (its sign and bracket included or not) to the word that names it. */
export function contextBefore(text: string, start: number): NumberContext {
  const words = new WordsBefore(text, start);
  let loose = false;
  for (let word = words.next(); word !== null; word = words.next()) {
    const lower = word.toLowerCase();
    if (fillers.has(lower)) {
      loose ||= lower === 'value';
      continue;
    }
    const kind = kindOf(word, lower, () => nextTelling(words));
    return { kind: loose && kind === 'error-code' ? 'code' : kind, assigned: words.assigned };
  }
  return { kind: 'none', assigned: words.assigned };
}

/** Whether the text shortly before a number, standing free behind a blank, tells of something that went wrong. */
export function failureBefore(text: string, start: number): boolean {
  return (
    /\s/.test(text.charAt(start - 1)) &&
    /fail|error|unable|unsuccess|could not|cannot|denied|refused/i.test(
      text.slice(Math.max(0, start - failureReach), start),
    )
  );
}

/** The words before a place, nearest first, up to a sentence's end; none is read before it is asked for. */
class WordsBefore {
  /** The nearest word and the place are joined by `=`, `:` or a bracket; known once a word was asked for. */
  assigned = false;
  readonly #text: string;
  readonly #from: number;
  #at: number;
  #count = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#from = Math.max(0, start - reach);
    this.#at = start;
  }

  next(): string | null {
    if (this.#count === wordsRead) return null;
    const text = this.#text;
    let at = this.#at;
    while (at > this.#from && isGap(text.charCodeAt(at - 1))) {
      at--;
      this.assigned ||= this.#count === 0 && joiners.includes(text.charAt(at));
    }
    const end = at;
    while (at > this.#from && isLetterOrDigit(text.charCodeAt(at - 1))) at--;
    this.#at = at;
    this.#count = at === end ? wordsRead : this.#count + 1;
    return at === end ? null : text.slice(at, end);
  }
}

function nextTelling(words: WordsBefore): string {
  for (let word = words.next(); word !== null; word = words.next()) {
    const lower = word.toLowerCase();
    if (!fillers.has(lower)) return lower;
  }
  return '';
}

/** `before` tells the word before the one that is asked about. */
function kindOf(written: string, word: string, before: () => string): NumberContext['kind'] {
  if (otherWords.has(word) || written.endsWith('Id') || written.endsWith('ID')) return 'other';
  if (word.endsWith('flags') || word.endsWith('mask') || word.endsWith('size')) return 'other';
  if (word === 'code' || word === 'codes' || word === 'status') {
    const named = before();
    if (otherKindsOfCode.has(named)) return 'other';
    return saysError(named) || endings.has(named) ? 'error-code' : 'code';
  }
  if (saysError(word)) return /^https?$/.test(before()) ? 'code' : 'error-code';
  if (exitCodes.has(word)) return 'error-code';
  return codeWords.has(word) || codeEndings.some((ending) => word.endsWith(ending)) ? 'code' : 'none';
}

/** `error`, `ErrorCode`, `LastError`, `suberror`; but `errors: 5` counts errors. */
function saysError(word: string): boolean {
  return (word.includes('error') && !word.endsWith('errors')) || otherErrorWords.has(word);
}

const joiners = ':=([{<';
/** What may stand between a number and the words before it. */
const gaps = ' \t\r\n:=,\'"`()[]{}<>#*-\u2212\u2013\u00a0|';

const asciiGaps = Uint8Array.from({ length: 0x80 }, (_, code) =>
  gaps.includes(String.fromCharCode(code)) ? 1 : 0,
);

function isGap(code: number): boolean {
  return code < 0x80 ? asciiGaps[code] === 1 : gaps.includes(String.fromCharCode(code));
}

function isLetterOrDigit(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f
  );
}

const fillers: ReadonlySet<string> = new Set(
  'is was were are with the of a an as to unknown hex hexadecimal dec decimal value unsigned signed following'.split(
    ' ',
  ),
);

const otherErrorWords: ReadonlySet<string> = new Set(['err', 'errcode', 'fehler', 'fehlercode', 'erreur']);

const exitCodes: ReadonlySet<string> = new Set(
  'exitcode exit_code returncode return_code win32 gle'.split(' '),
);

const codeEndings = ['result', 'status', 'code'];

const codeWords: ReadonlySet<string> = new Set(
  (
    'hr hres hresult result results failed failure failures fail fails failing return returned returns returning ' +
    'rc ret retval res scode reason exception exit exited code codes because due'
  ).split(' '),
);

/** Words that make a following "code" an exit or error code. */
const endings: ReadonlySet<string> = new Set(
  'exit exited exiting exits return returned returning returns failed failure fails result win32 last'.split(
    ' ',
  ),
);

const otherKindsOfCode: ReadonlySet<string> = new Set(
  'product area zip post postal country language upgrade package source event pairing user'.split(' '),
);

const otherWords: ReadonlySet<string> = new Set(
  (
    'flag flags option options mask masks size sizes byte bytes thread threads tid pid keyword keywords length len ' +
    'handle handles address addr pointer ptr offset build builds version ver port ports process id ids phone tel ' +
    'telephone mobile capabilities capability workload workloads bit bits job jobs session sessions event events ' +
    'line lines count total time timestamp ticks serial kb article attributes attribute access rights level index ' +
    'credential type priority'
  ).split(' '),
);
