import type { Signal } from '../../catalogue/types.ts';
import { noBias, recordFlags, type RecordTable } from '../artefacts/recordTable.ts';
import type { Evidence, Moment, Observation, Place, Reading } from '../caseAnalysis.ts';

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

/** Characters of a message that evidence quotes. */
export const quotedCharacters = 400;

/** The sighting behind an observation. `fallbackBias` serves records without a zone; null leaves them without UTC. */
export function sightingOf(
  reading: Reading,
  observation: Observation,
  fallbackBias: number | null,
): Sighting {
  const records = reading.artefact.type === 'log' ? reading.artefact.records : null;
  const printed = observation.codes.map((code) => code.value);
  const implied = observation.entry.impliedCode;
  const end = Math.min(observation.end, observation.start + quotedCharacters);
  return {
    observation,
    signal: observation.entry.signal,
    place: { file: reading.path, start: observation.start, end: observation.end },
    time: records === null ? null : momentOf(records, observation.record, fallbackBias),
    text: observation.quote ?? reading.artefact.text.slice(observation.start, end),
    codes: [...new Set(implied === undefined ? printed : [...printed, implied])],
  };
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

/** Milliseconds to order by: UTC where known, else local. */
export function orderingTime(moment: Moment): number {
  return moment.utc ?? moment.local;
}
