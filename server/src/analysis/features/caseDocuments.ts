import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location } from 'vscode-languageserver-types';
import type { Place } from '../caseAnalysis.ts';

/**
 * The documents behind the files of a case, by path relative to the case. Their texts are the ones that were
 * read, so that offsets fit; null for a file that is not there (any more).
 */
export type CaseDocuments = (file: string) => TextDocument | null;

/** Where a place of a case is in the editor; null when its file is not there (any more). */
export function locate(documents: CaseDocuments, place: Place): Location | null {
  const document = documents(place.file);
  if (document === null) return null;
  return {
    uri: document.uri,
    range: { start: document.positionAt(place.start), end: document.positionAt(place.end) },
  };
}
