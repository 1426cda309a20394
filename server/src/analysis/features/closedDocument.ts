import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { positionIn, type TextPieces } from '../text/textPieces.ts';

/** A document of which only the lines are known. Its text is empty, whatever range is asked for. */
export function createClosedDocument(uri: string, pieces: TextPieces): TextDocument {
  const { lineStarts, length } = pieces;
  const lineCount = lineStarts.length;
  const startOf = (line: number): number => lineStarts[line] ?? length;
  return {
    uri,
    languageId: '',
    version: 0,
    lineCount,
    getText: () => '',
    getLineRange: (line) => ({
      start: { line, character: 0 },
      end: { line, character: Math.max(0, startOf(line + 1) - startOf(line)) },
    }),
    getEOLCharacters: () => '',
    positionAt: (offset: number): Position => positionIn(pieces, offset),
    offsetAt({ line, character }: Position): number {
      if (line >= lineCount) return length;
      if (line < 0) return 0;
      return Math.max(startOf(line), Math.min(startOf(line) + character, startOf(line + 1)));
    },
  };
}
