import { IndexedFile } from './indexedFile.ts';
import { holds, standsThere } from './findAnchor.ts';
import type { Anchor } from './note.ts';
import { stretchAround, stretchBetween, type FileInParts, type Stretch } from './stretch.ts';

/** What a search through a file has found, so that the next one goes on where it ended. */
export interface SearchedParts {
  /** Of the anchors that were looked for, and of the first lines of the file. */
  readonly key: string;
  /** Parts that hold one of the anchors, in the order of the file. */
  readonly parts: readonly HoldingPart[];
  /** As far as the file was looked through. */
  readonly to: number;
}

/** A part of a file that may hold lines of notes. */
interface HoldingPart {
  readonly start: number;
  readonly end: number;
  /** Which of the anchors that were looked for, by their place among them. */
  readonly anchors: readonly number[];
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
  const { parts, found, to } = searchOn(file, lost, known);
  const again = known.parts.map(({ start, end }) => stretchBetween(file, start, end));
  return { stretches: [...around, ...again, ...found], searched: { key, parts, to } };
}

/**
 * Looks through the file from where `known` ended. An anchor that is in too many parts already asks for no more of
 * them; the others are looked for up to the end of the file.
 */
function searchOn(
  file: FileInParts,
  lost: readonly Anchor[],
  known: SearchedParts,
): { readonly parts: readonly HoldingPart[]; readonly found: readonly Stretch[]; readonly to: number } {
  const parts = [...known.parts];
  const found: Stretch[] = [];
  const partsWith = lost.map((_, i) => parts.filter(({ anchors }) => anchors.includes(i)).length);
  const { length } = file.pieces;
  let { to } = known;
  while (to < length) {
    const wanted = lost.flatMap((_, i) => ((partsWith[i] ?? 0) < mostPartsEach ? [i] : []));
    if (wanted.length === 0 || parts.length === mostParts) break;
    const start = Math.max(0, to - overlap);
    to = Math.min(length, start + searchedAtOnce);
    const stretch = partWithAny(
      file,
      start,
      to,
      wanted.flatMap((i) => lost[i] ?? []),
    );
    if (stretch === null) continue;
    const indexed = new IndexedFile(stretch);
    const held = wanted.filter((i) => lost[i] !== undefined && holds(lost[i], indexed));
    if (held.length === 0) continue;
    found.push(stretch);
    const end = stretch.start + stretch.reading.artefact.text.length;
    const last = parts.at(-1);
    // A log that grew by little: what was found at its end goes on, and is no other part.
    const isSamePart = last !== undefined && last.end > stretch.start && end - last.start <= searchedAtOnce;
    const partStart = isSamePart ? last.start : stretch.start;
    const before = isSamePart ? last.anchors : [];
    if (isSamePart) parts.pop();
    parts.push({ start: partStart, end, anchors: [...new Set([...before, ...held])] });
    for (const i of held) if (!before.includes(i)) partsWith[i] = (partsWith[i] ?? 0) + 1;
  }
  return { parts, found, to };
}

/** Characters that are looked through at a time; a part begins so far before the end of the one before it. */
const searchedAtOnce = 2 * 1024 * 1024;
const overlap = 256 * 1024;
/** A line that is in more parts than that says nothing special. */
const mostPartsEach = 12;
/** More parts than that, for all anchors together, would fill the memory: the search stops there. */
const mostParts = 48;

function isInside({ start, reading }: Stretch, offset: number): boolean {
  const within = offset - start;
  const { length } = reading.artefact.text;
  return within >= length / 8 && within <= length - length / 8;
}

function headKey({ textBetween, pieces }: FileInParts): string {
  return textBetween(0, Math.min(pieces.length, 400));
}

/** A part of the file; null where none of the anchors can stand in it. */
function partWithAny(
  file: FileInParts,
  start: number,
  end: number,
  anchors: readonly Anchor[],
): Stretch | null {
  const text = file.textBetween(start, end);
  return anchors.some((anchor) => text.includes(wordsOf(anchor))) ? stretchBetween(file, start, end) : null;
}

/** What a part has to hold literally: the name of a value, or the first line of what it said. */
function wordsOf({ name, text }: Anchor): string {
  if (name !== null && name !== '') return name;
  return text.split(/[\r\n]/, 1)[0] ?? '';
}
