/** A text as registry files write it in `hex(...)` data. */
export function utf16Hex(text: string): string {
  return [...Buffer.from(text, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
}
