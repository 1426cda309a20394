import { recordAt } from '../../../server/src/analysis/artefacts/recordTable.ts';
import type { Reading } from '../../../server/src/analysis/index.ts';

/** Everything that a reading of a log says, in a form that can be compared and printed. */
export function readingValues(reading: Reading): unknown {
  const { artefact } = reading;
  if (artefact.type !== 'log')
    return { kind: artefact.kind, text: artefact.text, problems: artefact.problems };
  const { records } = artefact;
  return {
    kind: artefact.kind,
    text: artefact.text,
    components: records.components,
    records: Array.from({ length: records.count }, (_, index) => ({
      ...recordAt(records, index),
      flags: records.flags[index],
    })),
    problems: artefact.problems,
    observations: reading.observations.map(({ entry, ...rest }) => ({ ...rest, entry: entry.id })),
    unexplained: reading.unexplained,
  };
}
