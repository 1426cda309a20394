import type { Catalogue, IdentifierKind } from '../../catalogue/types.ts';
import type { Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';
import { detect, type Detection } from './detect.ts';
import { discover } from './discover.ts';
import { Learning } from './learning.ts';
import { compileKnowledge, type CompiledKnowledge } from './knowledge.ts';
import { namesInFileName, profileFolders } from './pathNames.ts';
import { isPseudonym, pseudonymOf, type Identity } from './pseudonym.ts';
import { keyOf, type Sighting } from './sighting.ts';
import { hiddenTexts } from './views.ts';

/** What the user decides. */
export interface RedactionChoices {
  /** Identifiers that stay, in any case; `*` stands for any characters. */
  readonly keep: readonly string[];
  /** Texts that go although nothing tells that they identify somebody. */
  readonly add: readonly string[];
}

/** One identifier of a case, and what stands for it. */
export interface PlannedIdentifier {
  readonly kind: IdentifierKind;
  /** As first written. */
  readonly original: string;
  readonly pseudonym: string;
  /** How often it stands in the case. */
  readonly count: number;
}

/** What is to be replaced in a case. Made once, and the same for every file and every format. */
export interface RedactionPlan {
  /** In the order of first appearance. Holds the originals: it never leaves with an export. */
  readonly identifiers: readonly PlannedIdentifier[];
  readonly identities: ReadonlyMap<string, Identity>;
  readonly detection: Detection;
  isKept(original: string): boolean;
  /** What was found in each text of the case: finding takes far longer than replacing. */
  readonly sightings: ReadonlyMap<string, readonly Sighting[]>;
}

/** What goes out with the files of a case. */
export interface WordsBeside {
  /** Texts, such as notes. */
  readonly texts: readonly string[];
  /** Names of people, each as a whole, such as the authors of notes. */
  readonly people: readonly string[];
  /** Paths of files, also of those that the case does not hold, such as the file of a note's line. */
  readonly paths: readonly string[];
  /** Names of cases: often those of devices. */
  readonly names: readonly string[];
}

/** What a plan is made for. */
export interface RedactionScope {
  /** Name of the case: often that of the device. */
  readonly name: string;
  readonly readings: readonly Reading[];
  readonly beside: WordsBeside;
  readonly choices: RedactionChoices;
}

/** Reads a case twice: first to learn what names somebody, then to number what is found, in the order of the files. */
export function createRedactionPlan(
  { name, readings, beside, choices }: RedactionScope,
  catalogue: Catalogue,
  entries: SnapshotEntries,
): RedactionPlan {
  const knowledge = compileKnowledge(catalogue);
  const isKept = keeper(choices.keep);
  const learning = new Learning(knowledge, isKept);
  const holes = new Map(catalogue.redaction.holes.map(({ hole, kind }) => [hole, kind]));
  for (const text of choices.add) learning.add(text);
  const pathsBeside = beside.paths.filter((path) => !readings.some((reading) => reading.path === path));
  const paths = [...readings.map(({ path }) => path), ...new Set(pathsBeside)];
  learning.learnFolders([name, ...beside.names, ...paths.flatMap((path) => path.split('/').slice(0, -1))]);
  learning.learnFolders(paths.flatMap(namesInFileName));
  for (const reading of readings) {
    for (const discovery of discover(reading, entries, learning.detection(false), holes))
      learning.learnTogether(discovery);
  }
  const all = [
    name,
    ...readings.flatMap(({ path, artefact }) => [path, artefact.text]),
    ...beside.names,
    ...beside.texts,
    // Addresses and accounts have parts that are found in them as in any text.
    ...beside.people.filter((person) => isAddress(person)),
    ...paths.slice(readings.length),
  ];
  const people = [...beside.people, ...paths.flatMap(profileFolders)].filter((person) =>
    isName(person, knowledge),
  );
  for (const person of people) learning.learn([personSighting(person)]);
  for (const person of new Set(beside.people)) learning.learnWordsOf(person);
  for (const text of all) {
    learning.learn(detect(text, learning.detection(true)));
    // A token names its user, who may stand elsewhere by name.
    for (const hidden of hiddenTexts(text)) learning.learn(detect(hidden, learning.detection(true)));
  }

  const detection = learning.detection(true);
  const numbering = new Numbering(learning);
  const sightings = new Map<string, readonly Sighting[]>();
  for (const text of all) {
    const found = detect(text, detection).filter(({ start, end }) => !isKept(text.slice(start, end)));
    sightings.set(text, found);
    for (const sighting of found) numbering.see(sighting, text.slice(sighting.start, sighting.end));
  }
  for (const person of people) {
    if (isKept(person)) continue;
    const sighting = personSighting(person);
    sightings.set(person, [sighting]);
    numbering.see(sighting, person);
  }
  return {
    identifiers: numbering.identifiers(),
    identities: numbering.identities,
    detection,
    isKept,
    sightings,
  };
}

/** `adele@contoso.example`, `CONTOSO\\adele`. */
function isAddress(person: string): boolean {
  return /[@\\]/.test(person);
}

function isName(person: string, { noNames }: CompiledKnowledge): boolean {
  const isPlain = person.trim() !== '' && !isAddress(person);
  return isPlain && !noNames.has(person.toLowerCase()) && !isPseudonym(person);
}

function personSighting(person: string): Sighting {
  return { kind: 'user', start: 0, end: person.length, key: keyOf('user', person) };
}

/** Gives numbers in the order of first appearance. */
class Numbering {
  readonly identities = new Map<string, Identity>();
  readonly #learning: Learning;
  readonly #byEntity = new Map<string, Identity>();
  readonly #last = new Map<IdentifierKind, number>();
  readonly #seen = new Map<string, { readonly original: string; count: number }>();

  constructor(learning: Learning) {
    this.#learning = learning;
  }

  see({ key, kind }: Sighting, original: string): void {
    const seen = this.#seen.get(key);
    if (seen !== undefined) {
      seen.count++;
      return;
    }
    this.#seen.set(key, { original, count: 1 });
    this.identities.set(key, this.#identityOf(key, kind));
  }

  identifiers(): readonly PlannedIdentifier[] {
    return [...this.#seen].flatMap(([key, { original, count }]) => {
      const identity = this.identities.get(key);
      if (identity === undefined) return [];
      return [{ kind: identity.kind, original, pseudonym: pseudonymOf(original, identity), count }];
    });
  }

  #identityOf(key: string, seenAs: IdentifierKind): Identity {
    const entity = this.#learning.entity(key);
    const known = this.#byEntity.get(entity);
    if (known !== undefined) return known;
    const kind = this.#learning.kinds.get(key) ?? seenAs;
    const number = (this.#last.get(kind) ?? 0) + 1;
    this.#last.set(kind, number);
    const identity = { kind, number };
    this.#byEntity.set(entity, identity);
    return identity;
  }
}

/** Whether one of the patterns covers a text. `*` stands for any characters; the time is linear in each pattern. */
function keeper(patterns: readonly string[]): (original: string) => boolean {
  const wanted = patterns.map((pattern) => pattern.toLowerCase().split('*'));
  return (original) => {
    const text = original.toLowerCase();
    return wanted.some((parts) => coversAll(parts, text));
  };
}

function coversAll(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
