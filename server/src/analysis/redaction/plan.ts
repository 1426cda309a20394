import type { Catalogue, IdentifierKind } from '../../catalogue/types.ts';
import type { Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';
import { detect, type Detection } from './detect.ts';
import { discover } from './discover.ts';
import { compileKnowledge, type CompiledKnowledge } from './knowledge.ts';
import { isPseudonym, pseudonymOf, type Identity } from './pseudonym.ts';
import { keyOf, vagueKinds, type Sighting } from './sighting.ts';
import { createTerms, type Terms } from './terms.ts';
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
  const paths = readings.map(({ path }) => path);
  learning.learnFolders([name, ...paths.flatMap((path) => path.split('/').slice(0, -1))]);
  learning.learnFolders(paths.flatMap(namesInFileName));
  for (const reading of readings) {
    for (const discovery of discover(reading, entries, learning.detection(false), holes))
      learning.learnTogether(discovery);
  }
  const all = [name, ...readings.flatMap(({ path, artefact }) => [path, artefact.text]), ...beside.texts];
  const people = [...beside.people, ...paths.flatMap(profileFolders)].filter((person) =>
    isName(person, knowledge),
  );
  for (const person of people) learning.learn([personSighting(person)]);
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

/** A name and an address (`adele@contoso.example`, `CONTOSO\\adele`) has parts that are found in it as in any text. */
function isName(person: string, { noNames }: CompiledKnowledge): boolean {
  const isPlain = person.trim() !== '' && !/[@\\]/.test(person);
  return isPlain && !noNames.has(person.toLowerCase()) && !isPseudonym(person);
}

function personSighting(person: string): Sighting {
  return { kind: 'user', start: 0, end: person.length, key: keyOf('user', person) };
}

/** `Users/adele/dsregcmd.txt`: who collects logs often keeps the folders of the device. */
function profileFolders(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  return folders.filter(
    (folder, i) =>
      /^(?:users|home|documents and settings)$/i.test(folders[i - 1] ?? '') &&
      !/^(?:public|default(?: user)?|all users)$/i.test(folder),
  );
}

/** Parts of a file's name that could be the name of a computer: in capitals, with a digit, such as `PC-0042_HKLM.reg`. */
function namesInFileName(path: string): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return name
    .split(/[_ .()@,+]+/)
    .map((part) => part.replace(/^(?:[a-z]+-)+|(?:-[a-z]+)+$/g, ''))
    .filter((part) => /^(?!KB[0-9]|0X|WIN[0-9]|[0-9-]+$)[A-Z0-9][A-Z0-9-]+$/.test(part));
}

/** What is known by now: kinds by key, domains, and which identifiers are the same. */
class Learning {
  readonly kinds = new Map<string, IdentifierKind>();
  readonly #domains = new Set<string>();
  readonly #same = new Map<string, string>();
  readonly #knowledge: CompiledKnowledge;
  readonly #isKept: (original: string) => boolean;
  #terms: Terms | null = null;

  constructor(knowledge: CompiledKnowledge, isKept: (original: string) => boolean) {
    this.#knowledge = knowledge;
    this.#isKept = isKept;
  }

