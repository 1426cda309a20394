import type { DsregcmdEntry, Fact, RegistryEntry } from '../../catalogue/types.ts';
import type { DsregcmdArtefact, RegistryArtefact, RegistryKey } from '../artefacts/artefact.ts';
import { registryKeyAt } from '../artefacts/registryKeyAt.ts';
import { formatRegistryData } from '../artefacts/registryData.ts';
import type { Place, Reading } from '../caseAnalysis.ts';
import { meetsExpectation } from '../matching/expectation.ts';
import { parseCode } from '../matching/parseCode.ts';
import { entryOfValue, type RegistryMatch, type SnapshotEntries } from '../matching/snapshotEntries.ts';
import { dataText, type SnapshotSighting } from './facts.ts';

/** Everything the snapshots of a case say that the catalogue knows, in the order of files and offsets. */
export function collectSnapshotSightings(
  readings: readonly Reading[],
  entries: SnapshotEntries,
): readonly SnapshotSighting[] {
  return readings.flatMap(({ path, artefact }) => {
    if (artefact.type === 'registry') return [...registrySightings(path, artefact, entries)];
    if (artefact.type === 'dsregcmd') return [...dsregcmdSightings(path, artefact, entries)];
    return [];
  });
}

function* registrySightings(
  file: string,
  artefact: RegistryArtefact,
  entries: SnapshotEntries,
): Generator<SnapshotSighting> {
  for (const { index, matches } of entries.knownKeys(artefact)) {
    const key = registryKeyAt(artefact, index);
    if (key.deleted) continue;
    yield* keySightings(file, artefact.text, key, matches);
    for (const value of key.values) {
      const match = entryOfValue(matches, value.name);
      if (match === null || value.data.kind === 'deleted') continue;
      const written = dataText(value.data);
      yield {
        source: 'registry',
        entry: match.entry,
        fact: match.entry.fact ?? null,
        value: written,
        number: value.data.kind === 'number' ? safeNumber(value.data.value) : numberOf(written),
        captures: match.captures,
        place: { file, start: value.start, end: value.end },
        text: `${value.name === '' ? '(Default)' : value.name} = ${formatRegistryData(value)}`,
        asExpected: isAsExpected(match.entry, written),
      };
    }
  }
}

function* keySightings(
  file: string,
  text: string,
  key: RegistryKey,
  matches: readonly RegistryMatch[],
): Generator<SnapshotSighting> {
  for (const { entry, captures } of matches) {
    if (entry.value !== null) continue;
    const place: Place = { file, start: key.pathStart, end: key.pathEnd };
    yield {
      source: 'registry',
      entry,
      fact: entry.fact ?? null,
      value: '',
      number: null,
      captures,
      place,
      text: text === '' ? key.path : text.slice(key.pathStart, key.pathEnd),
      asExpected: isAsExpected(entry, ''),
    };
  }
}

function* dsregcmdSightings(
  file: string,
  artefact: DsregcmdArtefact,
  entries: SnapshotEntries,
): Generator<SnapshotSighting> {
  for (const section of artefact.sections) {
    for (const field of section.fields) {
      const entry = entries.ofField(section.title, field.name);
      if (entry === null) continue;
      yield {
        source: 'dsregcmd',
        entry,
        fact: factOf(entry, field.value),
        value: field.value,
        number: parseCode(field.value)?.value ?? null,
        captures: [],
        place: { file, start: field.nameStart, end: Math.max(field.valueEnd, field.nameEnd) },
        text: `${field.name} : ${field.value === '' ? '(empty)' : field.value}`,
        asExpected: isAsExpected(entry, field.value),
      };
    }
  }
}

/** What an entry tells the reasoning with this value. */
function factOf(entry: DsregcmdEntry, value: string): Fact | null {
  if (entry.factWhen !== undefined && !meetsExpectation(entry.factWhen, value)) return null;
  return entry.fact ?? null;
}

function isAsExpected(entry: RegistryEntry | DsregcmdEntry, value: string): boolean {
  return entry.expectation === undefined || meetsExpectation(entry.expectation, value);
}

function safeNumber(value: bigint): number | null {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : null;
}

function numberOf(text: string): number | null {
  const trimmed = text.trim();
  return /^(?:\d{1,15}|0x[0-9a-f]{1,13})$/i.test(trimmed) ? Number(trimmed) : null;
}
