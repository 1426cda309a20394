import type { CcmRescan } from '../artefacts/rescanCcm.ts';
import type { Observation, UnexplainedRecord } from '../caseAnalysis.ts';
import { detached } from '../text/detached.ts';
import type { LogObservations } from './logObservations.ts';

/** What is said by a log after an edit, from what was said before it and what the records say that were read again. */
export function reobserve(
  before: LogObservations,
  rescan: CcmRescan,
  again: LogObservations,
): LogObservations {
  const { left, right, shift, middle } = rescan;
  const behind = left + middle.records.count - right;
  return {
    observations: [
      ...until(before.observations, left),
      ...again.observations.map((each) => withOwnTexts(moved(each, left, 0))),
      ...from(before.observations, right).map((each) => moved(each, behind, shift)),
    ],
    unexplained: [
      ...until(before.unexplained, left),
      ...again.unexplained.map((each) => movedRecord(each, left, 0)),
      ...from(before.unexplained, right).map((each) => movedRecord(each, behind, shift)),
    ],
  };
}

function moved(observation: Observation, records: number, shift: number): Observation {
  if (records === 0 && shift === 0) return observation;
  return {
    ...movedRecord(observation, records, shift),
    start: observation.start + shift,
    end: observation.end + shift,
  };
}

function movedRecord<Kind extends UnexplainedRecord>(each: Kind, records: number, shift: number): Kind {
  if (records === 0 && shift === 0) return each;
  const codes =
    shift === 0 || each.codes.length === 0
      ? each.codes
      : each.codes.map((code) => ({ ...code, start: code.start + shift, end: code.end + shift }));
  return { ...each, record: each.record + records, codes };
}

/** What outlives this version of the text must not be a view on it, or every version would stay in memory. */
function withOwnTexts(observation: Observation): Observation {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(observation.values)) values[name] = detached(value);
  return { ...observation, values };
}

/** Those of the records before one; they come in the order of their records. */
function until<Kind extends UnexplainedRecord>(all: readonly Kind[], record: number): readonly Kind[] {
  return all.slice(0, firstFrom(all, record));
}

function from<Kind extends UnexplainedRecord>(all: readonly Kind[], record: number): readonly Kind[] {
  return all.slice(firstFrom(all, record));
}

function firstFrom(all: readonly UnexplainedRecord[], record: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[middle]?.record ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  return low;
}
