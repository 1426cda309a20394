import type { Catalogue } from '../../catalogue/types.ts';
import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { findCodes, type CodeMention } from './codes.ts';
import { knownNumbers, type KnownNumbers } from './knownNumbers.ts';
import type { MessageMatch } from './messageMatcher.ts';

/** What a log says, as far as the catalogue knows it, in the order of its records. */
export interface LogObservations {
  readonly observations: readonly Observation[];
  readonly unexplained: readonly UnexplainedRecord[];
}

/** `type=` values that say warning or error. They alone never make a finding an error. */
const warningType = 2;
const errorType = 3;

/** Collects what is said by the records of one log. */
export class LogObservationsBuilder implements LogObservations {
  readonly observations: Observation[] = [];
  readonly unexplained: UnexplainedRecord[] = [];
  readonly #numbers: KnownNumbers;

  constructor(catalogue: Catalogue) {
    this.#numbers = knownNumbers(catalogue.codes);
  }

  /** Takes record `record` with its `message` at `start`, and what was found out of the message. */
  add(
    record: number,
    message: string,
    start: number,
    type: number,
    log: string | null,
    { match, codes, quote }: KnownMessage,
  ): void {
    if (match === null && type !== warningType && type !== errorType) return;
    const placed = placedAt(start, codes ?? this.codesIn(message, match));
    if (match === null) {
      this.unexplained.push({ record, codes: placed });
      return;
    }
    const { entry, values } = match;
    const end = start + message.length;
    this.observations.push(
      quote === undefined
        ? { entry, record, start, end, values, codes: placed, log }
        : { entry, record, start, end, values, codes: placed, log, quote },
    );
  }

  /** The codes of a message; their offsets count in it. */
  codesIn(message: string, match: MessageMatch | null): readonly CodeMention[] {
    const found = findCodes(message, this.#numbers);
    return found.length > 0 || match === null ? found : namedCode(message, match, this.#numbers);
  }
}

/** The small number that the template of a failure calls a code, where the words of the message do not: `is returning 1603`. */
function namedCode(
  message: string,
  { entry, values }: MessageMatch,
  numbers: KnownNumbers,
): readonly CodeMention[] {
  const written = values['code'] ?? '';
  if (entry.tone !== 'failure' || !/^[1-9]\d{0,4}$/.test(written)) return noCodes;
  const value = Number(written);
  if (value > 0xffff || !numbers.isKnown(0x80070000 + value)) return noCodes;
  const start = message.lastIndexOf(written);
  return [{ value, start, end: start + written.length, form: 'unsigned' }];
}

/** What was found out of a message. */
export interface KnownMessage {
  readonly match: MessageMatch | null;
  /** Its codes; null where nobody looked for them yet. */
  readonly codes: readonly CodeMention[] | null;
  /** What is kept of it where its text is not kept. */
  readonly quote?: string;
}

function placedAt(start: number, codes: readonly CodeMention[]): readonly CodeMention[] {
  return codes.length === 0
    ? noCodes
    : codes.map((code) => ({ ...code, start: code.start + start, end: code.end + start }));
}

const noCodes: readonly CodeMention[] = [];
