import { IndexedFile } from './indexedFile.ts';
import { holds, standsThere } from './findAnchor.ts';
import type { Anchor } from './note.ts';
import { stretchAround, stretchBetween, type FileInParts, type Stretch } from './stretch.ts';

/** What a search through a file has found, so that the next one goes on where it ended. */
export interface SearchedParts {
  /** Of the anchors that were looked for, and of the first lines of the file. */
  readonly key: string;
  /** Parts that hold one of the anchors. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
  /** As far as the file was looked through. */
  readonly to: number;
}

/**
 * The parts of a file in which lines of notes stand: first those around the offsets where the notes were made; for the
 * lines that are not there, all parts of the file that hold them. A log that grew is only searched from where
 * `before` ended.
 */
export function findStretches(
  file: FileInParts,
  anchors: readonly Anchor[],
  before: SearchedParts | null,
): { readonly stretches: readonly Stretch[]; readonly searched: SearchedParts | null } {
  const around: Stretch[] = [];
  const lost: Anchor[] = [];
  for (const anchor of anchors) {
    const known = around.find((stretch) => isInside(stretch, anchor.offset));
    const stretch = known ?? (anchor.offset < file.pieces.length ? stretchAround(file, anchor.offset) : null);
    if (stretch !== null && known === undefined) around.push(stretch);
    if (stretch === null || !standsThere(anchor, new IndexedFile(stretch))) lost.push(anchor);
  }
  if (lost.length === 0) return { stretches: around, searched: null };
  const key = JSON.stringify([lost.map(({ hash, time, offset }) => [hash, time, offset]), headKey(file)]);
  const known = before?.key === key && before.to <= file.pieces.length ? before : { key, parts: [], to: 0 };
  const parts = [...known.parts];
  const stretches = [...around, ...parts.map(({ start, end }) => stretchBetween(file, start, end))];
  for (const stretch of partsWithAny(file, lost, Math.max(0, known.to - overlap))) {
    if (parts.length === mostParts) break;
    if (!lost.some((anchor) => holds(anchor, new IndexedFile(stretch)))) continue;
    stretches.push(stretch);
    parts.push({ start: stretch.start, end: stretch.start + stretch.reading.artefact.text.length });
  }
  return { stretches, searched: { key, parts, to: file.pieces.length } };
}

/** Characters that are looked through at a time; a part begins so far before the end of the one before it. */
const searchedAtOnce = 2 * 1024 * 1024;
const overlap = 256 * 1024;
/** More parts than that hold lines that say nothing special; they would fill the memory. */
const mostParts = 12;

function isInside({ start, reading }: Stretch, offset: number): boolean {
  const within = offset - start;
  const { length } = reading.artefact.text;
  return within >= length / 8 && within <= length - length / 8;
}

function headKey({ textBetween, pieces }: FileInParts): string {
  return textBetween(0, Math.min(pieces.length, 400));
}

function* partsWithAny(file: FileInParts, anchors: readonly Anchor[], from: number): Generator<Stretch> {
  const { length } = file.pieces;
  const words = [...new Set(anchors.map(wordsOf))];
  for (let start = from; start < length; start += searchedAtOnce - overlap) {
    const end = Math.min(length, start + searchedAtOnce);
    const text = file.textBetween(start, end);
    if (words.some((one) => text.includes(one))) yield stretchBetween(file, start, end);
  }
}

/** What a part has to hold literally: the name of a value, or the first line of what it said. */
function wordsOf({ name, text }: Anchor): string {
  if (name !== null && name !== '') return name;
  return text.split(/[\r\n]/, 1)[0] ?? '';
}
