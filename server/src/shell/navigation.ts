import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { NavigationParams } from '../analysis/index.ts';
import type { Snapshot } from './knownCase.ts';

/** A place in an open document with the case around it; null for a document that belongs to no case. */
export function navigationFrom(
  snapshot: Snapshot,
  document: TextDocument,
  position: Position,
): NavigationParams | null {
  const found = snapshot.fileOf(document.uri);
  if (found === null) return null;
  const { files, documents } = found.known;
  return { document, position, readings: files.map(({ reading }) => reading), documents };
}
