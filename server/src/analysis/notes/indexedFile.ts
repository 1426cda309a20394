import type { Reading } from '../caseAnalysis.ts';
import type { Artefact } from '../artefacts/artefact.ts';
import { linesWithText } from '../artefacts/linesWithText.ts';
import { landmarksOf, lineLandmarks, type Landmarks } from './landmarks.ts';
import type { AnchorKind } from './note.ts';
import type { Stretch } from './stretch.ts';
import { formatHash, hashOf, type TextHash } from './textHash.ts';

/** The landmarks of a file, or of a part of it, with their hashes. */
export class IndexedFile {
  readonly reading: Reading;
  /** Offset in the file at which the text begins. */
  readonly start: number;
  readonly #head: string;
  readonly #text: string;
  readonly #artefact: Artefact;
  #own: HashedLandmarks | undefined;
  #lines: HashedLandmarks | undefined;

  constructor({ reading, start, head }: Pick<Stretch, 'reading' | 'start' | 'head'>) {
    const { artefact } = reading;
    this.reading = reading;
    this.start = start;
    this.#head = head;
    this.#artefact = artefact;
    this.#text = artefact.text;
  }

  /** Those of the artefact, or its lines of text where that is what a note is tied to. */
  landmarks(kind: AnchorKind): HashedLandmarks {
    if (kind === 'line' && this.#artefact.type !== 'unread') {
      return (this.#lines ??= new HashedLandmarks(lineLandmarks(this.#text)));
    }
    return (this.#own ??= new HashedLandmarks(landmarksOf(this.#artefact)));
  }

  /** Hash of the file's first lines that hold something, at most so many. */
  head(lines: number): { readonly lines: number; readonly hash: string } {
    const parts: string[] = [];
    for (const { start, end } of linesWithText(this.#head)) {
      if (parts.length === lines) break;
      parts.push(hashOf(this.#head.slice(start, Math.min(end, start + longestHeadLine))));
    }
    return { lines: parts.length, hash: hashOf(parts.join(' ')) };
  }
}

/** Enough of a line to tell it, and an end for a file that is one line. */
const longestHeadLine = 400;

/** Landmarks with an index of their hashes that is made when first searched. */
export class HashedLandmarks {
  readonly marks: Landmarks;
  #index: Uint32Array | undefined;

  constructor(marks: Landmarks) {
    this.marks = marks;
  }

  /** Null outside of the list, as before the first. */
  hashAt(index: number): string | null {
    return index < 0 || index >= this.marks.count ? null : formatHash(this.marks.hash(index));
  }

  /** Every landmark of that hash, in the order of offsets. */
  *withHash(wanted: TextHash): Generator<number> {
    const index = (this.#index ??= indexOf(this.marks));
    for (let at = index.indexOf(wanted.high); at >= 0; at = index.indexOf(wanted.high, at + 1)) {
      if (this.marks.hash(at).low === wanted.low) yield at;
    }
  }
}

function indexOf(marks: Landmarks): Uint32Array {
  const index = new Uint32Array(marks.count);
  for (let at = 0; at < marks.count; at++) index[at] = marks.hash(at).high;
  return index;
}
