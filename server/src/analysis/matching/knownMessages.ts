import type { Catalogue } from '../../catalogue/types.ts';
import { detached } from '../text/detached.ts';
import { quoteIn } from '../text/quote.ts';
import { findCodes } from './codes.ts';
import { knownNumbers, type KnownNumbers } from './knownNumbers.ts';
import type { MessageMatch, MessageMatcher } from './messageMatcher.ts';
import { sortedMessage } from './messageModule.ts';

/** What was found out of a message, in texts that are no views on the log's. */
export interface KnownMessage {
  readonly match: MessageMatch | null;
  /** The codes that it prints, the leftmost first. Empty also where nobody asks: it is neither known nor trouble. */
  readonly codes: readonly number[];
  /** Its beginning, for evidence where the text is let go; of one that is known only. */
  readonly quote: string;
}

/**
 * What messages say, as far as the catalogue knows it. What was found out of messages that come often is kept, for one
 * log as for the next: it depends on nothing but the message and the log that it is a message of.
 */
export class KnownMessages {
  readonly matcher: MessageMatcher;
  readonly #numbers: KnownNumbers;
  /** Names of logs by their numbers. */
  readonly #logs: (string | null)[] = [];
  /** What is known of the messages that the sorter keeps, by their places. */
  readonly #known: KnownMessage[] = [];
  /** Places of messages that turned out to say nothing. */
  readonly #silent: number[] = [];

  /** The one for a matcher, whose sorter keeps messages for it. */
  constructor(matcher: MessageMatcher, catalogue: Catalogue) {
    this.matcher = matcher;
    this.#numbers = knownNumbers(catalogue.codes);
  }

  /** The number of a log, by which the sorter tells equal messages of different logs apart. */
  logNumber(name: string | null): number {
    const known = this.#logs.indexOf(name);
    return known < 0 ? this.#logs.push(name) - 1 : known;
  }

  logName(number: number): string | null {
    return this.#logs[number] ?? null;
  }

  /** What is known of a message that the sorter told of at a place; undefined where it has to be learned. */
  at(place: number): KnownMessage | undefined {
    // Those that are fresh or have no place have numbers above all places.
    return this.#known[place];
  }

  /** Finds out what a message says, and keeps that where the sorter keeps the message. */
  learn(place: number, message: string, log: number, isTrouble: boolean): KnownMessage {
    const match = place === sortedMessage.silent ? null : this.matcher.match(message, this.logName(log));
    if (match === null && place === sortedMessage.unkept && !isTrouble) return nothingKnown;
    const codes = this.codesIn(message, match);
    const known = match === null ? { match, codes, quote: '' } : matched(message, match, codes);
    if (place >= sortedMessage.silent) return known;
    const kept = place & ~sortedMessage.fresh;
    this.#known[kept] = known;
    if (match === null) this.#silent.push(kept);
    return known;
  }

  /**
   * To be called when all is learned that the sorter told of: tells it what says nothing, which it need not tell of
   * again. Of two messages that it kept at one place meanwhile, the later one has it.
   */
  settle(): void {
    for (const place of this.#silent) {
      if (this.#known[place]?.match === null) this.matcher.sorter.silence(place);
    }
    this.#silent.length = 0;
  }

  /** The codes that a message prints, the leftmost first. */
  codesIn(message: string, match: MessageMatch | null): readonly number[] {
    const found = findCodes(message, this.#numbers);
    if (found.length > 0) return found.map(({ value }) => value);
    return match === null ? noCodes : namedCode(match, this.#numbers);
  }
}

function matched(message: string, match: MessageMatch, codes: readonly number[]): KnownMessage {
  const values: Record<string, string> = {};
  for (const name in match.values) values[name] = detached(match.values[name] ?? '');
  const quote = detached(quoteIn(message, 0, message.length));
  return { match: { entry: match.entry, values }, codes, quote };
}

/** The small number that the template of a failure calls a code, where the words of the message do not: `is returning 1603`. */
function namedCode({ entry, values }: MessageMatch, numbers: KnownNumbers): readonly number[] {
  const written = values['code'] ?? '';
  if (entry.tone !== 'failure' || !/^[1-9]\d{0,4}$/.test(written)) return noCodes;
  const value = Number(written);
  return value <= 0xffff && numbers.isKnown(0x80070000 + value) ? [value] : noCodes;
}

const noCodes: readonly number[] = [];
const nothingKnown: KnownMessage = { match: null, codes: noCodes, quote: '' };
