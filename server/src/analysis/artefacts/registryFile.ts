import type { ArtefactReader, RegistryArtefact, RegistryKey, RegistryValue } from './artefact.ts';
import { afterLineEnd, lineEndAt, skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import { ProblemList } from './problemList.ts';
import type { ByteEncoding } from './registryData.ts';
import { describeJunkLine } from './registryFileDamage.ts';
import { registryFileHeader, type RegistryFileHeader } from './registryFileHeader.ts';
import { parseRegistryValue } from './registryFileValue.ts';
import { longKeyPath, longRootOf } from './registryPath.ts';

/**
 * `.reg` files as Windows reads them: version 5 and REGEDIT4, and the version 3 of Windows 3.1. What Windows would
 * ignore is ignored too and said, line by line, except that a file with a damaged header is read all the same.
 * Rules: Microsoft KB 310516 and the conformance tests of Wine's regedit, which run against Windows.
 */
export const registryFileReader: ArtefactReader = {
  kind: 'registry-file',
  detect: detectRegistryFile,
  parse: parseRegistryFile,
};

function detectRegistryFile(head: string, name: string): 0 | 1 | 2 {
  const first = firstLine(head);
  const line = head.slice(first.start, first.end);
  switch (registryFileHeader(line)) {
    case 'version-5':
    case 'version-4':
      return 2;
    case 'version-3':
      return /[\r\n]HKEY_CLASSES_ROOT\\/i.test(head) || isRegName(name) ? 2 : 0;
    case 'fuzzy-5':
    case 'fuzzy-4':
      return /[\r\n][ \t]*\[-?HKEY_/i.test(head) || isRegName(name) ? 2 : 0;
    case null:
      break;
  }
  // A piece of a file, as pasted into a new editor.
  if (/^[ \t]*\[-?HKEY_[A-Z_]+[\\\]]/i.test(line)) return 2;
  const hasKey = /(?:^|[\r\n])[> \t]*\[-?HK[A-Z_]+[\\\]]/i.test(head);
  return isRegName(name) && (hasKey || /Windows Registry Editor|REGEDIT4/.test(head)) ? 1 : 0;
}

function isRegName(name: string): boolean {
  return name.toLowerCase().endsWith('.reg');
}

/** The first line that is not blank. */
function firstLine(text: string): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < text.length) {
    const end = lineEndAt(text, start);
    if (text.slice(start, Math.min(end, start + 1000)).trim() !== '') return { start, end };
    start = afterLineEnd(text, end);
  }
  return { start: text.length, end: text.length };
}

function parseRegistryFile(text: string): RegistryArtefact {
  const reading = new FileReading(text);
  reading.read();
  return {
    type: 'registry',
    kind: 'registry-file',
    text,
    keys: reading.keys,
    problems: reading.problems.finish(),
  };
}

/** Why values at this point of the file are attached to a key, or to none. */
type Attachment = 'key' | 'no-key-yet' | 'invalid-key' | 'deleted-key';

interface OpenKey extends Omit<RegistryKey, 'end' | 'values'> {
  end: number;
  readonly values: RegistryValue[];
}

class FileReading {
  readonly keys: RegistryKey[] = [];
  readonly problems = new ProblemList();
  readonly #text: string;
  #encoding: ByteEncoding = 'utf-16le';
  #headerSeen = false;
  #isVersion3 = false;
  #key: OpenKey | null = null;
  #attachment: Attachment = 'no-key-yet';

  constructor(text: string) {
    this.#text = text;
  }

