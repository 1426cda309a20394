import type { Catalogue } from '../../catalogue/types.ts';
import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { findCodes, type CodeMention } from './codes.ts';
import type { MessageMatch } from './messageMatcher.ts';

/** What a log says, as far as the catalogue knows it, in the order of its records. */
export interface LogObservations {
  readonly observations: readonly Observation[];
  readonly unexplained: readonly UnexplainedRecord[];
}

/** `type=` values that say warning or error. They alone never make a finding an error. */
const warningType = 2;
const errorType = 3;

const noCodes: readonly CodeMention[] = [];

/** Collects what is said by the records of one log. */
export class LogObservationsBuilder implements LogObservations {
  readonly observations: Observation[] = [];
  readonly unexplained: UnexplainedRecord[] = [];
  readonly #isKnown: (code: number) => boolean;

  constructor(catalogue: Catalogue) {
    this.#isKnown = (code) => catalogue.codes.lookup(code).length > 0;
  }

  /**
   * Takes record `record` with its `message` at `start`. `quote` is what is kept of the message where its text is
   * not kept.
   */
  add(
    record: number,
    message: string,
    start: number,
    type: number,
    log: string | null,
    match: MessageMatch | null,
    quote?: string,
  ): void {
    if (match !== null) {
      const { entry, values } = match;
      const end = start + message.length;
      const codes = this.#codesIn(message, start);
      this.observations.push(
        quote === undefined
          ? { entry, record, start, end, values, codes, log }
          : { entry, record, start, end, values, codes, log, quote },
      );
    } else if (type === warningType || type === errorType) {
      this.unexplained.push({ record, codes: this.#codesIn(message, start) });
    }
  }

  #codesIn(message: string, start: number): readonly CodeMention[] {
    const codes = findCodes(message, this.#isKnown);
    return codes.length === 0
      ? noCodes
      : codes.map((code) => ({ ...code, start: code.start + start, end: code.end + start }));
  }
}
