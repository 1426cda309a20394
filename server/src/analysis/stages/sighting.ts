import type { Signal } from '../../catalogue/types.ts';
import { noBias, recordFlags, type RecordTable } from '../artefacts/recordTable.ts';
import type { Evidence, Moment, Observation, Place, Reading } from '../caseAnalysis.ts';
import { quoteIn } from '../text/quote.ts';

/** An observation with its place and time in the case. */
export interface Sighting {
  readonly observation: Observation;
  readonly signal: Signal | null;
  readonly place: Place;
  readonly time: Moment | null;
  readonly text: string;
  /** Codes in the message, most to the left first; the code that the entry implies comes first. */
  readonly codes: readonly number[];
}

/** The sighting behind an observation. `fallbackBias` serves records without a zone; null leaves them without UTC. */
export function sightingOf(
  reading: Reading,
  observation: Observation,
  fallbackBias: number | null,
): Sighting {
  return new LogSighting(reading, observation, fallbackBias);
}

/** Logs say ten thousand things of which a dozen decide, so what a sighting tells is made when somebody asks. */
class LogSighting implements Sighting {
  readonly observation: Observation;
  readonly signal: Signal | null;
  readonly #reading: Reading;
  readonly #bias: number | null;
  #place: Place | undefined;
  #time: Moment | null | undefined;
  #text: string | undefined;
  #codes: readonly number[] | undefined;

  constructor(reading: Reading, observation: Observation, bias: number | null) {
    this.observation = observation;
    this.signal = observation.entry.signal;
    this.#reading = reading;
    this.#bias = bias;
  }

  get place(): Place {
    const { start, end } = this.observation;
    return (this.#place ??= { file: this.#reading.path, start, end });
  }

  get time(): Moment | null {
    if (this.#time !== undefined) return this.#time;
    const { artefact } = this.#reading;
    this.#time =
      artefact.type === 'log' ? momentOf(artefact.records, this.observation.record, this.#bias) : null;
    return this.#time;
  }

  get text(): string {
    const { start, end, quote } = this.observation;
    return (this.#text ??= quote ?? quoteIn(this.#reading.artefact.text, start, end));
  }

  get codes(): readonly number[] {
    const { codes, entry } = this.observation;
    return (this.#codes ??= [
      ...new Set(entry.impliedCode === undefined ? codes : [...codes, entry.impliedCode]),
    ]);
  }
}

/** When a record was written; null when it has no time. */
export function momentOf(records: RecordTable, index: number, fallbackBias: number | null): Moment | null {
  if (((records.flags[index] ?? 0) & recordFlags.timeless) !== 0) return null;
  const local = records.localTime[index] ?? Number.NaN;
  if (Number.isNaN(local)) return null;
  const written = records.bias[index] ?? noBias;
  const bias = written === noBias ? fallbackBias : written;
  return { local, utc: bias === null ? null : local + bias * 60_000 };
}

/** The sighting as evidence for a stage or verdict. */
export function evidenceOf(sighting: Sighting): Evidence {
  return {
    place: sighting.place,
    time: sighting.time,
    text: sighting.text,
    entryId: sighting.observation.entry.id,
    meaning: sighting.observation.entry.meaning,
    tone: sighting.observation.entry.tone,
    codes: sighting.codes,
  };
}

/** Each place once, the first of them: the most decisive stands first. */
export function uniqueEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = `${one.place.file}:${String(one.place.start)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The same for lines of one series: those that say the same and name the same codes. */
export function saysTheSame({ observation: { entry }, codes }: Sighting): string {
  return `${entry.id} ${codes.join(' ')}`;
}

/** Milliseconds to order by: UTC where known, else local. */
export function orderingTime(moment: Moment): number {
  return moment.utc ?? moment.local;
}
