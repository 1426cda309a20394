import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoldingRange } from 'vscode-languageserver-types';
import type { Artefact } from '../artefacts/artefact.ts';
import { recordFlags } from '../artefacts/recordTable.ts';

/** VS Code shows this many (`editor.foldingMaximumRegions`) and drops the rest in an order of its own. */
const mostRanges = 5_000;

/** Records of several lines, registry keys and values of several lines, sections of dsregcmd. */
export function foldingRangesOf(artefact: Artefact, document: TextDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  for (const { start, end } of stretchesOf(artefact)) {
    if (ranges.length === mostRanges) break;
    const startLine = document.positionAt(start).line;
    const endLine = lastLine(document, end);
    if (endLine > startLine) ranges.push({ startLine, endLine });
  }
  return ranges.sort((left, right) => left.startLine - right.startLine || right.endLine - left.endLine);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Coarse stretches before fine ones: where the limit cuts, the fine ones go. */
function* stretchesOf(artefact: Artefact): Iterable<Stretch> {
  switch (artefact.type) {
    case 'log':
      yield* multiLineRecords(artefact.records);
      return;
    case 'registry':
      yield* stretchesBetween(artefact.table.keyStart, artefact.table.keyEnd);
      yield* stretchesBetween(artefact.table.valueStart, artefact.table.valueEnd);
      return;
    case 'dsregcmd':
      yield* artefact.sections;
      return;
    case 'unread':
      return;
  }
}

function* stretchesBetween(starts: Uint32Array, ends: Uint32Array): Iterable<Stretch> {
  for (const [i, start] of starts.entries()) yield { start, end: ends[i] ?? start };
}

function* multiLineRecords(records: {
  readonly count: number;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly flags: Uint8Array;
}): Iterable<Stretch> {
  for (let index = 0; index < records.count; index++) {
    if (((records.flags[index] ?? 0) & recordFlags.multiLine) === 0) continue;
    yield { start: records.start[index] ?? 0, end: records.end[index] ?? 0 };
  }
}

/** Line of the last character that is not a line end or blank, so that a fold keeps the gap behind it. */
function lastLine(document: TextDocument, end: number): number {
  const position = document.positionAt(end);
  return position.character === 0 && position.line > 0 ? position.line - 1 : position.line;
}
