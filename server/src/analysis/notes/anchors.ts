import type { Artefact } from '../artefacts/artefact.ts';
import { findAnchor, type FoundAnchor } from './findAnchor.ts';
import { IndexedFile } from './indexedFile.ts';
import { makeAnchor } from './makeAnchor.ts';
import type { Anchor } from './note.ts';
import type { Stretch } from './stretch.ts';

/** Makes anchors and finds them again; keeps the indexes of files that are still in use by others. */
export class Anchors {
  readonly #indexes = new WeakMap<Artefact, IndexedFile>();

  /** What a note at an offset of the stretch's text is tied to; null on a line that holds nothing. */
  make(stretch: Stretch, offset: number): Anchor | null {
    return makeAnchor(stretch, this.#indexOf(stretch), offset);
  }

  /** Where the line of a note is now, among the files of a case; of a file there may be several parts. */
  find(anchor: Anchor, files: readonly Stretch[]): FoundAnchor {
    return findAnchor(
      anchor,
      files.map((stretch) => this.#indexOf(stretch)),
    );
  }

  #indexOf(stretch: Stretch): IndexedFile {
    const { artefact } = stretch.reading;
    const kept = this.#indexes.get(artefact);
    if (kept !== undefined) return kept;
    const made = new IndexedFile(stretch);
    this.#indexes.set(artefact, made);
    return made;
  }
}
