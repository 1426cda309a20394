import type { LogEntry, Signal } from '../../catalogue/types.ts';
import { noBias, type RecordTable } from '../artefacts/recordTable.ts';
import type { Moment, Observation, Reading } from '../caseAnalysis.ts';
import { groupLogs } from './logGroups.ts';
import { divideServerLines } from './serverLines.ts';
import { momentOf, orderingTime, sightingOf, type Sighting } from './sighting.ts';

/** Everything the logs of a case say, in one order. */
export interface Timeline {
  /** What is said of this device. */
  readonly sightings: readonly Sighting[];
  /** What servers' logs say, which may be about another device: nothing is judged from it. */
  readonly ofServers: readonly Sighting[];
  /** Where each signal stands among them, first to last. */
  readonly bySignal: ReadonlyMap<Signal, readonly number[]>;
  /** Minutes used for records without a zone; null when nothing tells. */
  readonly bias: number | null;
  /** Minutes of the zone in which the latest record with a zone was written; null where none has one. */
  readonly latestBias: number | null;
  /** The latest record of any log; null without any time. */
  readonly lastSeen: Moment | null;
}

/**
 * Merges the logs by time. Within a log its own order always holds, since a clock can be set back and rotated
 * files overlap; a record without a time stays behind the record before it.
 */
export function buildTimeline(
  readings: readonly Reading[],
  configuredBias: number | null,
  logs: readonly LogEntry[],
): Timeline {
  const bias = configuredBias ?? commonBias(readings);
  const lanes = groupLogs(readings).map((group) =>
    group.readings.flatMap((reading) =>
      chronological(reading).map((observation) => sightingOf(reading, observation, bias)),
    ),
  );
  const { own: sightings, ofServers } = divideServerLines(merged(lanes), readings, logs);
  return {
    sightings,
    ofServers,
    bySignal: placesOfSignals(sightings),
    bias,
    latestBias: biasAtTheEnd(readings),
    lastSeen: lastRecord(readings, bias),
  };
}

/** One log is in its order already. Of several, each sighting goes by the latest time that its log has told. */
function merged(lanes: readonly (readonly Sighting[])[]): readonly Sighting[] {
  const [first = [], ...others] = lanes;
  if (others.length === 0) return first;
  const keyed = lanes.flatMap((lane) => {
    let latest = Number.NEGATIVE_INFINITY;
    return lane.map((sighting) => {
      if (sighting.time !== null) latest = Math.max(latest, orderingTime(sighting.time));
      return { sighting, key: latest };
    });
  });
  // Keys never fall within a lane, so a stable sort by key keeps every lane in its own order.
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ sighting }) => sighting);
}

function placesOfSignals(sightings: readonly Sighting[]): ReadonlyMap<Signal, readonly number[]> {
  const places = new Map<Signal, number[]>();
  sightings.forEach(({ signal }, index) => {
    if (signal === null) return;
    const known = places.get(signal);
    if (known === undefined) places.set(signal, [index]);
    else known.push(index);
  });
  return places;
}

/** Lists of events are exported newest first; every other log is in the order of time. */
function chronological({ artefact, observations }: Reading): readonly Observation[] {
  return artefact.type === 'log' && artefact.kind === 'event-text' && isNewestFirst(artefact.records)
    ? observations.toReversed()
    : observations;
}

function isNewestFirst({ localTime }: RecordTable): boolean {
  let last = Number.NaN;
  let rises = 0;
  let falls = 0;
  for (const time of localTime) {
    if (Number.isNaN(time)) continue;
    if (time > last) rises++;
    if (time < last) falls++;
    last = time;
  }
  return falls > rises;
}

function compareKeys(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The bias that most records of the case carry; logs that write none were written by the same clock. */
export function commonBias(readings: readonly Reading[]): number | null {
  const counts = new Map<number, number>();
  for (const { artefact } of readings) {
    // Events tell UTC in their XML, which says nothing about the clock of the logs.
    if (artefact.type !== 'log' || artefact.kind === 'event-text') continue;
    countRuns(artefact.records.bias, counts);
  }
  let best: number | null = null;
  for (const [bias, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = bias;
  }
  return best;
}

/** Records that follow each other nearly always carry the same one. */
function countRuns(biases: Int16Array, counts: Map<number, number>): void {
  let run = 0;
  for (let i = 0; i < biases.length; i++) {
    const bias = biases[i] ?? noBias;
    run++;
    if (biases[i + 1] === bias) continue;
    if (bias !== noBias) counts.set(bias, (counts.get(bias) ?? 0) + run);
    run = 0;
  }
}

function biasAtTheEnd(readings: readonly Reading[]): number | null {
  let found: { readonly bias: number; readonly time: number } | null = null;
  for (const { artefact } of readings) {
    if (artefact.type !== 'log' || artefact.kind === 'event-text') continue;
    const { records } = artefact;
    for (let i = Math.max(0, records.count - 100); i < records.count; i++) {
      const bias = records.bias[i] ?? noBias;
      const moment = bias === noBias ? null : momentOf(records, i, null);
      if (moment === null) continue;
      const time = orderingTime(moment);
      if (found === null || time > found.time) found = { bias, time };
    }
  }
  return found?.bias ?? null;
}

function lastRecord(readings: readonly Reading[], bias: number | null): Moment | null {
  let last: Moment | null = null;
  for (const { artefact } of readings) {
    if (artefact.type !== 'log') continue;
    const { records } = artefact;
    // Time can run backwards over a few records; looking at the last hundred finds the end without a full pass.
    // Lists of events may be sorted in any way.
    const from = artefact.kind === 'event-text' ? 0 : Math.max(0, records.count - 100);
    for (let i = from; i < records.count; i++) {
      const moment = momentOf(records, i, bias);
      if (moment !== null && (last === null || orderingTime(moment) > orderingTime(last))) {
        last = moment;
      }
    }
  }
  return last;
}
