import type { IdentifierKind } from '../../catalogue/types.ts';
import type { Detection } from './detect.ts';
import { isEverydayName, isNobody } from './everydayName.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import { looksLikeDeviceName } from './pathNames.ts';
import { isPseudonym } from './pseudonym.ts';
import { keyOf, vagueKinds, type Sighting } from './sighting.ts';
import { createTerms, type Terms } from './terms.ts';

/** What is known by now: kinds by key, domains, and which identifiers are the same. */
export class Learning {
  readonly kinds = new Map<string, IdentifierKind>();
  readonly #domains = new Set<string>();
  readonly #same = new Map<string, string>();
  readonly #knowledge: CompiledKnowledge;
  readonly #isKept: (original: string) => boolean;
  /** Words of names of people, which may be shorter than other names. */
  readonly #words = new Set<string>();
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
      if (
        !looksLikeDeviceName(folder) ||
        this.#knowledge.everydayFolders.has(folder.toLowerCase()) ||
        isPseudonym(folder)
      )
        continue;
      this.#set(keyOf('device', folder), 'device');
    }
  }

  learn(sightings: readonly Sighting[]): void {
    for (const { key, kind } of sightings) this.#set(key, kind);
  }

  /** Who is known as `Adele Vance` or `adele.vance@contoso.example` is also called by one of the words of the name. */
  learnWordsOf(person: string): void {
    const name = person.replace(/@.*$/s, '').replace(/^.*\\/s, '').trim();
    const whole = keyOf('user', name);
    if (isPseudonym(name) || isNobody(name, this.#knowledge) || this.#isKept(person) || this.#isKept(name))
      return;
    for (const part of name.split(/[^\p{L}\p{N}'’-]+/u)) {
      const word = keyOf('user', part);
      const isOther = word !== whole && this.kinds.has(word);
      if (isOther || !/^\p{L}.{2}/su.test(word) || isPseudonym(word)) continue;
      if (isEverydayName(word, this.#knowledge)) continue;
      this.#words.add(word);
      this.#terms = null;
      if (word !== whole) this.#same.set(word, whole);
      this.#set(word, 'user');
    }
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
      const isTerm = this.#words.has(key) || standsAlone(key, kind, this.#knowledge);
      if (!isTerm || this.#isKept(key)) continue;
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

/** What stands for `adele.vance` or `Adele Vance` in a sentence: `Adele Vance`, `Vance, Adele`. */
function fullNames(user: string): readonly string[] {
  const [first, last, more] = user.split(/[._ -]/);
  const isName = first !== undefined && last !== undefined && more === undefined;
  if (!isName || !/^\p{L}{2,}$/u.test(first) || !/^\p{L}{2,}$/u.test(last)) return [];
  return [`${first} ${last}`, `${last} ${first}`, `${last}, ${first}`];
}

const longestTerm = 256;
