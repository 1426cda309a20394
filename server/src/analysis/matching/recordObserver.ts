import type { Catalogue } from '../../catalogue/types.ts';
import type { RecordRows } from '../artefacts/recordTable.ts';
import { ByteWindow } from '../text/byteWindow.ts';
import { detached } from '../text/detached.ts';
import { quoteIn } from '../text/quote.ts';
import { isTrouble, LogObserver, type KnownMessage, type ObservationCollector } from './logObservations.ts';
import type { MessageMatcher } from './messageMatcher.ts';
import { digestOf, RecentMessages } from './recentMessages.ts';

/** The longest message that is searched for knowledge; a longer one is searched up to here. */
export const searchedCharacters = 64 * 1024;

/**
 * Matches the records of a log against the catalogue, a stretch of them at a time, when their text is at hand. A
 * message becomes a text of its own only where it may say something: what cannot is told from its bytes.
 */
export class RecordObserver {
  readonly #observer: LogObserver;
  readonly #matcher: MessageMatcher;
  readonly #fileName: string;
  readonly #keepsQuotes: boolean;
  readonly #window = new ByteWindow();
  /** The log of each component with its messages, once it was asked for. */
  readonly #logs: ComponentLog[] = [];
  readonly #recent = new Map<string | null, RecentMessages<KnownMessage>>();

  /**
   * `fileName` helps where `component=` does not tell the log. `keepsQuotes` says that the text will be let go, so
   * that what is told must hold its own texts.
   */
  constructor(
    fileName: string,
    matcher: MessageMatcher,
    catalogue: Catalogue,
    collector: ObservationCollector,
    keepsQuotes: boolean,
  ) {
    this.#observer = new LogObserver(collector, catalogue);
    this.#matcher = matcher;
    this.#fileName = fileName;
    this.#keepsQuotes = keepsQuotes;
  }

  /** Takes the rows from `from` to before `to`; `text` holds their messages and begins at `base`. */
  add(rows: RecordRows, from: number, to: number, text: string, base: number): void {
    const { messageStart, messageEnd, component, type } = rows.columns;
    this.#window.clear();
    for (let i = from; i < to; i++) {
      const place = messageStart[i] ?? 0;
      const start = place - base;
      const end = Math.min((messageEnd[i] ?? 0) - base, start + searchedCharacters);
      const mark = type[i] ?? 0;
      const log = this.#logOf(rows, component[i] ?? 0);
      const known = this.#know(text, start, end, log);
      if (known.match === null && !isTrouble(mark)) continue;
      this.#observer.add(i, text.slice(start, end), place, log.name, known);
    }
  }

  #know(text: string, start: number, end: number, { name, recent }: ComponentLog): KnownMessage {
    const window = this.#window;
    if (end > window.end || start < window.start) window.moveTo(text, start);
    if (end > window.end) return this.#look(text.slice(start, end), name);
    const first = start - window.start;
    const behind = end - window.start;
    const digest = digestOf(window, first, behind);
    const known = recent.get(digest, text, start, end);
    if (known !== undefined) return known;
    const found = this.#matcher.mayKnow(window.bytes, first, behind)
      ? this.#look(text.slice(start, end), name)
      : nothingKnown;
    recent.set(digest, text, start, end, found);
    return found;
  }

  #look(message: string, log: string | null): KnownMessage {
    const match = this.#matcher.match(message, log);
    if (match === null) return nothingKnown;
    const codes = this.#observer.codesIn(message, match);
    if (!this.#keepsQuotes) return { match, codes };
    // What is kept must not be a view on the text, or it would keep all of it.
    const values: Record<string, string> = {};
    for (const name in match.values) values[name] = detached(match.values[name] ?? '');
    return {
      match: { entry: match.entry, values },
      codes,
      quote: detached(quoteIn(message, 0, message.length)),
    };
  }

  #logOf(rows: RecordRows, component: number): ComponentLog {
    const known = this.#logs[component];
    if (known !== undefined) return known;
    const name = this.#matcher.logOf(rows.componentName(component), this.#fileName);
    const recent = this.#recent.get(name) ?? new RecentMessages<KnownMessage>();
    this.#recent.set(name, recent);
    return (this.#logs[component] = { name, recent });
  }
}

const nothingKnown: KnownMessage = { match: null, codes: null };

interface ComponentLog {
  /** The name of the log; null where nothing tells. */
  readonly name: string | null;
  readonly recent: RecentMessages<KnownMessage>;
}
