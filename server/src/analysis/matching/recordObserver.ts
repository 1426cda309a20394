import type { Catalogue } from '../../catalogue/types.ts';
import type { RecordRows } from '../artefacts/recordTable.ts';
import { detached } from '../text/detached.ts';
import { quoteIn } from '../text/quote.ts';
import { isTrouble, LogObserver, type KnownMessage, type ObservationCollector } from './logObservations.ts';
import type { MessageMatch, MessageMatcher } from './messageMatcher.ts';
import { mostSortedRows, sortedMessage } from './messageModule.ts';

/** The longest message that is searched for knowledge; a longer one is searched up to here. */
export const searchedCharacters = 64 * 1024;

/**
 * Matches the records of a log against the catalogue, a stretch of them at a time, when their text is at hand. A
 * message becomes a text of its own only where it may say something and did not come before: see `MessageModule`.
 */
export class RecordObserver {
  readonly #observer: LogObserver;
  readonly #matcher: MessageMatcher;
  readonly #fileName: string;
  readonly #keepsQuotes: boolean;
  /** Names of logs by their numbers, and for each component the number of its log, once it was asked for. */
  readonly #logs: (string | null)[] = [];
  readonly #logOfComponent: number[] = [];
  /** What is known of the messages that the sorter keeps, by their places. */
  readonly #known: KnownMessage[] = [];

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
    const { sorter } = this.#matcher;
    const { toldRows, toldPlaces, marks } = sorter;
    const { messageStart, messageEnd } = rows.columns;
    sorter.begin(this);
    for (let at = from; at < to;) {
      const count = this.#fill(rows, at, to, text, base);
      const told = sorter.sort(count);
      for (let i = 0; i < told; i++) {
        const row = toldRows[i] ?? 0;
        const mark = marks[row] ?? 0;
        const start = messageStart[at + row] ?? 0;
        const end = Math.min(messageEnd[at + row] ?? 0, start + searchedCharacters);
        this.#tell(at + row, start, end, mark, toldPlaces[i] ?? 0, text, base);
      }
      at += count;
    }
  }

  /** Hands the sorter rows from `from` on, as many as one window holds; answers how many these are. */
  #fill(rows: RecordRows, from: number, to: number, text: string, base: number): number {
    const { window, starts, ends, marks } = this.#matcher.sorter;
    const { messageStart, messageEnd, component, type } = rows.columns;
    const most = Math.min(to - from, mostSortedRows);
    for (let i = 0; i < most; i++) {
      const row = from + i;
      const start = (messageStart[row] ?? 0) - base;
      const end = Math.min((messageEnd[row] ?? 0) - base, start + searchedCharacters);
      if (end > window.end || start < window.start) {
        if (i > 0) return i;
        window.moveTo(text, start);
      }
      starts[i] = start - window.start;
      ends[i] = end - window.start;
      const log = this.#logOfComponent[component[row] ?? 0] ?? this.#addLog(rows, component[row] ?? 0);
      marks[i] = log * 2 + (isTrouble(type[row] ?? 0) ? 1 : 0);
    }
    return most;
  }

  #tell(
    record: number,
    start: number,
    end: number,
    mark: number,
    place: number,
    text: string,
    base: number,
  ): void {
    const isMarked = (mark & 1) === 1;
    const log = this.#logs[mark >> 1] ?? null;
    // A place with the mark of a fresh one is above all that are known.
    const known =
      this.#known[place] ?? this.#learn(place, text.slice(start - base, end - base), log, isMarked);
    if (known.match !== null || isMarked) this.#observer.add(record, start, end, log, known);
  }

  /** Finds out what a message says, and keeps that where the sorter keeps the message. */
  #learn(place: number, message: string, log: string | null, isMarked: boolean): KnownMessage {
    const match = place === sortedMessage.silent ? null : this.#matcher.match(message, log);
    if (match === null && place === sortedMessage.unkept && !isMarked) return nothingKnown;
    const codes = this.#observer.codesIn(message, match);
    const known = match === null ? { match, codes } : this.#matched(message, match, codes);
    if (place >= sortedMessage.silent) return known;
    const kept = place & ~sortedMessage.fresh;
    this.#known[kept] = known;
    if (match === null) this.#matcher.sorter.silence(kept);
    return known;
  }

  #matched(message: string, match: MessageMatch, codes: readonly number[]): KnownMessage {
    if (!this.#keepsQuotes) return { match, codes };
    // What is kept must not be a view on the text, or it would keep all of it.
    const values: Record<string, string> = {};
    for (const name in match.values) values[name] = detached(match.values[name] ?? '');
    const quote = detached(quoteIn(message, 0, message.length));
    return { match: { entry: match.entry, values }, codes, quote };
  }

  #addLog(rows: RecordRows, component: number): number {
    const name = this.#matcher.logOf(rows.componentName(component), this.#fileName);
    const known = this.#logs.indexOf(name);
    const log = known < 0 ? this.#logs.push(name) - 1 : known;
    this.#logOfComponent[component] = log;
    return log;
  }
}

const nothingKnown: KnownMessage = { match: null, codes: [] };
