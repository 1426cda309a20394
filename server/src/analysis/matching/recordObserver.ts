import type { RecordRows } from '../artefacts/recordTable.ts';
import type { KnownMessages } from './knownMessages.ts';
import { isTrouble, tellOf, type ObservationCollector } from './logObservations.ts';
import type { MessageModule } from './messageModule.ts';

/** The longest message that is searched for knowledge; a longer one is searched up to here. */
export const searchedCharacters = 64 * 1024;

/**
 * Matches the records of a log against the catalogue, a stretch of them at a time, when their text is at hand. A
 * message becomes a text of its own only where it may say something and did not come before: see `MessageModule`.
 */
export class RecordObserver {
  readonly #messages: KnownMessages;
  readonly #collector: ObservationCollector;
  readonly #fileName: string;
  readonly #keepsQuotes: boolean;
  /** For each component the number of its log, once it was asked for. */
  readonly #logOfComponent: number[] = [];

  /**
   * `fileName` helps where `component=` does not tell the log. `keepsQuotes` says that the text will be let go, so
   * that what is told must hold its own texts.
   */
  constructor(
    fileName: string,
    messages: KnownMessages,
    collector: ObservationCollector,
    keepsQuotes: boolean,
  ) {
    this.#fileName = fileName;
    this.#keepsQuotes = keepsQuotes;
    this.#messages = messages;
    this.#collector = collector;
  }

  /** Takes the rows from `from` to before `to`; `text` holds their messages and begins at `base`. */
  add(rows: RecordRows, from: number, to: number, text: string, base: number): void {
    const messages = this.#messages;
    const { sorter } = messages.matcher;
    sorter.window.clear();
    const { toldRows, toldPlaces, marks } = sorter;
    const { messageStart, messageEnd } = rows.columns;
    for (let at = from; at < to;) {
      const count = this.#fill(sorter, rows, at, to, text, base);
      const told = sorter.sort(count);
      for (let i = 0; i < told; i++) {
        const row = toldRows[i] ?? 0;
        const place = toldPlaces[i] ?? 0;
        const mark = marks[row] ?? 0;
        const log = mark >> 1;
        const start = messageStart[at + row] ?? 0;
        const end = Math.min(messageEnd[at + row] ?? 0, start + searchedCharacters);
        const known =
          messages.at(place) ??
          messages.learn(place, text.slice(start - base, end - base), log, (mark & 1) === 1);
        if (known.match === null && (mark & 1) === 0) continue;
        tellOf(this.#collector, at + row, start, end, messages.logName(log), known, this.#keepsQuotes);
      }
      messages.settle();
      at += count;
    }
  }

  /** Hands the sorter rows from `from` on, as many as one window holds; answers how many these are. */
  #fill(
    { mostRows, window, starts, ends, marks }: MessageModule,
    rows: RecordRows,
    from: number,
    to: number,
    text: string,
    base: number,
  ): number {
    const { messageStart, messageEnd, component, type } = rows.columns;
    const most = Math.min(to - from, mostRows);
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

  #addLog(rows: RecordRows, component: number): number {
    const name = this.#messages.matcher.logOf(rows.componentName(component), this.#fileName);
    return (this.#logOfComponent[component] = this.#messages.logNumber(name));
  }
}
