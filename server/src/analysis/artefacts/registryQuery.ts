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
import { parseHexDigits, parseRegistryNumber, registryTypeOf } from './registryData.ts';
import { longKeyPath, longRootOf } from './registryPath.ts';
import { tableOfKeys } from './registryTable.ts';

/**
 * What `reg query <key> /s` prints, redirected to a file or copied from a console: key paths at column 0, values
 * indented, four blanks (tabs on Windows XP) between name, type and data.
 */
export const registryQueryReader: ArtefactReader = {
  kind: 'registry-query',
  detect: detectRegistryQuery,
  parse: parseRegistryQuery,
};

function detectRegistryQuery(head: string, name: string): 0 | 1 | 2 {
  let keys = 0;
  let others = 0;
  for (const { start, end } of linesOf(head)) {
    if (isKeyLine(head, start, end)) keys++;
    else if (keys > 0 && isIndented(head, start, end) && splitValueLine(head, start, end) !== null) return 2;
    else if (skipBlanks(head, start, end) < end && ++others > 100) return 0;
  }
  return keys > 0 && others === 0 && /\.(?:txt|log|reg)$/i.test(name) ? 1 : 0;
}

interface OpenKey extends Omit<RegistryKey, 'end' | 'values'> {
  end: number;
  readonly values: RegistryValue[];
}

function parseRegistryQuery(text: string): RegistryArtefact {
  const keys: OpenKey[] = [];
  const problems = new ProblemList();
  for (const { start, end: lineEnd } of linesOf(text)) {
    const end = trimBlanksEnd(text, start, lineEnd);
    if (end <= start) continue;
    const key = keys.at(-1);
    if (isKeyLine(text, start, end)) {
      keys.push(openKey(text, start, end));
    } else if (isIndented(text, start, end)) {
      const parts = splitValueLine(text, start, end);
      if (parts === null) {
        problems.add('not-a-value', start, end, 'The line holds no value type, so it was not read.');
      } else if (key === undefined) {
        problems.add(
          'value-without-key',
          start,
          end,
          'No key stands above this value, so it belongs to none.',
        );
      } else {
        key.end = end;
        const value = readValue(text, parts, problems);
        if (value !== null) key.values.push(value);
      }
    } else if (key !== undefined && !isExpectedLine(text, start, end)) {
      problems.add(
        'foreign-line',
        start,
        end,
        'The line is neither a key nor a value of reg query; it was not read.',
      );
    }
  }
  return {
    type: 'registry',
    kind: 'registry-query',
    text,
    table: tableOfKeys(keys),
    problems: problems.finish(),
  };
}

function openKey(text: string, start: number, end: number): OpenKey {
  const pathStart = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  return {
    path: longKeyPath(text.slice(pathStart, end)),
    start: pathStart,
    end,
    pathStart,
    pathEnd: end,
    deleted: false,
    lastWrite: null,
    values: [],
  };
}

/** A line that begins with the long name of a root key. */
function isKeyLine(text: string, start: number, end: number): boolean {
  const from = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
  const root = /^HKEY_[A-Z_]{4,20}(?=\\|$)/i.exec(text.slice(from, Math.min(end, from + 60)))?.[0];
  return root !== undefined && longRootOf(root) !== null;
}

function isIndented(text: string, start: number, end: number): boolean {
  return skipBlanks(text, start, end) > start;
}

/** Prompts, the tool's banner, and its closing line with the number of matches, whatever language it is in. */
function isExpectedLine(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + 200));
  return /^(?:PS )?[A-Z]:\\|^! REG\.EXE/i.test(line) || text.slice(end, end + 20).trim() === '';
}

interface ValueParts {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly type: RegistryType;
  readonly dataStart: number;
  readonly dataEnd: number;
}

/**
 * Splits at the first type name with separators around it: a name may hold runs of blanks, and data may hold
 * anything, a type name included. Trailing blanks are often lost, so that the line may end behind the type.
 */
