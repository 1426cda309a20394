import type { Catalogue } from '../../catalogue/types.ts';
import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { findCodes } from './codes.ts';
import { knownNumbers, type KnownNumbers } from './knownNumbers.ts';
import type { MessageMatch } from './messageMatcher.ts';

/** What a log says, as far as the catalogue knows it, in the order of its records. */
export interface LogObservations {
  readonly observations: readonly Observation[];
  readonly unexplained: readonly UnexplainedRecord[];
}

/** Where what a log says goes, in the order of its records. */
export interface ObservationCollector {
  add(observation: Observation): void;
  addUnexplained(record: UnexplainedRecord): void;
}

/** Keeps all of it. */
export class AllObservations implements ObservationCollector, LogObservations {
  readonly observations: Observation[] = [];
  readonly unexplained: UnexplainedRecord[] = [];

  add(observation: Observation): void {
    this.observations.push(observation);
  }

  addUnexplained(record: UnexplainedRecord): void {
    this.unexplained.push(record);
  }

  /** All of it, as `FewObservations` tells what it kept: nothing is left out. */
  finish(): LogObservations & { readonly left: number } {
    return { observations: this.observations, unexplained: this.unexplained, left: 0 };
  }
}

/** Tells a collector what is said by the records of one log. */
export class LogObserver {
  readonly #collector: ObservationCollector;
  readonly #numbers: KnownNumbers;

  constructor(collector: ObservationCollector, catalogue: Catalogue) {
    this.#collector = collector;
    this.#numbers = knownNumbers(catalogue.codes);
  }

  /**
   * Takes record `record` with its message from `start` to before `end`, and what was found out of the message. A
   * record of which nothing is known is worth telling only where its writer marked it as a warning or an error
   * (`isTrouble`).
   */
  add(
    record: number,
    start: number,
    end: number,
    log: string | null,
    { match, codes, quote }: KnownMessage,
  ): void {
    if (match === null) {
      if (codes.length > 0) this.#collector.addUnexplained({ record, codes });
      return;
    }
    const { entry, values } = match;
    this.#collector.add(
      quote === undefined
        ? { entry, record, start, end, values, codes, log }
        : { entry, record, start, end, values, codes, log, quote },
    );
  }

  /** The codes that a message prints, the leftmost first. */
  codesIn(message: string, match: MessageMatch | null): readonly number[] {
    const found = findCodes(message, this.#numbers);
    if (found.length > 0) return found.map(({ value }) => value);
    return match === null ? noCodes : namedCode(match, this.#numbers);
  }
}

/** Whether `type=` says warning or error. That alone never makes a finding an error. */
export function isTrouble(type: number): boolean {
  return type === 2 || type === 3;
}

/** The small number that the template of a failure calls a code, where the words of the message do not: `is returning 1603`. */
function namedCode({ entry, values }: MessageMatch, numbers: KnownNumbers): readonly number[] {
  const written = values['code'] ?? '';
  if (entry.tone !== 'failure' || !/^[1-9]\d{0,4}$/.test(written)) return noCodes;
  const value = Number(written);
  return value <= 0xffff && numbers.isKnown(0x80070000 + value) ? [value] : noCodes;
}

/** What was found out of a message. */
export interface KnownMessage {
  readonly match: MessageMatch | null;
  /** The codes that it prints; the empty list also where nobody looked for them, as nobody asks. */
  readonly codes: readonly number[];
  /** What is kept of it where its text is not kept. */
  readonly quote?: string;
}

const noCodes: readonly number[] = [];
