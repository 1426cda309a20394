import type { FileReport, Moment, Reading } from './caseAnalysis.ts';
import { momentOf } from './stages/sighting.ts';

/** What is known of one file. `bias` serves records without a zone. */
export function fileReport(reading: Reading, bias: number | null): FileReport {
  const { artefact } = reading;
  const span = timeSpan(reading, bias);
  return {
    path: reading.path,
    kind: artefact.kind,
    encoding: reading.encoding,
    bytes: reading.bytes,
    records: countRecords(reading),
    problems: artefact.problems,
    from: span?.from ?? null,
    to: span?.to ?? null,
  };
}

/** Log records, registry values or dsregcmd fields. */
function countRecords({ artefact }: Reading): number | null {
  switch (artefact.type) {
    case 'log':
      return artefact.recordCount ?? artefact.records.count;
    case 'registry':
      return artefact.valueCount ?? artefact.table.valueCount;
    case 'dsregcmd':
      return artefact.sections.reduce((sum, section) => sum + section.fields.length, 0);
    case 'unread':
      return null;
  }
}

/** First and last time in the order of the file. */
function timeSpan({ artefact }: Reading, bias: number | null): { from: Moment; to: Moment } | null {
  if (artefact.type !== 'log') return null;
  const { records } = artefact;
  let from: Moment | null = null;
  for (let i = 0; i < records.count && from === null; i++) from = momentOf(records, i, bias);
  let to: Moment | null = null;
  for (let i = records.count - 1; i >= 0 && to === null; i--) to = momentOf(records, i, bias);
  return from === null || to === null ? null : { from, to };
}
