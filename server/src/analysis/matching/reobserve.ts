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
  const unexplained = from(before.unexplained, right);
  const behindEdit = behind === 0 ? unexplained : unexplained.map((each) => movedRecord(each, behind));
  return {
    observations: [
      ...until(before.observations, left),
      ...again.observations.map((each) => withOwnTexts(moved(each, left, 0))),
      ...from(before.observations, right).map((each) => moved(each, behind, shift)),
    ],
    unexplained: [
      ...until(before.unexplained, left),
      ...again.unexplained.map((each) => movedRecord(each, left)),
      ...behindEdit,
    ],
  };
}

/** Written out, as an edit near the start moves ten thousands of them. */
function moved(observation: Observation, records: number, shift: number): Observation {
  if (records === 0 && shift === 0) return observation;
  const { entry, values, codes, log, quote } = observation;
  const record = observation.record + records;
  const start = observation.start + shift;
  const end = observation.end + shift;
  return quote === undefined
    ? { entry, record, start, end, values, codes, log }
    : { entry, record, start, end, values, codes, log, quote };
}

function movedRecord({ record, codes }: UnexplainedRecord, records: number): UnexplainedRecord {
  return { record: record + records, codes };
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
