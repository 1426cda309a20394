import type { ByteWindow } from '../text/byteWindow.ts';

/**
 * What is known of messages that came more than once. Logs say the same again and again, and what was found out of
 * a message need not be found out again. It keeps a bounded number of messages; one that comes only once, as most
 * do that hold a number or an id, takes the place of none.
 */
export class RecentMessages<Known> {
  /** The messages of all slots, each slot with room for some; made with the first message that is kept. */
  #messages: string[] = [];
  #known: (Known | undefined)[] = [];
  /** Digests of these messages: comparing numbers spares comparing texts. */
  #digests = nothing;
  /** For each slot the digest of the last message that was not known; made with the first of them. */
  #missed = nothing;

  /** What is known of the message from `start` to before `end`; undefined where nothing is. */
  get(digest: number, text: string, start: number, end: number): Known | undefined {
    const first = (digest & (slots - 1)) * room;
    for (let i = first; i < first + room; i++) {
      if (this.#digests[i] === digest && this.#messages[i] === text.slice(start, end)) return this.#known[i];
    }
    return undefined;
  }

  /** Takes what was found out of a message that is not known; it is kept where the message comes again. */
  set(digest: number, text: string, start: number, end: number, known: Known): void {
    const slot = digest & (slots - 1);
    if (this.#missed.length === 0) this.#missed = new Int32Array(slots);
    if (this.#missed[slot] !== digest) {
      this.#missed[slot] = digest;
      return;
    }
    if (end - start > longest) return;
    if (this.#messages.length === 0) {
      this.#messages = Array.from({ length: slots * room }, () => '');
      this.#known = Array.from({ length: slots * room }, () => undefined);
      this.#digests = new Int32Array(slots * room);
    }
    const first = slot * room;
    // A digest that does not tell two messages apart is of no use for either.
    if (this.#digests[first] === digest) return;
    for (let i = first + room - 1; i > first; i--) {
      this.#messages[i] = this.#messages[i - 1] ?? '';
      this.#known[i] = this.#known[i - 1];
      this.#digests[i] = this.#digests[i - 1] ?? 0;
    }
    this.#messages[first] = flat(text.slice(start, end));
    this.#known[first] = known;
    this.#digests[first] = digest;
  }
}

/** A number made of a message's length and of some of its bytes. Equal messages have equal digests. */
export function digestOf(window: ByteWindow, start: number, end: number): number {
  const length = end - start;
  if (length < 8) return length < 4 ? length : mixed(window.fourAt(start), window.fourAt(end - 4)) + length;
  const quarter = length >> 2;
  // Two rows that do not wait for each other; numbers stand near the end more often than elsewhere.
  const left = mixed(mixed(length, window.fourAt(start)), window.fourAt(start + quarter));
  const right = mixed(
    mixed(window.fourAt(end - 4), window.fourAt(end - 8)),
    window.fourAt(start + quarter * 2),
  );
  return mixed(mixed(left, window.fourAt(start + quarter * 3 - 4)), right);
}

const nothing = new Int32Array(0);
const slots = 1024;
const room = 2;

/** Longer messages hardly come twice. */
const longest = 400;

/** The lower bits choose the slot, so the upper ones have to have a part in them. */
function mixed(digest: number, bytes: number): number {
  const product = Math.imul(digest ^ bytes, 0x2545f491);
  return product ^ (product >>> 15);
}

/** The same text in memory of its own and in one piece, which is compared faster than a view on another one. */
function flat(text: string): string {
  return text.split('').join('');
}
