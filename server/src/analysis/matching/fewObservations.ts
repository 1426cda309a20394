import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { FirstAndLast } from './firstAndLast.ts';
import type { LogObservations, ObservationCollector } from './logObservations.ts';

/** Of the lines that tell what happened, so many are kept from the start and from the end of a file. */
const mostEarlySignals = 50;
const mostLateSignals = 200;
/** Of each line that only explains, so many from either side. */
const mostRepeats = 25;
/** Of the lines with a code that nobody knows, so many from either side. */
const mostUnexplained = 50;

/**
 * Collects what a large file says without what it says thousands of times: of each kind of line the first and the
 * last stay. The lines with a signal stay in one piece at either end, so that what belongs together stays together;
 * those that tell of a failure are counted apart, as routine would take their places.
 */
export class FewObservations implements ObservationCollector {
  readonly #signals = new FirstAndLast<Placed>(mostEarlySignals, mostLateSignals);
  readonly #failures = new FirstAndLast<Placed>(mostEarlySignals, mostLateSignals);
  readonly #others = new Map<string, FirstAndLast<Placed>>();
  readonly #unexplained = new FirstAndLast<UnexplainedRecord>(mostUnexplained, mostUnexplained);
  #count = 0;

  add(observation: Observation): void {
    this.#rowOf(observation).add({ place: this.#count++, observation });
  }

  addUnexplained(record: UnexplainedRecord): void {
    this.#unexplained.add(record);
  }

  /** What stays, in the order in which it came, and how many lines do not. */
  finish(): LogObservations & { readonly left: number } {
    const placed = [this.#signals, this.#failures, ...this.#others.values()].flatMap((row) => row.items());
    const observations = placed
      .sort((one, other) => one.place - other.place)
      .map(({ observation }) => observation);
    const unexplained = this.#unexplained.items();
    const left = this.#count - observations.length + this.#unexplained.count - unexplained.length;
    return { observations, unexplained, left };
  }

  #rowOf({ entry: { id, signal, tone } }: Observation): FirstAndLast<Placed> {
    if (signal !== null) return tone === 'failure' ? this.#failures : this.#signals;
    const known = this.#others.get(id);
    if (known !== undefined) return known;
    const row = new FirstAndLast<Placed>(mostRepeats, mostRepeats);
    this.#others.set(id, row);
    return row;
  }
}

interface Placed {
  readonly place: number;
  readonly observation: Observation;
}