function splitValueLine(text: string, start: number, lineEnd: number): ValueParts | null {
  const end = trimBlanksEnd(text, start, lineEnd);
  // Web pages shrink runs of blanks to one, so one is taken where no type stands between four and four.
  return splitAtType(text, start, end, 4) ?? splitAtType(text, start, end, 1);
}

function splitAtType(text: string, start: number, end: number, blanks: 4 | 1): ValueParts | null {
  const line = text.slice(start, end);
  const nameStart = skipBlanks(text, start, end);
  const types = /REG_[A-Z_]+/g;
  for (let found = types.exec(line); found !== null; found = types.exec(line)) {
    const type = registryTypeOf(found[0]);
    if (type === null || !isSeparator(line, found.index - 1, -1, blanks)) continue;
    let behind = found.index + found[0].length;
    // `reg query /z` adds the number of the type.
    behind += /^ \(\d{1,10}\)/.exec(line.slice(behind, behind + 14))?.[0].length ?? 0;
    if (behind < line.length && !isSeparator(line, behind, 1, blanks)) continue;
    const nameEnd = trimBlanksEnd(text, nameStart, start + found.index);
    if (nameEnd <= nameStart) continue;
    const dataStart = Math.min(end, start + behind + (line[behind] === '\t' ? 1 : blanks));
    return { nameStart, nameEnd, type, dataStart, dataEnd: end };
  }
  return null;
}

/** A tab at `at`, or that many blanks from there in the direction of `step`. */
function isSeparator(line: string, at: number, step: 1 | -1, blanks: number): boolean {
  if (line[at] === '\t') return true;
  for (let i = 0; i < blanks; i++) if (line[at + i * step] !== ' ') return false;
  return true;
}

/** Null for a default value that is not set, which reg query prints in the language of Windows. */
function readValue(text: string, parts: ValueParts, problems: ProblemList): RegistryValue | null {
  const { nameStart, nameEnd, dataStart, dataEnd, type } = parts;
  const written = text.slice(nameStart, nameEnd);
  const dataText = text.slice(dataStart, dataEnd);
  // `(Default)`, `(Standard)`, `(par défaut)`: in parentheses in every language.
  const isDefault = isParenthesised(written);
  if (isDefault && type === 'REG_SZ' && isParenthesised(dataText)) return null;
  let data = readData(type, dataText);
  if (data === null) {
    problems.add(
      'bad-data',
      dataStart,
      dataEnd,
      'The data does not fit its type, so it is shown as it stands.',
    );
    data = { kind: 'string', text: dataText };
  }
  const name = isDefault ? '' : written;
  return { name, start: nameStart, end: dataEnd, ...place(parts), valueType: type, data };
}

function place(parts: ValueParts): Pick<RegistryValue, 'nameStart' | 'nameEnd' | 'dataStart' | 'dataEnd'> {
  const { nameStart, nameEnd, dataStart, dataEnd } = parts;
  return { nameStart, nameEnd, dataStart, dataEnd };
}

function isParenthesised(text: string): boolean {
  return text.length > 2 && text.startsWith('(') && text.endsWith(')');
}

function readData(type: RegistryType, text: string): RegistryData | null {
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
    case 'REG_LINK':
      return { kind: 'string', text };
    case 'REG_MULTI_SZ':
      return { kind: 'strings', texts: splitStrings(text) };
    case 'REG_DWORD':
    case 'REG_DWORD_BIG_ENDIAN':
    case 'REG_QWORD': {
      const value = parseRegistryNumber(text);
      return value === null ? null : { kind: 'number', value };
    }
    case 'REG_NONE':
    case 'REG_BINARY':
    case 'REG_RESOURCE_LIST':
    case 'REG_FULL_RESOURCE_DESCRIPTOR':
    case 'REG_RESOURCE_REQUIREMENTS_LIST': {
      const hex = parseHexDigits(text);
      return hex === null ? null : { kind: 'binary', ...hex };
    }
  }
}

/** Strings are joined with `\0`; one or two more of them may end the list. */
function splitStrings(text: string): string[] {
  const texts = text.split('\\0');
  while (texts.at(-1) === '') texts.pop();
  return texts;
}
