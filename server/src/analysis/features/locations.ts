import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place, Reading } from '../caseAnalysis.ts';
import { createClosedDocument } from './closedDocument.ts';
import { OpenDocument } from './openDocument.ts';

/** A stretch of a file as people count it: lines and columns from 1, columns in UTF-16 units, end exclusive. */
export interface LineLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Turns places of a case into lines and columns. Line indexes are made once a file, when first asked. */
export function createLocator(readings: readonly Reading[]): (place: Place) => LineLocation {
  const byPath = new Map(readings.map((reading) => [reading.path, reading]));
  const documents = new Map<string, TextDocument>();
  return ({ file, start, end }) => {
    let document = documents.get(file);
    if (document === undefined) {
      const reading = byPath.get(file);
      document =
        reading?.dropped === undefined
          ? new OpenDocument(file, 'plaintext', 0, reading?.artefact.text ?? '')
          : createClosedDocument(file, reading.dropped);
      documents.set(file, document);
    }
    const from = document.positionAt(start);
    const to = document.positionAt(end);
    return {
      file,
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    };
  };
}
