import { writeHexData, type HexData } from './hexData.ts';
import type { RedactionPlan } from './plan.ts';
import { sightingsToReplace, type Replacement } from './redactor.ts';
import { textsOf } from './views.ts';

/** Registry types whose bytes are text: REG_SZ, REG_EXPAND_SZ, REG_LINK, REG_MULTI_SZ. */
const textTypes: ReadonlySet<number> = new Set([1, 2, 6, 7]);
/** REG_DWORD, REG_DWORD_BIG_ENDIAN, REG_QWORD: numbers name nobody. */
const numberTypes: ReadonlySet<number> = new Set([4, 5, 0xb]);

/**
 * Bytes of a registry file that hold an identifier: text is written again with pseudonyms, anything else becomes zeros
 * of the same length, as its form is not known. Null where nothing has to change.
 */
export function redactBytes(
  { start, end, type, name, bytes }: HexData,
  text: string,
  plan: RedactionPlan,
  replaceIn: (text: string) => string,
): Replacement | null {
  if (numberTypes.has(type & 0xffff) && bytes.length <= 8) return null;
  const written = (changed: Uint8Array): Replacement => ({
    start,
    end,
    text: writeHexData(changed, text.slice(start, end)),
  });
  if (plan.detection.knowledge.secretValues.has(name)) return written(new Uint8Array(bytes.length));
  if (textTypes.has(type)) {
    const wide = isWide(bytes);
    const decoded = wide ? wideText(bytes) : String.fromCharCode(...bytes.subarray(0, longestNarrow));
    const redacted = replaceIn(decoded);
    return redacted === decoded ? null : written(wide ? wideBytes(redacted) : narrowBytes(redacted));
  }
  return namesSomebody(bytes, plan) ? written(new Uint8Array(bytes.length)) : null;
}

const longestNarrow = 65_536;

/** Whether bytes hold an identifier as text, or the bytes of a GUID or thumbprint of the case. */
export function namesSomebody(bytes: Uint8Array, plan: RedactionPlan): boolean {
  if (bytes.length === 16 && plan.identities.has(guidOf(bytes))) return true;
  if (bytes.length === 20 && plan.identities.has(hexOf(bytes))) return true;
  return textsOf(bytes).some(
    (text) => /[\x21-\x7e]{3}/.test(text) && sightingsToReplace(text, plan).length > 0,
  );
}

function isWide(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (let i = 1; i < bytes.length; i += 2) if (bytes[i] === 0) zeros++;
  return zeros * 2 >= bytes.length / 2;
}

function wideText(bytes: Uint8Array): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes.subarray(0, bytes.length & ~1));
}

function wideBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff;
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

function narrowBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}

/** Windows keeps the first three groups of a GUID with their bytes turned round. */
function guidOf(bytes: Uint8Array): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = hexOf(Uint8Array.from(order, (i) => bytes[i] ?? 0));
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
