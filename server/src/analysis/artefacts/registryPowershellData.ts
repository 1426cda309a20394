import type { RegistryData } from './artefact.ts';
import { keptBytes } from './registryData.ts';

/**
 * Data as PowerShell's Format-List prints it. Types are lost: what looks like a number is taken for one, a negative
 * one for the unsigned number that the registry holds; braces are a list, of bytes where all items are. A list that
 * ends in dots is cut (FormatEnumerationLimit).
 */
export function readPowershellData(text: string): RegistryData {
  const number = readNumber(text);
  if (number !== null) return { kind: 'number', value: number };
  if (!text.startsWith('{') || isGuid(text)) {
    return isCut(text) ? { kind: 'partial', text } : { kind: 'string', text };
  }
  const inner = text.endsWith('}') ? text.slice(1, -1) : text.slice(1);
  if (isCut(inner) || !text.endsWith('}')) return { kind: 'partial', text };
  const items = inner === '' ? [] : inner.split(', ');
  const isBytes = items.length > 0 && items.every((item) => /^[0-9]{1,3}$/.test(item) && Number(item) <= 255);
  if (!isBytes) return { kind: 'strings', texts: items };
  return { kind: 'binary', bytes: Uint8Array.from(items.slice(0, keptBytes), Number), length: items.length };
}

/** Decimal without leading zeros, as .NET prints numbers; a text such as a site code `007` stays text. */
function readNumber(text: string): bigint | null {
  if (!/^(?:0|-?[1-9][0-9]{0,19})$/.test(text)) return null;
  const value = BigInt(text);
  if (value >= 0n) return value <= 0xffff_ffff_ffff_ffffn ? value : null;
  if (value >= -0x8000_0000n) return BigInt.asUintN(32, value);
  return value >= -0x8000_0000_0000_0000n ? BigInt.asUintN(64, value) : null;
}

function isGuid(text: string): boolean {
  return /^\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/i.test(text);
}

function isCut(text: string): boolean {
  return text.endsWith('...') || text.endsWith('\u2026');
}
