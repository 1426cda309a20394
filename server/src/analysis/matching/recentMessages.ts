import { detached } from '../text/detached.ts';

/**
 * What is known of the messages seen last. Logs say the same again and again, and what was found out once need not
 * be found out again. It keeps a bounded number of messages, those first that keep coming back.
 */
export class RecentMessages<Known> {
  #young = new Map<string, Known>();
  #old = new Map<string, Known>();

  get(message: string): Known | undefined {
    const young = this.#young.get(message);
    if (young !== undefined) return young;
    const old = this.#old.get(message);
    if (old !== undefined) this.set(message, old);
    return old;
  }

  set(message: string, known: Known): void {
    if (message.length > longest) return;
    if (this.#young.size >= most) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(detached(message), known);
  }
}

const most = 1000;

/** Messages beyond this hardly come twice. */
const longest = 400;
