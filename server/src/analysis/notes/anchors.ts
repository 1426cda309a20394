import type { Reading } from '../caseAnalysis.ts';
import type { Artefact } from '../artefacts/artefact.ts';
import { findAnchor, type FoundAnchor } from './findAnchor.ts';
import { IndexedFile } from './indexedFile.ts';
import { makeAnchor } from './makeAnchor.ts';
import type { Anchor } from './note.ts';

/** Makes anchors and finds them again; keeps the indexes of files that are still in use by others. */
export class Anchors {
  readonly #indexes = new WeakMap<Artefact, IndexedFile>();

  /** What a note at an offset of the text is tied to; null on a line that holds nothing. */
  make(reading: Reading, offset: number): Anchor | null {
    return makeAnchor(reading, this.#indexOf(reading), offset);
  }

  /** Where the line of a note is now. */
  find(anchor: Anchor, readings: readonly Reading[]): FoundAnchor {
    return findAnchor(
      anchor,
      readings.map((reading) => ({ reading, index: this.#indexOf(reading) })),
    );
  }

  #indexOf(reading: Reading): IndexedFile {
    const kept = this.#indexes.get(reading.artefact);
    if (kept !== undefined) return kept;
    const made = new IndexedFile(reading);
    this.#indexes.set(reading.artefact, made);
    return made;
  }
}
