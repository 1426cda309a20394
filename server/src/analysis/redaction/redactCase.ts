import type { Catalogue, IdentifierKind } from '../../catalogue/types.ts';
import type { AnalysisOptions, CaseAnalysis, Observation, Place, Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';
import { placeInCopy } from './placeInCopy.ts';
import {
  createRedactionPlan,
  type PlannedIdentifier,
  type RedactionChoices,
  type WordsBeside,
} from './plan.ts';
import { createRedactor } from './redactor.ts';
import { knownLeftIn, verifyRedaction, type LeftOver } from './verifyRedaction.ts';

/** What of the core is needed to read and judge a redacted copy. */
export interface CopyReader {
  readonly catalogue: Catalogue;
  readonly snapshotEntries: SnapshotEntries;
  read(path: string, text: string, encoding: string | null, bytes: number): Reading;
  analyse(name: string, readings: readonly Reading[], options: AnalysisOptions): CaseAnalysis;
}

/** One file of a redacted copy. */
export interface RedactedFile {
  /** Its path in the case, and in the copy. */
  readonly from: string;
  readonly path: string;
  readonly text: string;
  readonly encoding: string | null;
  /** The scan: what should be gone and is not. Empty, or the file must not leave. */
  readonly scan: () => readonly LeftOver[];
}

/** A case with pseudonyms in place of everything that names somebody. */
export interface RedactedCase {
  readonly name: string;
  readonly files: readonly RedactedFile[];
  /** The files of the copy, read, and the copy, judged: what an export may be made from. */
  readonly readings: readonly Reading[];
  analysis(options: AnalysisOptions): CaseAnalysis;
  /** What was replaced. Holds the originals: for the user's own eyes. */
  readonly identifiers: readonly PlannedIdentifier[];
  /** How many places were replaced, by kind. */
  readonly counts: ReadonlyMap<IdentifierKind, number>;
  /** Any other text that goes out with the case, such as a note. */
  readonly redact: (text: string) => string;
  /** The path of a file in the copy. */
  pathOf(path: string): string;
  /** The lines of a place, in the copy. */
  placeOf(place: Place): Place;
  /** The lines of a place of the copy, in the case. */
  originalOf(place: Place): Place;
  /** The scan of something that was made of the copy: every identifier of the case that is still in it. */
  leftIn(text: string): readonly LeftOver[];
}

/** Nothing goes out but the files. */
export const nothingBeside: WordsBeside = { texts: [], people: [], paths: [], names: [] };

/** Nothing kept and nothing added. */
export const noChoices: RedactionChoices = { keep: [], add: [] };

/**
 * Makes a copy of a case with pseudonyms, reads it and lets it be judged like any other case. So whatever is made of it,
 * in any format, can hold no more than the copy does. Positions differ from the original; lines do not.
 */
export function redactCase(
  name: string,
  readings: readonly Reading[],
  beside: WordsBeside,
  choices: RedactionChoices,
  reader: CopyReader,
): RedactedCase {
  const plan = createRedactionPlan(
    { name, readings, beside, choices },
    reader.catalogue,
    reader.snapshotEntries,
  );
  const redactor = createRedactor(plan);
  const redactedName = redactor.redact(name);
  const paths = new Map<string, string>();
  for (const { path } of readings) paths.set(path, freePath(redactPath(path, redactor.redact), paths));
  const pathOf = (path: string): string => paths.get(path) ?? redactPath(path, redactor.redact);

  const files = readings.map(({ path, artefact, encoding }) => {
    const text = redactor.redact(artefact.text);
    const to = pathOf(path);
    const scan = (): readonly LeftOver[] => [...verifyRedaction(text, plan), ...verifyRedaction(to, plan)];
    return { from: path, path: to, text, encoding, scan };
  });
  const copies = readings.map((reading, i): Reading => {
    const file = files[i];
    if (reading.dropped !== undefined)
      return withoutOriginals(reading, pathOf(reading.path), redactor.redact);
    return reader.read(pathOf(reading.path), file?.text ?? '', reading.encoding, reading.bytes);
  });
  return {
    name: redactedName,
    files,
    readings: copies,
    analysis: (options) => reader.analyse(redactedName, copies, options),
    identifiers: plan.identifiers,
    counts: redactor.counts,
    redact: redactor.redact,
    pathOf,
    originalOf: (place) => {
      const from = files.find(({ path }) => path === place.file)?.from ?? place.file;
      return placeInCopy(place, from, copies, readings);
    },
    placeOf: (place) => placeInCopy(place, pathOf(place.file), readings, copies),
    leftIn: (text) => knownLeftIn(text, plan),
  };
}

/** Folder by folder: what stands on both sides of a `/` is no name. */
function redactPath(path: string, redact: (text: string) => string): string {
  return path.split('/').map(redact).join('/');
}

/** Two paths never become one. */
function freePath(path: string, taken: ReadonlyMap<string, string>): string {
  const paths = new Set([...taken.values()].map((one) => one.toLowerCase()));
  const dot = path.lastIndexOf('.') > path.lastIndexOf('/') ? path.lastIndexOf('.') : path.length;
  let free = path;
  for (let i = 2; paths.has(free.toLowerCase()); i++) free = `${path.slice(0, dot)} (${i})${path.slice(dot)}`;
  return free;
}

/** Of a file whose text was let go, what was kept of it: the quotations of a log. Other kinds cannot be redacted so. */
function withoutOriginals(reading: Reading, path: string, redact: (text: string) => string): Reading {
  const { artefact } = reading;
  if (artefact.type !== 'log') {
    return {
      ...reading,
      path,
      artefact: { type: 'unread', kind: 'unknown', text: '', problems: [] },
      observations: [],
    };
  }
  return {
    ...reading,
    path,
    observations: reading.observations.map((one) => redactedObservation(one, redact)),
  };
}

function redactedObservation(one: Observation, redact: (text: string) => string): Observation {
  const values = Object.fromEntries(Object.entries(one.values).map(([hole, value]) => [hole, redact(value)]));
  return one.quote === undefined ? { ...one, values } : { ...one, values, quote: redact(one.quote) };
}
