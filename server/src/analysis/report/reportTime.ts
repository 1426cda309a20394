import { recordIndexAt } from '../artefacts/recordTable.ts';
import type { Moment, Reading } from '../caseAnalysis.ts';
import { momentJson } from '../features/caseJson.ts';
import { formatMoment } from '../features/moment.ts';
import { momentOf, orderingTime } from '../stages/sighting.ts';
import type { ReportTime } from './report.ts';

/** A moment in the words of a report. */
export function reportTime(moment: Moment | null): ReportTime | null {
  if (moment === null || Number.isNaN(new Date(orderingTime(moment)).getTime())) return null;
  return { clock: formatMoment(moment), iso: momentJson(moment) ?? '', order: orderingTime(moment) };
}

/** When the record at an offset was written. */
export function recordTimeAt(reading: Reading | undefined, offset: number): ReportTime | null {
  if (reading?.artefact.type !== 'log') return null;
  const { records } = reading.artefact;
  const index = recordIndexAt(records, offset);
  return index < 0 ? null : reportTime(momentOf(records, index, null));
}
