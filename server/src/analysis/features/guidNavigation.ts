import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Location, Position } from 'vscode-languageserver-types';
import type { Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';
import { guidAt } from '../text/guids.ts';
import type { GuidMention } from '../text/guids.ts';
import { locate } from './caseDocuments.ts';
import type { CaseDocuments } from './caseDocuments.ts';
import { keysOfGuid } from './guidKeys.ts';
import { placesOfGuid } from './guidPlaces.ts';

/** Where the cursor stands, and the case around it. */
export interface NavigationParams {
  readonly document: TextDocument;
  readonly position: Position;
  readonly readings: readonly Reading[];
  readonly documents: CaseDocuments;
}

/**
 * The key that the GUID under the cursor stands for, such as the enrollment of that id: its home, where the case's
 * registry has one, else every key named after it. Empty where the cursor is on no GUID or no key has its name.
 */
export function definitionsOf(params: NavigationParams, entries: SnapshotEntries): Location[] {
  const { readings, documents } = params;
  const mention = mentionAt(params);
  if (mention === null) return [];
  const keys = keysOfGuid(readings, mention.guid, entries);
  const homes = keys.filter(({ entry }) => entry?.isHome === true);
  return (homes.length > 0 ? homes : keys).flatMap(({ place }) => locate(documents, place) ?? []);
}

/** Every place of the case where the GUID under the cursor stands: keys, values, log records, fields. */
export function referencesOf(params: NavigationParams): Location[] {
  const { readings, documents } = params;
  const mention = mentionAt(params);
  if (mention === null) return [];
  return readings
    .flatMap((reading) => placesOfGuid(reading, mention.guid))
    .flatMap((place) => locate(documents, place) ?? []);
}

function mentionAt({ document, position }: NavigationParams): GuidMention | null {
  return guidAt(document.getText(), document.offsetAt(position));
}
