import type { Catalogue } from '../../catalogue/types.ts';
import type { Reading } from '../caseAnalysis.ts';
import type { SnapshotEntries } from '../matching/snapshotEntries.ts';

/** What hovers need beyond the file. */
export interface HoverContext {
  readonly catalogue: Catalogue;
  readonly entries: SnapshotEntries;
  /** Minutes to add to local times without a zone to get UTC; null where nothing tells. */
  readonly bias: number | null;
  /** The files of the case, this one included. */
  readonly readings: readonly Reading[];
}

/** What a hover says, and about which stretch of the text. */
export interface HoverText {
  readonly start: number;
  readonly end: number;
  /** Paragraphs of Markdown. */
  readonly paragraphs: readonly string[];
}
