import { logNameOf } from '../artefacts/fileNames.ts';
import type { Moment, Reading } from '../caseAnalysis.ts';
import { momentOf } from './sighting.ts';

/** Files that are one log: the current one and what was rotated away, oldest first. */
export interface LogGroup {
  readonly name: string;
  readonly readings: readonly Reading[];
}

/**
 * Puts rotated files of one folder together (`X.lo_`, `X-20260101-101010.log`, `X.log`), oldest first by their
 * first record. Files without any time keep the order of their rotation stamps: the plain name is the newest.
 */
export function groupLogs(readings: readonly Reading[]): readonly LogGroup[] {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    // Other artefacts may hold lines of a log, too.
    if (reading.artefact.type !== 'log' && reading.observations.length === 0) continue;
    const slash = reading.path.lastIndexOf('/');
    const key =
      reading.path.slice(0, slash + 1) + logNameOf(reading.path.slice(slash + 1)).name.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reading]);
    else group.push(reading);
  }
  // In an order of their own, so that lines of the same moment stand alike however the files were given.
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, group]) => ({
      name: key.slice(key.lastIndexOf('/') + 1),
      readings: group.toSorted(compareAge),
    }));
}

function compareAge(a: Reading, b: Reading): number {
  const between = timeBetween(firstTime(a), firstTime(b));
  if (between !== null && between !== 0) return between;
  const [rankA, rankB] = [rotationRank(a), rotationRank(b)];
  // By code units: the same order on every machine, whatever its language.
  return rankA === rankB ? 0 : rankA < rankB ? -1 : 1;
}

/** In UTC where both tell it, as the clock may have been changed between two files; else by their clocks. */
function timeBetween(a: Moment | null, b: Moment | null): number | null {
  if (a === null || b === null) return null;
  return a.utc !== null && b.utc !== null ? a.utc - b.utc : a.local - b.local;
}

/** Stamps sort before `.lo_`, which sorts before the plain name. */
function rotationRank(reading: Reading): string {
  const { rotation } = logNameOf(reading.path.slice(reading.path.lastIndexOf('/') + 1));
  if (rotation === null) return '2';
  return typeof rotation === 'number' ? `1${String(1e6 - rotation)}` : `0${rotation}`;
}

function firstTime(reading: Reading): Moment | null {
  if (reading.artefact.type !== 'log') return null;
  const { records } = reading.artefact;
  for (let i = 0; i < records.count; i++) {
    const moment = momentOf(records, i, null);
    if (moment !== null) return moment;
  }
  return null;
}
