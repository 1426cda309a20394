import type { Artefact, LogArtefact, Problem, RegistryArtefact } from './artefacts/artefact.ts';
import { detachedKeyAt } from './artefacts/registryKeyAt.ts';
import { tableOfKeys } from './artefacts/registryTable.ts';
import { recordFlags } from './artefacts/recordTable.ts';
import { selectRecords } from './artefacts/selectRecords.ts';
import type { Observation, Reading, UnexplainedRecord } from './caseAnalysis.ts';
import type { SnapshotEntries } from './matching/snapshotEntries.ts';
import { quotedCharacters } from './stages/sighting.ts';
import { detached } from './text/detached.ts';
import type { TextPieces } from './text/textPieces.ts';

/** Of the lines that tell what happened, so many are kept from the start and from the end of a file. */
const mostEarlySignals = 50;
const mostLateSignals = 200;
/** Of each line that only explains, so many from either side. */
const mostRepeats = 25;
/** Of the lines with a code that nobody knows, so many from either side. */
const mostUnexplained = 50;
/** Records at the end that tell when the log was collected. */
const lastRecords = 100;

/**
 * A reading without the text it was made from, for files that nobody has open: what stages, findings and the tree
 * are made of stays, the text and what only an open document needs goes. Of lines that a file repeats thousands of
 * times the first and the last stay, and the file gets a problem that says so.
 */
export function condense(reading: Reading, pieces: TextPieces, snapshots: SnapshotEntries): Reading {
  const { artefact } = reading;
  const observations = fewOfEach(reading.observations);
  const coded = reading.unexplained.filter(({ codes }) => codes.length > 0);
  const unexplained = firstAndLast(coded, mostUnexplained, mostUnexplained);
  const left = reading.observations.length - observations.length + coded.length - unexplained.length;
  const problems = left === 0 ? artefact.problems : [...artefact.problems, repeatedLines(left)];
  const kept = { ...reading, artefact: withoutText(artefact, problems, snapshots), dropped: pieces };
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
  return detached(text.slice(start, Math.min(end, start + quotedCharacters)));
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

/** The lines with a signal stay in one piece at either end, so that what belongs together stays together. */
function fewOfEach(observations: readonly Observation[]): readonly Observation[] {
  const bySignal = observations.filter(({ entry }) => entry.signal !== null);
  const kept = new Set(firstAndLast(bySignal, mostEarlySignals, mostLateSignals));
  const others = new Map<string, Observation[]>();
  for (const observation of observations) {
    const { id, signal } = observation.entry;
    if (signal !== null) continue;
    const same = others.get(id);
    if (same === undefined) others.set(id, [observation]);
    else same.push(observation);
  }
  for (const same of others.values()) {
    for (const observation of firstAndLast(same, mostRepeats, mostRepeats)) kept.add(observation);
  }
  return observations.filter((observation) => kept.has(observation));
}

function firstAndLast<Item>(items: readonly Item[], first: number, last: number): readonly Item[] {
  return items.length <= first + last ? items : [...items.slice(0, first), ...items.slice(-last)];
}

function repeatedLines(left: number): Problem {
  return {
    id: 'repeated-lines',
    start: 0,
    end: 0,
    message:
      `This file says the same over and over: ${left.toLocaleString('en')} repetitions of known lines and codes, from ` +
      'the middle of the file, are not judged one by one. Open the file to see all of them.',
  };
}
