import { detached } from '../text/detached.ts';

/**
 * What is known of messages that came more than once. Logs say the same again and again, and what was found out of
 * a message need not be found out again. It keeps a bounded number of messages; one that comes only once, as most
 * do that hold a number or an id, takes the place of none.
 */
export class RecentMessages<Known> {
  /** The messages of all slots, each slot with room for some; made with the first message that is kept. */
  #messages: (string | undefined)[] = [];
  #known: (Known | undefined)[] = [];
  /** For each slot the digest of the last message that was asked for and not known. */
  readonly #missed = new Int32Array(slots);
  /** Of the message that was asked for last. */
  #digest = 0;

  /** What is known of a message; undefined where nothing is. */
  get(message: string): Known | undefined {
    this.#digest = digestOf(message);
    const first = (this.#digest & (slots - 1)) * room;
    for (let i = first; i < first + room; i++) {
      if (i < this.#messages.length && this.#messages[i] === message) return this.#known[i];
    }
    return undefined;
  }

  /** Takes what was found out of the message that was asked for last; it is kept where the message comes again. */
  set(message: string, known: Known): void {
    const slot = this.#digest & (slots - 1);
    if (this.#missed[slot] !== this.#digest) {
      this.#missed[slot] = this.#digest;
      return;
    }
    if (message.length > longest) return;
    if (this.#messages.length === 0) {
      this.#messages = Array.from({ length: slots * room }, () => undefined);
      this.#known = Array.from({ length: slots * room }, () => undefined);
    }
    const first = slot * room;
    for (let i = first + room - 1; i > first; i--) {
      this.#messages[i] = this.#messages[i - 1];
      this.#known[i] = this.#known[i - 1];
    }
    this.#messages[first] = detached(message);
    this.#known[first] = known;
  }
}

const slots = 1024;
const room = 2;

/** Longer messages hardly come twice. */
const longest = 400;

/** Some characters of the message are looked at, from all of it; equal messages have equal digests. */
function digestOf(message: string): number {
  const { length } = message;
  let digest = length;
  const step = 1 + (length >> 4);
  for (let i = length - 1; i >= 0; i -= step) digest = Math.imul(digest, 31) + message.charCodeAt(i);
  // The lower bits choose the slot, so the upper ones have to have a part in them.
  return (digest ^ (digest >>> 15)) | 0;
}
