import type { RegistryType } from '../../catalogue/types.ts';
import type { RegistryData, RegistryValue } from './artefact.ts';

/** Bytes of one value that are kept decoded. Certificates and policy blobs are far longer and tell nothing more. */
export const keptBytes = 4096;

const previewBytes = 32;

const typeNames: readonly RegistryType[] = [
  'REG_NONE',
  'REG_SZ',
  'REG_EXPAND_SZ',
  'REG_BINARY',
  'REG_DWORD',
  'REG_DWORD_BIG_ENDIAN',
  'REG_LINK',
  'REG_MULTI_SZ',
  'REG_RESOURCE_LIST',
  'REG_FULL_RESOURCE_DESCRIPTOR',
  'REG_RESOURCE_REQUIREMENTS_LIST',
  'REG_QWORD',
];

/** The name of a type number as winnt.h gives it, `REG_0x...` for a number without one. */
export function registryTypeName(type: number): RegistryType | `REG_0x${string}` {
  return typeNames[type] ?? `REG_0x${type.toString(16)}`;
}

/** The type of that name, or null. */
export function registryTypeOf(name: string): RegistryType | null {
  return typeNames.find((known) => known === name) ?? null;
}

/** What is odd about bytes that were decoded all the same. */
export type DecodingNote =
  /** Two-byte text in an odd number of bytes: the last byte was left out. */
  | 'odd-length'
  /** A number type in another size than the type has; kept as bytes. */
  | 'wrong-size'
  /** Text goes on behind its terminator; Windows programs see the part before it only. */
  | 'hidden-tail';

export interface DecodedBytes {
  readonly data: RegistryData;
  readonly notes: readonly DecodingNote[];
}

/** How text is stored in `hex(...)` data: UTF-16LE in version 5 files, the ANSI code page in REGEDIT4 files. */
export type ByteEncoding = 'utf-16le' | 'ansi';

/**
 * Decodes the bytes of a value by its type number. `length` is the full length where `bytes` holds only the
 * first of them; text that was cut in this way becomes `partial`.
 */
export function decodeRegistryBytes(
  type: number,
  bytes: Uint8Array,
  length: number,
  encoding: ByteEncoding,
): DecodedBytes {
  switch (registryTypeName(type)) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return decodeString(bytes, length, encoding);
    case 'REG_LINK':
      return decodeString(bytes, length, 'utf-16le');
    case 'REG_MULTI_SZ':
      return decodeStrings(bytes, length, encoding);
    case 'REG_DWORD':
      return decodeNumber(bytes, length, 4, false);
    case 'REG_DWORD_BIG_ENDIAN':
      return decodeNumber(bytes, length, 4, true);
    case 'REG_QWORD':
      return decodeNumber(bytes, length, 8, false);
    case 'REG_NONE':
    case 'REG_BINARY':
    case 'REG_RESOURCE_LIST':
    case 'REG_FULL_RESOURCE_DESCRIPTOR':
    case 'REG_RESOURCE_REQUIREMENTS_LIST':
      return { data: { kind: 'binary', bytes, length }, notes: [] };
  }
  // Types without a name, as device properties have them.
  return { data: { kind: 'binary', bytes, length }, notes: [] };
}

/** The number that `0x...` or plain decimal digits spell; null for anything else or more than 64 bits. */
export function parseRegistryNumber(text: string): bigint | null {
  if (!/^(?:0x[0-9a-f]{1,16}|[0-9]{1,20})$/i.test(text)) return null;
  const value = BigInt(text);
  return value <= 0xffff_ffff_ffff_ffffn ? value : null;
}

/** Bytes written as hex digits without separators; null where the text is something else. */
export function parseHexDigits(text: string): { bytes: Uint8Array; length: number } | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return null;
  const length = text.length / 2;
  const bytes = new Uint8Array(Math.min(length, keptBytes));
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return { bytes, length };
}

