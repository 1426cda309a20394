import type { Problem } from './artefact.ts';
import { plainEntries } from './plainEntriesModule.ts';
import { RegistryFileReading, type FileStretch } from './registryFileReading.ts';
import { RegistryFileScanner } from './registryFileScanner.ts';
import type { RegistryTable } from './registryTable.ts';

/** Reads the text of a registry file. Linear in its length, whatever it holds. */
export function readRegistryFileText(text: string): {
  readonly table: RegistryTable;
  readonly problems: readonly Problem[];
} {
  const reading = new RegistryFileReading(text.length);
  const scanner = new RegistryFileScanner(reading, null);
  const whole: FileStretch = { text, base: 0, isLast: true };
  const { units, windowLength } = plainEntries();
  let base = reading.begin(whole);
  while (base < text.length) {
    const length = Math.min(windowLength, text.length - base);
    for (let i = 0; i < length; i++) units[i] = text.charCodeAt(base + i);
    let at = 0;
    while (at < length) {
      at = scanner.scan(units, at, length, base);
      // An entry over the end of the window is scanned from its start, once; the longer ones are read in the text.
      if (at >= length || (scanner.isCut && at > 0 && base + length < text.length)) break;
      at = reading.readEntry(whole, base + at) - base;
    }
    base += at;
  }
  return { table: reading.table.finish(), problems: reading.problems.finish() };
}
