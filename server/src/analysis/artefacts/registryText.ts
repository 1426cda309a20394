import type { RegistryType } from '../../catalogue/types.ts';
import type {
  ArtefactReader,
  RegistryArtefact,
  RegistryData,
  RegistryKey,
  RegistryValue,
} from './artefact.ts';
import { linesOf, skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import { ProblemList } from './problemList.ts';
import { keptBytes, parseRegistryNumber, registryTypeOf } from './registryData.ts';
import { longKeyPath, longRootOf } from './registryPath.ts';
import { tableOfKeys } from './registryTable.ts';

/**
 * Regedit's "Text Files (*.txt)" export, the only common text form with the last write time of keys. Labels are
 * localised, so lines are told by their place: key name, class and time in this order, then for each value a line
 * with its number and below it, indented, name, type and data.
 */
export const registryTextReader: ArtefactReader = {
  kind: 'registry-text',
  detect: detectRegistryText,
  parse: parseRegistryText,
};

function detectRegistryText(head: string): 0 | 1 | 2 {
  let lines = 0;
  let wantsTime = 0;
  for (const { start, end } of linesOf(head)) {
    if (skipBlanks(head, start, end) >= end) continue;
    if (wantsTime > 0) {
      if (labelOf(head, start, end) === null) return 0;
      if (--wantsTime === 0) return 2;
    } else if (keyPathOf(head, start, end) !== null) {
      wantsTime = 2;
    } else if (++lines > 20) {
      return 0;
    }
  }
  return 0;
}

interface OpenKey extends Omit<RegistryKey, 'end' | 'values' | 'lastWrite'> {
  end: number;
  lastWrite: string | null;
  readonly values: RegistryValue[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A value while its lines come in. */
interface OpenValue {
  readonly start: number;
  name: Stretch | null;
  type: Stretch | null;
  /** The data of its own line first, then the lines below. */
  readonly data: Stretch[];
}

function parseRegistryText(text: string): RegistryArtefact {
  const reading = new TextReading(text);
  for (const { start, end } of linesOf(text)) reading.readLine(start, trimBlanksEnd(text, start, end));
  reading.closeValue();
  return {
    type: 'registry',
    kind: 'registry-text',
    text,
    table: tableOfKeys(reading.keys),
    problems: reading.problems.finish(),
  };
}

class TextReading {
  readonly keys: OpenKey[] = [];
  readonly problems = new ProblemList();
  readonly #text: string;
  /** Labelled lines seen since the key name: class is the first, last write time the second. */
  #keyLines = 0;
  #value: OpenValue | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  readLine(start: number, end: number): void {
    if (end <= start) {
      if (this.#value !== null && this.#value.data.length > 0) this.closeValue();
      return;
    }
    const text = this.#text;
    const path = keyPathOf(text, start, end);
    if (path !== null) {
      this.closeValue();
      this.#openKey(start, end, path);
      return;
    }
    const key = this.keys.at(-1);
    if (key === undefined) {
      this.problems.add('ignored-line', start, end, 'No key stands above this line, so it was not read.');
      return;
    }
    key.end = end;
    const isIndented = skipBlanks(text, start, end) > start;
    if (!isIndented && /^\S{1,40} [0-9]+$/.test(text.slice(start, Math.min(end, start + 60)))) {
      this.closeValue();
      this.#value = { start, name: null, type: null, data: [] };
      return;
    }
    if (this.#value !== null) {
      this.#readValueLine(this.#value, start, end);
      return;
    }
    const label = labelOf(text, start, end);
    if (label !== null && key.values.length === 0 && ++this.#keyLines <= 2) {
      if (this.#keyLines === 2) key.lastWrite = text.slice(label.start, label.end);
      return;
    }
    this.problems.add('ignored-line', start, end, 'The line belongs to no value, so it was not read.');
  }

  closeValue(): void {
    const value = this.#value;
    this.#value = null;
    const key = this.keys.at(-1);
    if (value === null || key === undefined) return;
    const end = value.data.at(-1)?.end ?? value.type?.end ?? value.name?.end ?? value.start;
    if (value.name === null || value.type === null) {
      this.problems.add('cut-value', value.start, end, 'The value has no name or no type: the text was cut.');
      return;
    }
    const type = registryTypeOf(this.#text.slice(value.type.start, value.type.end));
    const name = this.#text.slice(value.name.start, value.name.end);
    const dataStart = value.data[0]?.start ?? value.type.end;
    key.values.push({
      // `<NO NAME>` in the language of Windows: angle brackets are what stays.
      name: /^<[^<>]*>$/.test(name) ? '' : name,
      start: value.start,
      end,
      nameStart: value.name.start,
      nameEnd: value.name.end,
      dataStart,
      dataEnd: Math.max(end, dataStart),
      valueType: type,
      data: this.#readData(type, value.data),
    });
  }

  #openKey(start: number, end: number, path: Stretch): void {
    this.#keyLines = 0;
    this.keys.push({
      path: longKeyPath(this.#text.slice(path.start, path.end)),
      start,
      end,
      pathStart: path.start,
      pathEnd: path.end,
      deleted: false,
      lastWrite: null,
      values: [],
    });
  }

  #readValueLine(value: OpenValue, start: number, end: number): void {
    const label = labelOf(this.#text, start, end);
    if (value.name === null) value.name = label ?? { start, end };
    else if (value.type === null) value.type = label ?? { start, end };
    else if (value.data.length === 0) value.data.push(label ?? { start, end });
    else value.data.push({ start, end });
  }

  #readData(type: RegistryType | null, lines: readonly Stretch[]): RegistryData {
    const texts = lines.map((line) => this.#text.slice(line.start, line.end));
    switch (type) {
      case 'REG_MULTI_SZ':
        return { kind: 'strings', texts: texts.map((line) => line.trim()).filter((line) => line !== '') };
      case 'REG_DWORD':
      case 'REG_DWORD_BIG_ENDIAN':
      case 'REG_QWORD': {
        const value = parseRegistryNumber(texts[0] ?? '');
        return value === null ? { kind: 'string', text: texts.join('\n') } : { kind: 'number', value };
      }
      case 'REG_SZ':
      case 'REG_EXPAND_SZ':
      case 'REG_LINK':
        return { kind: 'string', text: texts.join('\n') };
      case 'REG_NONE':
      case 'REG_BINARY':
      case 'REG_RESOURCE_LIST':
      case 'REG_FULL_RESOURCE_DESCRIPTOR':
      case 'REG_RESOURCE_REQUIREMENTS_LIST':
      case null:
        return readDump(texts);
    }
  }
}

/** Lines of eight digits of offset, up to sixteen bytes (` - ` after the eighth) and the same as characters. */
function readDump(lines: readonly string[]): RegistryData {
  const kept: number[] = [];
  let length = 0;
  for (const line of lines) {
    const offset = /^\s*[0-9a-f]{8} {1,4}/i.exec(line.slice(0, 60))?.[0].length;
    if (offset === undefined) continue;
    let at = offset;
    for (let i = 0; i < 16; i++) {
      const byte = /^(?: ?- ?|[ ])?([0-9a-f]{2})(?![^ ])/i.exec(line.slice(at, at + 6));
      if (byte === null) break;
      if (length++ < keptBytes) kept.push(Number.parseInt(byte[1] ?? '0', 16));
      at += byte[0].length;
    }
  }
  const firstLine = lines[0] ?? '';
  if (length === 0 && firstLine !== '') return { kind: 'string', text: lines.join('\n') };
  return { kind: 'binary', bytes: Uint8Array.from(kept), length };
}

/** The key path of a line such as `Key Name:          HKEY_...`. */
function keyPathOf(text: string, start: number, end: number): Stretch | null {
  if (skipBlanks(text, start, end) > start) return null;
  const label = labelOf(text, start, end);
  if (label === null) return null;
  const root = /^HKEY_[A-Z_]+(?=\\|$)/i.exec(
    text.slice(label.start, Math.min(label.end, label.start + 40)),
  )?.[0];
  return root !== undefined && longRootOf(root) !== null ? label : null;
}

/** What stands behind `label:` and its blanks. */
function labelOf(text: string, start: number, end: number): Stretch | null {
  const colon = text.slice(start, Math.min(end, start + 60)).indexOf(':');
  if (colon <= 0) return null;
  const from = start + colon + 1;
  return { start: skipBlanks(text, from, end), end };
}
