import type { DsregcmdArtefact } from '../artefacts/artefact.ts';
import { parseExcerpt } from '../artefacts/logExcerpt.ts';
import type { Observation } from '../caseAnalysis.ts';
import type { KnownMessages } from './knownMessages.ts';
import { observeLog } from './observe.ts';
import type { SnapshotEntries } from './snapshotEntries.ts';

/** A longer text is no output of the command with some lines around it. */
const searchedCharacters = 0x40000;

/**
 * What stands between the fields of the command's output: its own remarks, and lines of events that people paste into
 * the same text. Lines that are fields which the catalogue knows are left to the fields.
 */
export function observeRemarks(
  artefact: DsregcmdArtefact,
  messages: KnownMessages,
  entries: SnapshotEntries,
): readonly Observation[] {
  const text = artefact.text.slice(0, searchedCharacters);
  const fields = artefact.sections
    .flatMap(({ title, fields }) => fields.filter(({ name }) => entries.ofField(title, name) !== null))
    .map(({ nameStart, valueEnd, nameEnd }) => ({ start: nameStart, end: Math.max(valueEnd, nameEnd) }))
    .toSorted((a, b) => a.start - b.start);
  const { observations } = observeLog(parseExcerpt(text), '', messages);
  let next = 0;
  return observations.filter(({ start, end }) => {
    while ((fields[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (fields[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}