  read(): void {
    const first = firstLine(this.#text);
    let next = first.start;
    const header = registryFileHeader(this.#text.slice(first.start, first.end));
    if (header === null) {
      this.problems.add(
        'missing-header',
        first.start,
        first.end,
        'The file does not begin with "Windows Registry Editor Version 5.00" or "REGEDIT4"; Windows would import nothing from it.',
      );
    } else {
      this.#takeHeader(header, first.start, first.end);
      next = afterLineEnd(this.#text, first.end);
    }
    while (next < this.#text.length) next = this.#readLine(next);
  }

  #takeHeader(header: RegistryFileHeader, start: number, end: number): void {
    this.#headerSeen = true;
    this.#encoding = header === 'version-5' || header === 'fuzzy-5' ? 'utf-16le' : 'ansi';
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

  /** Reads the entry that begins with the line at `start` and answers where the next one begins. */
  #readLine(start: number): number {
    const text = this.#text;
    const lineEnd = lineEndAt(text, start);
    const next = afterLineEnd(text, lineEnd);
    // A byte order mark in the middle comes from joined files.
    const at = skipBlanks(text, text.charCodeAt(start) === 0xfeff ? start + 1 : start, lineEnd);
    if (at >= lineEnd) return next;
    const first = text[at];
    if (first === ';' || first === '#') return next;
    if (first === '"' || first === '@') return this.#readValue(at);
    if (first === '[') {
      this.#readKey(at, lineEnd);
      return next;
    }
    if (this.#isVersion3) this.#readVersion3Line(at, lineEnd);
    else this.#readOtherLine(at, lineEnd);
    return next;
  }

  #readKey(start: number, lineEnd: number): void {
    const text = this.#text;
    const deleted = text[start + 1] === '-';
    const pathStart = start + (deleted ? 2 : 1);
    const pathEnd = start + text.slice(start, lineEnd).lastIndexOf(']');
    this.#key = null;
    this.#attachment = 'invalid-key';
    if (pathEnd < pathStart) {
      this.#ignoreKey(start, lineEnd, 'The key line has no closing bracket');
      return;
    }
    const written = text.slice(pathStart, pathEnd);
    const root = /^[^\\]{0,40}/.exec(written)?.[0] ?? '';
    const longRoot = longRootOf(root);
    if (longRoot === null) {
      const isBlank = /^\s/.test(written);
      this.#ignoreKey(
        start,
        lineEnd,
        isBlank ? 'A blank follows the bracket' : 'The key is below no known root key',
      );
      return;
    }
    if (root.toUpperCase() !== longRoot) {
      this.problems.add(
        'short-root',
        pathStart,
        pathStart + root.length,
        `Windows writes the root key as ${longRoot}; the short name was read as that.`,
      );
    }
    this.#attachment = deleted ? 'deleted-key' : 'key';
    const end = pathEnd + 1;
    const path = longKeyPath(written);
    const key: OpenKey = { path, start, end, pathStart, pathEnd, deleted, lastWrite: null, values: [] };
    this.keys.push(key);
    if (!deleted) this.#key = key;
  }

  #ignoreKey(start: number, lineEnd: number, reason: string): void {
    this.problems.add(
      'invalid-key',
      start,
      trimBlanksEnd(this.#text, start, lineEnd),
      `${reason}; Windows ignores it, and the values below it belong to no key.`,
    );
  }

  #readValue(start: number): number {
    const { value, next } = parseRegistryValue(this.#text, start, this.#encoding, this.problems);
    if (value === null) return next;
    if (this.#key === null) {
      this.problems.add('value-without-key', start, value.end, withoutKey[this.#attachment]);
    } else {
      this.#key.values.push(value);
      this.#key.end = value.end;
    }
    return next;
  }

  /** `HKEY_CLASSES_ROOT\path = value`: the default value of a key, all on one line. */
  #readVersion3Line(start: number, lineEnd: number): void {
    const text = this.#text;
    let pathEnd = start;
    while (pathEnd < lineEnd && text[pathEnd] !== ' ' && text[pathEnd] !== '\t') pathEnd++;
    const path = text.slice(start, pathEnd);
    if (!/^HKEY_CLASSES_ROOT(?:\\|$)/i.test(path)) {
      this.#readOtherLine(start, lineEnd);
      return;
    }
    let dataStart = skipBlanks(text, pathEnd, lineEnd);
    const nameStart = dataStart;
    if (text[dataStart] === '=') dataStart++;
    const nameEnd = dataStart;
    if (text[dataStart] === ' ' && dataStart < lineEnd) dataStart++;
    const value: RegistryValue = {
      name: '',
      start: nameStart,
      end: lineEnd,
      nameStart,
      nameEnd,
      dataStart,
      dataEnd: lineEnd,
      valueType: 'REG_SZ',
      data: { kind: 'string', text: text.slice(dataStart, lineEnd) },
    };
    const place = { start, end: lineEnd, pathStart: start, pathEnd };
    this.keys.push({ path: longKeyPath(path), ...place, deleted: false, lastWrite: null, values: [value] });
  }

  #readOtherLine(start: number, lineEnd: number): void {
    const line = this.#text.slice(start, lineEnd);
    const header = registryFileHeader(line);
    if (header === null) {
      const damage = describeJunkLine(line);
      this.problems.add(damage.id, start, trimBlanksEnd(this.#text, start, lineEnd), damage.message);
      return;
    }
    if (!this.#headerSeen) {
      this.#takeHeader(header, start, lineEnd);
      return;
    }
    this.problems.add(
      'second-header',
      start,
      lineEnd,
      'A second header: two exports were joined. Windows ignores this line and reads on.',
    );
  }
}

const withoutKey: Readonly<Record<Attachment, string>> = {
  key: '',
  'no-key-yet': 'No key stands above this value; Windows ignores it.',
  'invalid-key': 'The key line above is invalid, so Windows ignores this value.',
  'deleted-key': 'The key above is one that the file deletes, so Windows ignores this value.',
};
