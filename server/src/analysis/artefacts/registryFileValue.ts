import type { RegistryData, RegistryValue } from './artefact.ts';
import { afterLineEnd, lineEndAt, skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import type { ProblemSink } from './problemList.ts';
import {
  decodeRegistryBytes,
  registryTypeName,
  type ByteEncoding,
  type DecodingNote,
} from './registryData.ts';
import { describeTypography } from './registryFileDamage.ts';
import { readHexBytes, type HexBytes } from './registryFileHex.ts';
import { findStringEnd, searchedToEnd, unescapeRegistryText } from './registryFileString.ts';

export interface ParsedValue {
  /** Null for a line that Windows ignores; the problem list says why. */
  readonly value: RegistryValue | null;
  /** Start of the line at which reading goes on. */
  readonly next: number;
  /** The search for the end of a text came to the end of all text: with more of it, the line may be something else. */
  readonly isOpen: boolean;
}

/** What the parts of a value line need to know of it. */
interface ValueLine {
  readonly text: string;
  readonly start: number;
  readonly lineEnd: number;
  readonly encoding: ByteEncoding;
  readonly problems: ProblemSink;
}

/** The value is dropped, and reading goes on at another line than the next. */
interface DroppedData {
  readonly dropped: number;
  readonly isOpen?: true;
}

interface ParsedData {
  readonly valueType: RegistryValue['valueType'];
  readonly data: RegistryData;
  readonly end: number;
  readonly next: number;
}

/** Reads the value that begins at `start`, at its quote or `@`, with all its continuation lines. */
export function parseRegistryValue(
  text: string,
  start: number,
  encoding: ByteEncoding,
  problems: ProblemSink,
): ParsedValue {
  const line: ValueLine = { text, start, lineEnd: lineEndAt(text, start), encoding, problems };
  const ignored: ParsedValue = { value: null, next: afterLineEnd(text, line.lineEnd), isOpen: false };

  const isDefault = text[start] === '@';
  const nameStart = isDefault ? start : start + 1;
  const nameEnd = isDefault ? start + 1 : findStringEnd(text, nameStart, line.lineEnd);
  if (nameEnd < 0) {
    ignore(line, 'bad-name', 'The value name has no closing quote; Windows ignores the line.');
    return ignored;
  }
  let at = skipBlanks(text, isDefault ? nameEnd : nameEnd + 1, line.lineEnd);
  if (text[at] !== '=' || at >= line.lineEnd) {
    const damage = describeTypography(text.slice(at, line.lineEnd));
    ignore(line, damage?.id ?? 'no-equals-sign', damage?.message ?? noEqualsSign);
    return ignored;
  }
  at = skipBlanks(text, at + 1, line.lineEnd);
  const data = parseData(line, at);
  if (data === null) return ignored;
  if ('dropped' in data) return { value: null, next: data.dropped, isOpen: data.isOpen ?? false };

  const name = isDefault ? { text: '', odd: -1 } : unescapeRegistryText(text, nameStart, nameEnd);
  if (name.odd >= 0) problems.add('unescaped-backslash', name.odd, name.odd + 2, unescapedBackslash);
  if (!isDefault && nameStart === nameEnd) {
    problems.add(
      'empty-name',
      start,
      start + 2,
      'The name is empty; Windows writes @ for the default value.',
    );
  }
  return {
    value: {
      name: name.text,
      start,
      end: data.end,
      nameStart,
      nameEnd,
      dataStart: at,
      dataEnd: data.end,
      valueType: data.valueType,
      data: data.data,
    },
    next: data.next,
    isOpen: false,
  };
}

/** Null: the line is ignored. */
function parseData(line: ValueLine, at: number): ParsedData | DroppedData | null {
  const { text, lineEnd } = line;
  const first = at < lineEnd ? text[at] : undefined;
  if (first === '"') return parseString(line, at);
  if (first === '-') {
    if (!isTailFree(line, at + 1)) return null;
    return { valueType: null, data: { kind: 'deleted' }, end: at + 1, next: afterLineEnd(text, lineEnd) };
  }
  // The longest keyword that can stand here is `hex(ffffffff):`.
  const keyword = /^(?:dword|hex(?:\(([0-9a-f]{1,8})\))?):/i.exec(text.slice(at, Math.min(lineEnd, at + 16)));
  if (keyword === null) {
    const data = text.slice(at, lineEnd);
    const damage = describeUnknownData(data);
    ignore(line, damage.id, damage.message);
    return null;
  }
  const word = keyword[0];
  if (word !== word.toLowerCase() && word.slice(0, 3) !== word.slice(0, 3).toLowerCase()) {
    line.problems.add(
      'upper-case-type',
      at,
      at + word.length,
      'The type keyword is not in lower case, as Windows writes it; it was read all the same.',
    );
  }
  if (word.startsWith('d') || word.startsWith('D')) return parseDword(line, at + word.length);
  return parseHex(line, at + word.length, keyword[1] === undefined ? 3 : Number.parseInt(keyword[1], 16));
}

function parseString(line: ValueLine, at: number): ParsedData | DroppedData {
  const { text } = line;
  const ignored = { dropped: afterLineEnd(text, line.lineEnd) };
  const close = findStringEnd(text, at + 1, text.length);
  if (close < 0) {
    ignore(line, 'unclosed-string', 'The text has no closing quote; Windows ignores the line.');
    return close === searchedToEnd ? { ...ignored, isOpen: true } : ignored;
  }
  // The closing quote may stand on a later line: regedit writes line breaks inside a text as they are.
  const lastLineEnd = close < line.lineEnd ? line.lineEnd : lineEndAt(text, close);
  if (!isTailFree({ ...line, lineEnd: lastLineEnd }, close + 1)) {
    return lastLineEnd === text.length ? { ...ignored, isOpen: true } : ignored;
  }
  const content = unescapeRegistryText(text, at + 1, close);
  if (content.odd >= 0) {
    line.problems.add('unescaped-backslash', content.odd, content.odd + 2, unescapedBackslash);
  }
  return {
    valueType: 'REG_SZ',
    data: { kind: 'string', text: content.text },
    end: close + 1,
    next: afterLineEnd(text, lastLineEnd),
  };
}

function parseDword(line: ValueLine, from: number): ParsedData | null {
  const { text, lineEnd } = line;
  const at = skipBlanks(text, from, lineEnd);
  const digits = /^[0-9a-f]{1,8}(?![0-9a-z])/i.exec(text.slice(at, Math.min(lineEnd, at + 9)))?.[0];
  if (digits === undefined) {
    ignore(
      line,
      'bad-dword',
      'dword: wants one to eight hex digits and nothing else; Windows ignores the line.',
    );
    return null;
  }
  const end = at + digits.length;
  if (!isTailFree(line, end)) return null;
  return {
    valueType: 'REG_DWORD',
    data: { kind: 'number', value: BigInt(`0x${digits}`) },
    end,
    next: afterLineEnd(text, lineEnd),
  };
}

function parseHex(line: ValueLine, from: number, type: number): ParsedData | DroppedData {
  const { text, problems, start } = line;
  const hex = readHexBytes(text, from);
  const valueType = registryTypeName(type);
  switch (hex.ending) {
    case 'complete': {
      const decoded = decodeRegistryBytes(type, hex.bytes, hex.length, line.encoding);
      for (const note of decoded.notes) problems.add(note, start, hex.end, noteMessages[note]);
      return { valueType, data: decoded.data, end: hex.end, next: hex.next };
    }
    case 'cut':
      problems.add(
        'truncated-value',
        start,
        hex.end,
        'The file ends inside this value: it was cut off. Only its beginning is known, and whatever followed is missing.',
      );
      return { valueType, data: partialData(type, hex, line.encoding), end: hex.end, next: hex.next };
    case 'not-a-byte':
      problems.add(
        'bad-hex',
        start,
        hex.lineEnd,
        'Something here is no hex byte; Windows drops the whole value.',
      );
      return { dropped: hex.next };
    case 'no-comma':
      problems.add(
        'bad-continuation',
        start,
        hex.lineEnd,
        'The backslash at the line end has no comma before it; Windows drops the value and reads the next line by itself.',
      );
      return { dropped: hex.next };
    case 'swallowed-line':
      return dropWithNextLine(line, hex);
  }
}

/** Windows takes the line for a continuation, whatever it is. A key is read all the same: it decides where values belong. */
function dropWithNextLine(line: ValueLine, hex: HexBytes): DroppedData {
  const { text, problems, start } = line;
  const isKey = text[skipBlanks(text, hex.lineStart, hex.lineEnd)] === '[';
  problems.add(
    'bad-continuation',
    start,
    isKey ? hex.end : hex.lineEnd,
    isKey
      ? 'The value announces more bytes, but a key follows: bytes are missing. Windows drops the value and the key line; the key was read here.'
      : 'The value announces more bytes, but the next line holds none; Windows drops the value and that line with it.',
  );
  return { dropped: isKey ? hex.lineStart : hex.next };
}

function partialData(type: number, hex: HexBytes, encoding: ByteEncoding): RegistryData {
  const { data } = decodeRegistryBytes(type, hex.bytes, hex.length, encoding);
  switch (data.kind) {
    case 'string':
    case 'partial':
      return { kind: 'partial', text: data.text };
    case 'strings':
      return { kind: 'partial', text: data.texts.join(' ') };
    case 'number':
    case 'binary':
    case 'deleted':
      return {
        kind: 'partial',
        text: [...hex.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' '),
      };
  }
}

/** Whether nothing but blanks and a `;` comment stands behind the data; tells the problem otherwise. */
function isTailFree(line: ValueLine, from: number): boolean {
  const at = skipBlanks(line.text, from, line.lineEnd);
  if (at >= line.lineEnd || line.text[at] === ';') return true;
  ignore(
    line,
    'text-after-data',
    line.text[at] === '#'
      ? 'A # behind the data is no comment (only ; is); Windows ignores the line.'
      : 'Something stands behind the data, such as a quote without its backslash; Windows ignores the line.',
  );
  return false;
}

function describeUnknownData(data: string): { readonly id: string; readonly message: string } {
  if (data === '')
    return { id: 'no-data', message: 'Nothing stands behind the equals sign; Windows ignores the line.' };
  const typographic = describeTypography(data);
  if (typographic !== null) return typographic;
  if (/^qword:/i.test(data)) {
    return {
      id: 'unknown-data',
      message: 'qword: is no form of a registry file (hex(b): is); Windows ignores the line.',
    };
  }
  return {
    id: 'unknown-data',
    message: 'The data is neither a text in quotes, dword:, hex: nor a minus sign; Windows ignores the line.',
  };
}

function ignore(line: ValueLine, id: string, message: string): void {
  line.problems.add(id, line.start, trimBlanksEnd(line.text, line.start, line.lineEnd), message);
}

const noEqualsSign = 'No equals sign follows the value name; Windows ignores the line.';
const unescapedBackslash =
  'One backslash stands where a registry file writes two; it was read as a backslash, and other tools may read it differently.';

const noteMessages: Readonly<Record<DecodingNote, string>> = {
  'odd-length': 'The text has an odd number of bytes, so its last byte was left out.',
  'wrong-size': 'The value has another size than its type, so it is shown as bytes.',
  'hidden-tail': 'The text goes on behind its end mark; Windows programs see the part before it only.',
};
