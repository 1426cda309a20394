import type { Artefact, Problem, RegistryArtefact } from './artefacts/artefact.ts';
import type { Observation, Reading } from './caseAnalysis.ts';
import type { SnapshotEntries } from './matching/snapshotEntries.ts';
import { detached } from './text/detached.ts';
import type { TextPieces } from './text/textPieces.ts';
import { quotedCharacters } from './stages/sighting.ts';

/** Of the lines that tell what happened, so many are kept from the start and from the end of a file. */
const mostEarlySignals = 100;
const mostLateSignals = 400;
/** Of each line that only explains, and of the lines that nobody knows, so many from either side. */
const mostRepeats = 50;
const mostUnexplained = 500;

/**
 * A reading without the text it was made from, for files that nobody has open: what stages, findings and the tree
 * are made of stays, the text and what only an open document needs goes. Of lines that a file repeats thousands of
 * times the first and the last stay, and the file gets a problem that says so.
 */
export function condense(reading: Reading, pieces: TextPieces, snapshots: SnapshotEntries): Reading {
  const { artefact } = reading;
  const observations = fewOfEach(reading.observations).map((observation) => ({
    ...observation,
    quote: observation.quote ?? quoteOf(artefact.text, observation),
  }));
  const left = reading.observations.length - observations.length;
  const coded = reading.unexplained.filter(({ codes }) => codes.length > 0);
  return {
    ...reading,
    artefact: withoutText(artefact, left === 0 ? [] : [repeatedLines(left)], snapshots),
    observations,
    unexplained: firstAndLast(coded, mostUnexplained, mostUnexplained),
    dropped: pieces,
  };
}

function quoteOf(text: string, { start, end }: Observation): string {
  return detached(text.slice(start, Math.min(end, start + quotedCharacters)));
}

function withoutText(artefact: Artefact, more: readonly Problem[], snapshots: SnapshotEntries): Artefact {
  const problems = [...artefact.problems, ...more];
  switch (artefact.type) {
    case 'log':
      return { ...artefact, text: '', records: { ...artefact.records, text: '' }, problems };
    case 'registry':
      return { ...withKnownKeys(artefact, snapshots), text: '', problems };
    case 'dsregcmd':
    case 'unread':
      return { ...artefact, text: '', problems };
  }
}

/** A hive has a hundred thousand keys; the judgement rests on the few that the catalogue knows. */
function withKnownKeys(artefact: RegistryArtefact, snapshots: SnapshotEntries): RegistryArtefact {
  return {
    ...artefact,
    keys: artefact.keys.filter(({ path }) => snapshots.ofKey(path).length > 0),
    valueCount: artefact.keys.reduce((sum, key) => sum + key.values.length, 0),
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
      `This file says the same over and over: ${left.toLocaleString('en')} repetitions of known lines, from the ` +
      'middle of the file, are not judged one by one. Open the file to see all of them.',
  };
}