  /** With or without the names that are known by now. */
  detection(withTerms: boolean): Detection {
    const none = createTerms(new Map());
    if (withTerms) this.#terms ??= createTerms(this.#termKeys());
    return {
      knowledge: this.#knowledge,
      domains: this.#domains,
      terms: withTerms ? (this.#terms ?? none) : none,
      kindOf: (key) => this.kinds.get(key) ?? null,
    };
  }

  add(text: string): void {
    const trimmed = text.trim();
    if (trimmed !== '') this.#set(keyOf('other', trimmed), 'other');
  }

  /** Folders are often named after the device, and files, too. */
  learnFolders(folders: readonly string[]): void {
    for (const folder of folders) {
      const isDevice = /^(?=.{0,14}[0-9])(?=.{0,14}\p{L})[\p{L}0-9-]{5,15}$/u.test(folder);
      if (!isDevice || this.#knowledge.everydayFolders.has(folder.toLowerCase()) || isPseudonym(folder))
        continue;
      this.#set(keyOf('device', folder), 'device');
    }
  }

  learn(sightings: readonly Sighting[]): void {
    for (const { key, kind } of sightings) this.#set(key, kind);
  }

  /** Two identifiers of one kind that were found together, one of them an id, are the same tenant or device. */
  learnTogether(sightings: readonly Sighting[]): void {
    this.learn(sightings);
    for (const kind of ['tenant', 'device'] as const) {
      const keys = [
        ...new Set(sightings.filter(({ key }) => this.kinds.get(key) === kind).map(({ key }) => key)),
      ];
      const ids = keys.filter((key) => guidKey.test(key));
      const names = keys.filter((key) => !guidKey.test(key));
      const [id, name] = [ids[0], names[0]];
      if (ids.length !== 1 || names.length !== 1 || id === undefined || name === undefined) continue;
      if (this.entity(id) !== this.entity(name)) this.#same.set(this.entity(id), this.entity(name));
    }
  }

  /** The key under which an identifier is numbered. */
  entity(key: string): string {
    let entity = key;
    for (let next = this.#same.get(entity); next !== undefined; next = this.#same.get(entity)) entity = next;
    if (entity !== key) return entity;
    // CONTOSO and contoso.example are one domain; so are a tenant's name and its domain.
    const kind = this.kinds.get(key);
    if ((kind === 'domain' || kind === 'tenant') && key.includes('.')) {
      const first = key.slice(0, key.indexOf('.'));
      if (this.kinds.get(first) === kind) return this.entity(first);
    }
    return entity;
  }

  #set(key: string, kind: IdentifierKind): void {
    const known = this.kinds.get(key);
    // What the structure says counts more than what a form suggests.
    const isBetter = known !== undefined && vagueKinds.has(known) && !vagueKinds.has(kind);
    if (known !== undefined && !isBetter) return;
    this.kinds.set(key, kind);
    this.#terms = null;
    if ((kind === 'domain' || kind === 'tenant') && key.includes('.')) this.#domains.add(key);
  }

  /** What may be replaced wherever it stands as a word. */
  #termKeys(): ReadonlyMap<string, string> {
    const terms = new Map<string, string>();
    for (const [key, kind] of this.kinds) {
      if (!standsAlone(key, kind, this.#knowledge) || this.#isKept(key)) continue;
      terms.set(key, key);
      if (kind === 'user') for (const name of fullNames(key)) terms.set(name, key);
    }
    return terms;
  }
}

const guidKey = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a name says enough by itself: long enough, no number, no word of everyday use. */
function standsAlone(key: string, kind: IdentifierKind, { commonWords }: CompiledKnowledge): boolean {
  if (kind === 'other') return true;
  if (kind === 'token' || kind === 'mac' || kind === 'address') return false;
  if (key.length > longestTerm || !/^[\p{L}\p{N}]/u.test(key)) return false;
  if (commonWords.has(key)) return false;
  if (/^[0-9]+$/.test(key)) return key.length >= 7;
  // 0x80180014 and the like.
  if (/^[0-9a-f]{8}$/.test(key) && kind !== 'serial') return false;
  return key.length >= 4 || (key.length === 3 && /[0-9]/.test(key));
}

/** What stands for `adele.vance` in a sentence: `Adele Vance`, `Vance, Adele`. */
function fullNames(user: string): readonly string[] {
  const [first, last, more] = user.split(/[._-]/);
  const isName = first !== undefined && last !== undefined && more === undefined;
  if (!isName || !/^\p{L}{2,}$/u.test(first) || !/^\p{L}{2,}$/u.test(last)) return [];
  return [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`];
}

const longestTerm = 256;

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
