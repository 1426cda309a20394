import type { Problem } from './artefact.ts';
import { afterLineEnd, lineEndAt, skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import type { PlainEntriesModule } from './plainEntriesModule.ts';
import { ProblemList } from './problemList.ts';
import { describeJunkLine } from './registryFileDamage.ts';
import { registryFileHeader, type RegistryFileHeader } from './registryFileHeader.ts';
import { parseRegistryValue } from './registryFileValue.ts';
import { longRootOf } from './registryPath.ts';
import { RegistryTableBuilder } from './registryTable.ts';

/** A stretch of the text of a file, from the start of a line on. */
export interface FileStretch {
  readonly text: string;
  /** Offset of its first character in the whole text. */
  readonly base: number;
  /** Whether the whole text ends where it ends. */
  readonly isLast: boolean;
}

/** Why values at this point of the file are attached to a key, or to none. */
type Attachment = 'key' | 'no-key-yet' | 'invalid-key' | 'deleted-key';

/** Reads any entry of a registry file by the rules of Windows, and knows what the entries before it mean for it. */
export class RegistryFileReading {
  readonly table: RegistryTableBuilder;
  readonly problems = new ProblemList();
  #headerSeen = false;
  #isVersion3 = false;
  #attachment: Attachment = 'no-key-yet';

  /** `length` is that of the whole text. */
  constructor(length: number) {
    this.table = new RegistryTableBuilder(length);
  }

  /** Whether a value belongs to a key here. */
  get hasKey(): boolean {
    return this.#attachment === 'key';
  }

  /** Whether bytes that spell text are ANSI here, as below a header of REGEDIT4. */
  get isAnsi(): boolean {
    return this.table.ansiFrom !== Number.POSITIVE_INFINITY;
  }

  /** Reads the header, and answers where the first entry begins in the text; -1 where more text is needed to tell. */
  begin({ text, base, isLast }: FileStretch): number {
    const { start, end } = firstLine(text);
    const next = afterLineEnd(text, end);
    if (next >= text.length && !isLast) return -1;
    const header = registryFileHeader(text.slice(start, end));
    if (header !== null) {
      this.#takeHeader(header, base + start, base + end);
      return next;
    }
    this.problems.add(
      'missing-header',
      base + start,
      base + end,
      'The file does not begin with "Windows Registry Editor Version 5.00" or "REGEDIT4"; Windows would import nothing from it.',
    );
    return start;
  }

  /** Reads the entry that begins with the line at `start`, and answers where the next one begins; -1 as in `begin`. */
  readEntry(stretch: FileStretch, start: number): number {
    const { text, isLast } = stretch;
    const lineEnd = lineEndAt(text, start);
    const next = afterLineEnd(text, lineEnd);
    if (next >= text.length && !isLast) return -1;
    // A byte order mark in the middle comes from joined files.
    const at = skipBlanks(text, text.charCodeAt(start) === 0xfeff ? start + 1 : start, lineEnd);
    if (at >= lineEnd) return next;
    const first = text[at];
    if (first === ';' || first === '#') return next;
    if (first === '"' || first === '@') return this.#readValue(stretch, at);
    if (first === '[') this.#readKey(stretch, at, lineEnd);
    else if (this.#isVersion3) this.#readVersion3Line(stretch, at, lineEnd);
    else this.#readOtherLine(stretch, at, lineEnd);
    return next;
  }

  /** A key as it stands. Values that follow belong to it, unless the file deletes it. */
  openKey(start: number, end: number, pathStart: number, pathEnd: number, deleted: boolean): void {
    this.table.addKey(start, end, pathStart, pathEnd, deleted);
    this.#attachment = deleted ? 'deleted-key' : 'key';
  }

  /** The keys and values of the last `read`. */
  addPlain(plain: PlainEntriesModule): void {
    this.table.addPlain(plain);
    if (plain.keyCount > 0) this.#attachment = 'key';
  }

  #takeHeader(header: RegistryFileHeader, start: number, end: number): void {
    this.#headerSeen = true;
    if (header !== 'version-5' && header !== 'fuzzy-5') this.table.ansiFrom = start;
    this.#isVersion3 = header === 'version-3';
    if (header === 'fuzzy-5' || header === 'fuzzy-4') {
      this.problems.add(
        'fuzzy-header',
        start,
        end,
        'The header is not exactly one that Windows knows; Windows would import nothing from this file. It was read all the same.',
      );
    }
  }

  #readKey({ text, base }: FileStretch, start: number, lineEnd: number): void {
    const deleted = text[start + 1] === '-';
    const pathStart = start + (deleted ? 2 : 1);
    const pathEnd = start + text.slice(start, lineEnd).lastIndexOf(']');
    this.#attachment = 'invalid-key';
    const ignored = (reason: string): void => {
      this.problems.add(
        'invalid-key',
        base + start,
        base + trimBlanksEnd(text, start, lineEnd),
        `${reason}; Windows ignores it, and the values below it belong to no key.`,
      );
    };
    if (pathEnd < pathStart) {
      ignored('The key line has no closing bracket');
      return;
    }
    const written = text.slice(pathStart, pathEnd);
    const root = /^[^\\]{0,40}/.exec(written)?.[0] ?? '';
    const longRoot = longRootOf(root);
    if (longRoot === null) {
      ignored(/^\s/.test(written) ? 'A blank follows the bracket' : 'The key is below no known root key');
      return;
    }
    if (root.toUpperCase() !== longRoot) {
      this.problems.add(
        'short-root',
        base + pathStart,
        base + pathStart + root.length,
        `Windows writes the root key as ${longRoot}; the short name was read as that.`,
      );
    }
    this.openKey(base + start, base + pathEnd + 1, base + pathStart, base + pathEnd, deleted);
  }

  #readValue({ text, base, isLast }: FileStretch, start: number): number {
    const found: Problem[] = [];
    const { value, next, isOpen } = parseRegistryValue(text, start, this.isAnsi ? 'ansi' : 'utf-16le', {
      add: (id, from, end, message) => found.push({ id, start: base + from, end: base + end, message }),
    });
    if ((next >= text.length || isOpen) && !isLast) return -1;
    for (const { id, start: from, end, message } of found) this.problems.add(id, from, end, message);
    if (value === null) return next;
    if (this.hasKey) {
      this.table.addValue(base + start, base + value.end, base + value.nameEnd, base + value.dataStart);
    } else {
      this.problems.add('value-without-key', base + start, base + value.end, withoutKey[this.#attachment]);
    }
    return next;
  }

  /** `HKEY_CLASSES_ROOT\path = value`: the default value of a key, all on one line. */
  #readVersion3Line(stretch: FileStretch, start: number, lineEnd: number): void {
    const { text, base } = stretch;
    let pathEnd = start;
    while (pathEnd < lineEnd && text[pathEnd] !== ' ' && text[pathEnd] !== '\t') pathEnd++;
    if (!/^HKEY_CLASSES_ROOT(?:\\|$)/i.test(text.slice(start, pathEnd))) {
      this.#readOtherLine(stretch, start, lineEnd);
      return;
    }
    const nameStart = skipBlanks(text, pathEnd, lineEnd);
    const nameEnd = nameStart + (text[nameStart] === '=' ? 1 : 0);
    const dataStart = nameEnd + (text[nameEnd] === ' ' && nameEnd < lineEnd ? 1 : 0);
    this.table.addKey(base + start, base + lineEnd, base + start, base + pathEnd, false);
    this.table.addValue(base + nameStart, base + lineEnd, base + nameEnd, base + dataStart);
    // A value in quotes belongs to a key in brackets.
    this.#attachment = 'no-key-yet';
  }

  #readOtherLine({ text, base }: FileStretch, start: number, lineEnd: number): void {
    const line = text.slice(start, lineEnd);
    const header = registryFileHeader(line);
    if (header === null) {
      const damage = describeJunkLine(line);
      const end = trimBlanksEnd(text, start, lineEnd);
      this.problems.add(damage.id, base + start, base + end, damage.message);
      return;
    }
    if (!this.#headerSeen) {
      this.#takeHeader(header, base + start, base + lineEnd);
      return;
    }
    this.problems.add(
      'second-header',
      base + start,
      base + lineEnd,
      'A second header: two exports were joined. Windows ignores this line and reads on.',
    );
  }
}

/** The first line that is not blank. */
export function firstLine(text: string): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < text.length) {
    const end = lineEndAt(text, start);
    if (text.slice(start, Math.min(end, start + 1000)).trim() !== '') return { start, end };
    start = afterLineEnd(text, end);
  }
  return { start: text.length, end: text.length };
}

const withoutKey: Readonly<Record<Attachment, string>> = {
  key: '',
  'no-key-yet': 'No key stands above this value; Windows ignores it.',
  'invalid-key': 'The key line above is invalid, so Windows ignores this value.',
  'deleted-key': 'The key above is one that the file deletes, so Windows ignores this value.',
};
