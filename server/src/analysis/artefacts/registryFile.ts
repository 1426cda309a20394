import type { ArtefactReader, RegistryArtefact } from './artefact.ts';
import { registryFileHeader } from './registryFileHeader.ts';
import { firstLine } from './registryFileReading.ts';
import { readRegistryFileText } from './registryFileText.ts';

/**
 * `.reg` files as Windows reads them: version 5 and REGEDIT4, and the version 3 of Windows 3.1. What Windows would
 * ignore is ignored too and said, line by line, except that a file with a damaged header is read all the same.
 * Rules: Microsoft KB 310516 and the conformance tests of Wine's regedit, which run against Windows.
 */
export const registryFileReader: ArtefactReader = {
  kind: 'registry-file',
  detect: detectRegistryFile,
  parse: parseRegistryFile,
};

function detectRegistryFile(head: string, name: string): 0 | 1 | 2 {
  const first = firstLine(head);
  const line = head.slice(first.start, first.end);
  switch (registryFileHeader(line)) {
    case 'version-5':
    case 'version-4':
      return 2;
    case 'version-3':
      return /[\r\n]HKEY_CLASSES_ROOT\\/i.test(head) || isRegName(name) ? 2 : 0;
    case 'fuzzy-5':
    case 'fuzzy-4':
      return /[\r\n][ \t]*\[-?HKEY_/i.test(head) || isRegName(name) ? 2 : 0;
    case null:
      break;
  }
  // A piece of a file, as pasted into a new editor.
  if (/^[ \t]*\[-?HKEY_[A-Z_]+[\\\]]/i.test(line)) return 2;
  const hasKey = /(?:^|[\r\n])[> \t]*\[-?HK[A-Z_]+[\\\]]/i.test(head);
  return isRegName(name) && (hasKey || /Windows Registry Editor|REGEDIT4/.test(head)) ? 1 : 0;
}

function isRegName(name: string): boolean {
  return name.toLowerCase().endsWith('.reg');
}

function parseRegistryFile(text: string): RegistryArtefact {
  const { table, problems } = readRegistryFileText(text);
  return { type: 'registry', kind: 'registry-file', text, table, problems };
}
