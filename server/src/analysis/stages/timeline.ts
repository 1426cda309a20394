import { noBias, type RecordTable } from '../artefacts/recordTable.ts';
import type { Moment, Observation, Reading } from '../caseAnalysis.ts';
import { groupLogs } from './logGroups.ts';
import { momentOf, orderingTime, sightingOf, type Sighting } from './sighting.ts';

/** Everything the logs of a case say, in one order. */
export interface Timeline {
  readonly sightings: readonly Sighting[];
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
export function buildTimeline(readings: readonly Reading[], configuredBias: number | null): Timeline {
  const bias = configuredBias ?? commonBias(readings);
  const lanes = groupLogs(readings).map((group) => {
    let latest = Number.NEGATIVE_INFINITY;
    return group.readings.flatMap((reading) =>
      chronological(reading).map((observation) => {
        const sighting = sightingOf(reading, observation, bias);
        if (sighting.time !== null) latest = Math.max(latest, orderingTime(sighting.time));
        return { sighting, key: latest };
      }),
    );
  });
  // Keys never fall within a lane, so a stable sort by key keeps every lane in its own order.
  const sightings = lanes
    .flat()
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map((item) => item.sighting);
  return { sightings, bias, latestBias: biasAtTheEnd(readings), lastSeen: lastRecord(readings, bias) };
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
    for (const bias of artefact.records.bias) {
      if (bias !== noBias) counts.set(bias, (counts.get(bias) ?? 0) + 1);
    }
  }
  let best: number | null = null;
  for (const [bias, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = bias;
  }
  return best;
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
