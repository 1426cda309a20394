import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { FirstAndLast } from './firstAndLast.ts';
import type { LogObservations, ObservationCollector } from './logObservations.ts';

/** So many observations are kept whatever they are: what a log of ordinary size says is kept as a whole. */
const mostOfAll = 1000;
/** Beyond that, of the lines that tell what happened, so many are kept from the start and from the end of a file. */
const mostEarlySignals = 50;
const mostLateSignals = 200;
/** Of each line that tells what happened, so many from either side, however many others stand there. */
const mostEarlyOfEach = 5;
const mostLateOfEach = 20;
/** Of each line that only explains, so many from either side. */
const mostRepeats = 25;
/** Of the lines with a code that nobody knows, so many from either side. */
const mostUnexplained = 50;

/**
 * Collects what a large file says without what it says thousands of times: of each kind of line the first and the
 * last stay. The lines with a signal stay in one piece at either end, so that what belongs together stays together;
 * those that tell of a failure are counted apart, and of each kind some stay in any case, as routine would take the
 * places of what is said seldom and decides.
 */
export class FewObservations implements ObservationCollector {
  #all: Placed[] | null = [];
  readonly #signals = new FirstAndLast<Placed>(mostEarlySignals, mostLateSignals);
  readonly #failures = new FirstAndLast<Placed>(mostEarlySignals, mostLateSignals);
  readonly #each = new Map<string, FirstAndLast<Placed>>();
  readonly #unexplained = new FirstAndLast<UnexplainedRecord>(mostUnexplained, mostUnexplained);
  #count = 0;

  add(observation: Observation): void {
    const placed = { place: this.#count++, observation };
    const { id, signal, tone } = observation.entry;
    this.#rowOf(id, signal !== null).add(placed);
    if (signal !== null) (tone === 'failure' ? this.#failures : this.#signals).add(placed);
    if (this.#count > mostOfAll) this.#all = null;
    else this.#all?.push(placed);
  }

  addUnexplained(record: UnexplainedRecord): void {
    this.#unexplained.add(record);
  }

  /** What stays, in the order in which it came, and how many lines do not. */
  finish(): LogObservations & { readonly left: number } {
    const rows = [this.#signals, this.#failures, ...this.#each.values()];
    // What stays for two reasons is the same object.
    const placed = this.#all ?? [...new Set(rows.flatMap((row) => row.items()))];
    const observations = placed
      .toSorted((one, other) => one.place - other.place)
      .map(({ observation }) => observation);
    const unexplained = this.#unexplained.items();
    const left = this.#count - observations.length + this.#unexplained.count - unexplained.length;
    return { observations, unexplained, left };
  }

  #rowOf(id: string, hasSignal: boolean): FirstAndLast<Placed> {
    const known = this.#each.get(id);
    if (known !== undefined) return known;
    const row = hasSignal
      ? new FirstAndLast<Placed>(mostEarlyOfEach, mostLateOfEach)
      : new FirstAndLast<Placed>(mostRepeats, mostRepeats);
    this.#each.set(id, row);
    return row;
  }
}

interface Placed {
  readonly place: number;
  readonly observation: Observation;
}
