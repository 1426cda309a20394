import type { RegistryType } from '../../catalogue/types.ts';
import type { RegistryData, RegistryValue } from './artefact.ts';
import { skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import { parseHexDigits, parseRegistryNumber, registryTypeOf } from './registryData.ts';

/** Where the parts of a value line stand. */
export interface ValueParts {
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
export function splitValueLine(text: string, start: number, lineEnd: number): ValueParts | null {
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

/** Whether the parts are those of a default value that is not set, which reg query prints in the language of Windows. */
export function isUnset(text: string, { nameStart, nameEnd, dataStart, dataEnd, type }: ValueParts): boolean {
  const isDefault = isParenthesised(text.slice(nameStart, nameEnd));
  return isDefault && type === 'REG_SZ' && isParenthesised(text.slice(dataStart, dataEnd));
}

/** The name that stands there: `(Default)`, `(Standard)`, `(par défaut)` is none, in parentheses in every language. */
export function queriedName(text: string, nameStart: number, nameEnd: number): string {
  const written = text.slice(nameStart, nameEnd);
  return isParenthesised(written) ? '' : written;
}

/** The value of these parts; data that does not fit its type becomes a text. */
export function queriedValue(text: string, parts: ValueParts): RegistryValue {
  const { type, ...place } = parts;
  return {
    name: queriedName(text, place.nameStart, place.nameEnd),
    start: place.nameStart,
    end: place.dataEnd,
    ...place,
    valueType: type,
    data: queriedData(text, parts) ?? { kind: 'string', text: text.slice(place.dataStart, place.dataEnd) },
  };
}

/** The type that stands between name and data. */
export function queriedType(text: string, nameEnd: number, dataStart: number): RegistryType {
  const type = /REG_[A-Z_]+/.exec(text.slice(nameEnd, dataStart))?.[0] ?? '';
  return registryTypeOf(type) ?? 'REG_NONE';
}

/** Null for data that does not fit its type. */
export function queriedData(text: string, { type, dataStart, dataEnd }: ValueParts): RegistryData | null {
  return readData(type, text.slice(dataStart, dataEnd));
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
