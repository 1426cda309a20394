/**
 * What the first line of a registry file makes of it. The `fuzzy` ones are taken for a registry file by Windows,
 * which then imports nothing from it: wrong version, wrong case, text behind the name.
 */
export type RegistryFileHeader = 'version-5' | 'version-4' | 'version-3' | 'fuzzy-5' | 'fuzzy-4';

/** Longest line that can be a header; what is longer is text that happens to begin like one. */
const longestHeader = 60;

/** The header that `line` is, blanks around it allowed; null where it is none. */
export function registryFileHeader(line: string): RegistryFileHeader | null {
  if (line.length > 4 * longestHeader) return null;
  const header = line.trim();
  if (header === 'Windows Registry Editor Version 5.00') return 'version-5';
  if (header === 'REGEDIT4') return 'version-4';
  if (header === 'REGEDIT') return 'version-3';
  if (header.length > longestHeader) return null;
  if (/^windows registry editor\b/i.test(header)) return 'fuzzy-5';
  if (/^regedit ?[0-9]/i.test(header)) return 'fuzzy-4';
  return null;
}
