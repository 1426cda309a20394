import type { Catalogue } from '../../catalogue/types.ts';
import type { RecordRows } from '../artefacts/recordTable.ts';
import { detached } from '../text/detached.ts';
import { LogObservationsBuilder, type KnownMessage, type LogObservations } from './logObservations.ts';
import type { MessageMatcher } from './messageMatcher.ts';
import { searchedCharacters } from './observe.ts';
import { RecentMessages } from './recentMessages.ts';

/** As much of a message evidence quotes. */
const quotedCharacters = 400;

/**
 * Matches the records of a CCM log against the catalogue while they are read, when their text is at hand. What it
 * collects is what `observeLog` collects from the whole text, and beside it the quotes, as the text is let go.
 */
export class PiecewiseObserver {
  readonly observed: LogObservations;
  readonly #builder: LogObservationsBuilder;
  readonly #matcher: MessageMatcher;
  readonly #fileName: string;
  /** The log of each component with its messages that say something, once it was asked for. */
  readonly #logs: ComponentLog[] = [];
  readonly #recent = new Map<string | null, RecentMessages<KnownMessage>>();

  constructor(fileName: string, matcher: MessageMatcher, catalogue: Catalogue) {
    this.#builder = new LogObservationsBuilder(catalogue);
    this.observed = this.#builder;
    this.#matcher = matcher;
    this.#fileName = fileName;
  }

  /** Takes the rows from `from` to before `to`; `text` holds their messages and begins at `base`. */
  add(rows: RecordRows, from: number, to: number, text: string, base: number): void {
    const { columns } = rows;
    for (let i = from; i < to; i++) {
      const start = columns.messageStart[i] ?? 0;
      const end = Math.min(columns.messageEnd[i] ?? 0, start + searchedCharacters);
      const message = text.slice(start - base, end - base);
      const { log, recent } = this.#logOf(rows, columns.component[i] ?? 0);
      const type = columns.type[i] ?? 0;
      let known = recent.get(message);
      if (known === undefined) {
        known = this.#look(message, log);
        // What says nothing is not worth keeping: finding that out is the quick part.
        if (known.match !== null) recent.set(message, known);
      }
      this.#builder.add(i, message, start, type, log, known);
    }
  }

  #look(message: string, log: string | null): KnownMessage {
    const match = this.#matcher.match(message, log);
    if (match === null) return { match, codes: null };
    // What is kept must not be a view on the text, or it would keep all of it.
    const values: Record<string, string> = {};
    for (const name in match.values) values[name] = detached(match.values[name] ?? '');
    return {
      match: { entry: match.entry, values },
      codes: this.#builder.codesIn(message, match),
      quote: detached(message.slice(0, quotedCharacters)),
    };
  }

  #logOf(rows: RecordRows, component: number): ComponentLog {
    const known = this.#logs[component];
    if (known !== undefined) return known;
    const log = this.#matcher.logOf(rows.componentName(component), this.#fileName);
    const recent = this.#recent.get(log) ?? new RecentMessages<KnownMessage>();
    this.#recent.set(log, recent);
    return (this.#logs[component] = { log, recent });
  }
}

interface ComponentLog {
  readonly log: string | null;
  readonly recent: RecentMessages<KnownMessage>;
}
