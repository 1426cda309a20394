import type { Artefact, LogArtefact, Problem, RegistryArtefact } from './artefacts/artefact.ts';
import { detachedKeyAt } from './artefacts/registryKeyAt.ts';
import { tableOfKeys } from './artefacts/registryTable.ts';
import { recordFlags } from './artefacts/recordTable.ts';
import { selectRecords } from './artefacts/selectRecords.ts';
import type { Observation, Reading, UnexplainedRecord } from './caseAnalysis.ts';
import { FewObservations } from './matching/fewObservations.ts';
import type { SnapshotEntries } from './matching/snapshotEntries.ts';
import { repeatedLines } from './repeatedLines.ts';
import { detached } from './text/detached.ts';
import { quoteIn } from './text/quote.ts';
import type { TextPieces } from './text/textPieces.ts';

/** Records at the end that tell when the log was collected. */
const lastRecords = 100;

/**
 * A reading without the text it was made from, for files that nobody has open: what stages, findings and the tree
 * are made of stays, the text and what only an open document needs goes. Of lines that a file repeats thousands of
 * times the first and the last stay, and the file gets a problem that says so.
 */
export function condense(reading: Reading, pieces: TextPieces, snapshots: SnapshotEntries): Reading {
  const { artefact } = reading;
  const few = new FewObservations();
  for (const observation of reading.observations) few.add(observation);
  for (const record of reading.unexplained) few.addUnexplained(record);
  const { observations, unexplained, ...rest } = few.finish();
  const left = rest.left + (reading.left ?? 0);
  const problems = left === 0 ? artefact.problems : [...artefact.problems, repeatedLines(left)];
  const kept = {
    ...reading,
    artefact: withoutText(artefact, problems, snapshots),
    dropped: pieces,
    condensed: true,
  };
  if (artefact.type !== 'log') {
    const quoted = observations.map((each) => ({
      ...each,
      quote: each.quote ?? quoteOf(artefact.text, each),
    }));
    return { ...kept, observations: quoted, unexplained };
  }
  const { artefact: log, renumbered } = withFewRecords(artefact, problems, observations, unexplained);
  return {
    ...kept,
    artefact: log,
    observations: observations.map((observation) => ({
      ...observation,
      record: renumbered(observation.record),
      quote: observation.quote ?? quoteOf(artefact.text, observation),
    })),
    unexplained: unexplained.map((each) => ({ ...each, record: renumbered(each.record) })),
  };
}

function quoteOf(text: string, { start, end }: Observation): string {
  return detached(quoteIn(text, start, end));
}

function withoutText(artefact: Artefact, problems: readonly Problem[], snapshots: SnapshotEntries): Artefact {
  switch (artefact.type) {
    case 'registry':
      return { ...withKnownKeys(artefact, snapshots), text: '', problems };
    case 'log':
    case 'dsregcmd':
    case 'unread':
      return { ...artefact, text: '', problems };
  }
}

/** A hive has a hundred thousand keys; the judgement rests on the few that the catalogue knows. */
function withKnownKeys(artefact: RegistryArtefact, snapshots: SnapshotEntries): RegistryArtefact {
  return {
    ...artefact,
    table: tableOfKeys(snapshots.knownKeys(artefact).map(({ index }) => detachedKeyAt(artefact, index))),
    valueCount: artefact.valueCount ?? artefact.table.valueCount,
  };
}

/** The records that something is said of, and those that tell from when to when the log goes. */
function withFewRecords(
  artefact: LogArtefact,
  problems: readonly Problem[],
  observations: readonly Observation[],
  unexplained: readonly UnexplainedRecord[],
): { readonly artefact: LogArtefact; readonly renumbered: (record: number) => number } {
  const { records } = artefact;
  const wanted = new Set([...observations, ...unexplained].map(({ record }) => record));
  for (let i = Math.max(0, records.count - lastRecords); i < records.count; i++) wanted.add(i);
  const timed = records.flags.findIndex((flags) => (flags & recordFlags.timeless) === 0);
  if (timed >= 0) wanted.add(timed);
  const indices = [...wanted].sort((left, right) => left - right);
  const numbers = new Map(indices.map((index, number) => [index, number]));
  return {
    artefact: {
      ...artefact,
      text: '',
      problems,
      records: { ...selectRecords(records, indices), text: '' },
      recordCount: records.count,
    },
    renumbered: (record) => numbers.get(record) ?? 0,
  };
}
