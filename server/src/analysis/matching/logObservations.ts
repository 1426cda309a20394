import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import type { KnownMessage } from './knownMessages.ts';

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

/**
 * Tells of record `record` with its message from `start` to before `end`, of the log `log`, and of what was found out of
 * the message. A record of which nothing is known is worth telling only where its writer marked it as a warning or an
 * error (`isTrouble`).
 */
export function tellOf(
  collector: ObservationCollector,
  record: number,
  start: number,
  end: number,
  log: string | null,
  { match, codes, quote }: KnownMessage,
  keepsQuotes: boolean,
): void {
  if (match === null) {
    if (codes.length > 0) collector.addUnexplained({ record, codes });
    return;
  }
  const { entry, values } = match;
  collector.add(
    keepsQuotes
      ? { entry, record, start, end, values, codes, log, quote }
      : { entry, record, start, end, values, codes, log },
  );
}

/** Whether `type=` says warning or error. That alone never makes a finding an error. */
export function isTrouble(type: number): boolean {
  return type === 2 || type === 3;
}
