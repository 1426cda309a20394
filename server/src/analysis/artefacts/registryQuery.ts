import type { ArtefactReader, RegistryArtefact } from './artefact.ts';
import { linesOf, skipBlanks, trimBlanksEnd } from './lineEnds.ts';
import { ProblemList } from './problemList.ts';
import { longRootOf } from './registryPath.ts';
import { isUnset, queriedData, splitValueLine, type ValueParts } from './registryQueryValue.ts';
import { RegistryTableBuilder } from './registryTable.ts';

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

function parseRegistryQuery(text: string): RegistryArtefact {
  const table = new RegistryTableBuilder(text.length);
  const problems = new ProblemList();
  for (const { start, end: lineEnd } of linesOf(text)) {
    const end = trimBlanksEnd(text, start, lineEnd);
    if (end <= start) continue;
    const hasKey = table.keyCount > 0;
    if (isKeyLine(text, start, end)) {
      const pathStart = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
      table.addKey(pathStart, end, pathStart, end, false);
    } else if (isIndented(text, start, end)) {
      const parts = splitValueLine(text, start, end);
      if (parts === null) {
        problems.add('not-a-value', start, end, 'The line holds no value type, so it was not read.');
      } else if (!hasKey) {
        problems.add(
          'value-without-key',
          start,
          end,
          'No key stands above this value, so it belongs to none.',
        );
      } else {
        addValue(table, text, parts, problems);
        table.endKey(end);
      }
    } else if (hasKey && !isExpectedLine(text, start, end)) {
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
    table: table.finish(),
    problems: problems.finish(),
  };
}

function addValue(table: RegistryTableBuilder, text: string, parts: ValueParts, problems: ProblemList): void {
  const { nameStart, nameEnd, dataStart, dataEnd } = parts;
  if (isUnset(text, parts)) return;
  table.addValue(nameStart, dataEnd, nameEnd, dataStart);
  if (queriedData(text, parts) !== null) return;
  problems.add(
    'bad-data',
    dataStart,
    dataEnd,
    'The data does not fit its type, so it is shown as it stands.',
  );
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