/** The data of a value for people: numbers in decimal and hex, lists with their items quoted, bytes as a preview. */
export function formatRegistryData(value: Pick<RegistryValue, 'data' | 'valueType'>): string {
  const { data } = value;
  switch (data.kind) {
    case 'string':
      return data.text === '' ? '(empty)' : data.text;
    case 'strings':
      return data.texts.length === 0 ? '(empty list)' : data.texts.map((text) => `"${text}"`).join(', ');
    case 'number': {
      const digits = data.value.toString(16).toUpperCase();
      const width = value.valueType === 'REG_QWORD' || data.value > 0xffff_ffffn ? 16 : 8;
      return `${data.value} (0x${digits.padStart(width, '0')})`;
    }
    case 'binary':
      return formatBytes(data.bytes, data.length);
    case 'deleted':
      return '(the file deletes this value)';
    case 'partial':
      return `${data.text} … (the file shows only a part)`;
  }
}

/** Milliseconds UTC of a Windows FILETIME (100 ns since 1601); null for 0 and for values that are no date. */
export function filetimeToUtc(value: bigint): number | null {
  // 9999-12-31 is the last date that Windows tools write; beyond it stands "never" (0x7FFF...).
  if (value <= 0n || value > 2_650_467_743_999_999_999n) return null;
  return Number(value / 10_000n - 11_644_473_600_000n);
}

function decodeString(bytes: Uint8Array, length: number, encoding: ByteEncoding): DecodedBytes {
  const text = decodeText(bytes, encoding);
  if (length > bytes.length) return { data: { kind: 'partial', text }, notes: [] };
  const notes = oddLength(length, encoding);
  const terminator = text.indexOf('\0');
  if (terminator < 0) return { data: { kind: 'string', text }, notes };
  if (withoutTerminators(text).length > terminator) notes.push('hidden-tail');
  return { data: { kind: 'string', text: text.slice(0, terminator) }, notes };
}

function decodeStrings(bytes: Uint8Array, length: number, encoding: ByteEncoding): DecodedBytes {
  const text = decodeText(bytes, encoding);
  if (length > bytes.length) {
    return { data: { kind: 'partial', text: text.split('\0').join(' ').trim() }, notes: [] };
  }
  const body = withoutTerminators(text);
  const texts = body === '' ? [] : body.split('\0');
  return { data: { kind: 'strings', texts }, notes: oddLength(length, encoding) };
}

function decodeNumber(bytes: Uint8Array, length: number, size: number, bigEndian: boolean): DecodedBytes {
  if (length !== size) return { data: { kind: 'binary', bytes, length }, notes: ['wrong-size'] };
  let value = 0n;
  for (let i = 0; i < size; i++) value = (value << 8n) | BigInt(bytes[bigEndian ? i : size - 1 - i] ?? 0);
  return { data: { kind: 'number', value }, notes: [] };
}

function oddLength(length: number, encoding: ByteEncoding): DecodingNote[] {
  return encoding === 'utf-16le' && length % 2 === 1 ? ['odd-length'] : [];
}

function withoutTerminators(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0) end--;
  return text.slice(0, end);
}

function decodeText(bytes: Uint8Array, encoding: ByteEncoding): string {
  const units: number[] = [];
  if (encoding === 'ansi') {
    for (const byte of bytes) units.push(windows1252(byte));
  } else {
    for (let i = 0; i + 1 < bytes.length; i += 2) units.push((bytes[i] ?? 0) | ((bytes[i + 1] ?? 0) << 8));
  }
  return String.fromCharCode(...units);
}

/** Code points of the bytes 0x80 to 0x9F in windows-1252; the five bytes without a character stay as they are. */
const windows1252High =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

function windows1252(byte: number): number {
  return byte >= 0x80 && byte <= 0x9f ? windows1252High.charCodeAt(byte - 0x80) : byte;
}

function formatBytes(bytes: Uint8Array, length: number): string {
  if (length === 0) return '(no bytes)';
  const shown = [...bytes.subarray(0, previewBytes)].map((byte) => byte.toString(16).padStart(2, '0'));
  const size = `(${length} ${length === 1 ? 'byte' : 'bytes'})`;
  return `${shown.join(' ')}${length > shown.length ? ' …' : ''} ${size}`;
}
