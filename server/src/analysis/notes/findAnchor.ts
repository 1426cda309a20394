import type { Place } from '../caseAnalysis.ts';
import { logNameOf } from '../artefacts/fileNames.ts';
import { afterLineEnd, lineEndAt } from '../artefacts/lineEnds.ts';
import type { IndexedFile } from './indexedFile.ts';
import type { Landmarks } from './landmarks.ts';
import type { Anchor } from './note.ts';
import type { TextHash } from './textHash.ts';

/** How a note found its line: where it was, elsewhere in its file, in a rotated part, in another file, or not surely. */
export type HowFound = 'exact' | 'moved' | 'rotated' | 'other-copy' | 'ambiguous';

export type FoundAnchor =
  | { readonly how: HowFound; readonly place: Place }
  /** `text` is what the line said when the note was made. */
  | { readonly how: 'not-found'; readonly text: string };

/**
 * Finds the line of a note among the files of a case. What has a time is only found at that time: the same message
 * of another day is another line. Among several that fit, neighbours decide, then the place in a series of equal
 * ones, the file, and at last the distance; where those do not decide either, the answer is `ambiguous`.
 */
export function findAnchor(anchor: Anchor, files: readonly IndexedFile[]): FoundAnchor {
  for (const own of files.filter((file) => relationOf(anchor, file) === 'same')) {
    const there = stillThere(anchor, own);
    if (there !== null) return there;
  }
  const candidates = files.flatMap((file) => candidatesIn(anchor, file)).sort(byFit);
  const [best] = candidates;
  // Parts of a file may overlap: the same line twice is no second one.
  const second = candidates.find((one) => best !== undefined && !isSameLine(one, best));
  if (best === undefined) return reworded(anchor, files) ?? { how: 'not-found', text: anchor.text };
  const tied = second !== undefined && byFitAlone(best, second) === 0;
  const place = placeOf(anchor, best.file, best.index);
  if ((tied && !best.isSameStart) || !best.isSure) return { how: 'ambiguous', place };
  return { how: howOf(best), place };
}

/** Whether the line of an anchor stands at its offset in a part of a file, whatever the file is called. */
export function standsThere(anchor: Anchor, file: IndexedFile): boolean {
  const { marks } = file.landmarks(anchor.kind);
  const index = marks.indexAt(anchor.offset - file.start);
  return (
    index >= 0 &&
    file.start + marks.start(index) === anchor.offset &&
    isSameHash(anchor, marks, index) &&
    timeFit(anchor, marks.localTime(index), marks.bias(index)) > 0
  );
}

/** Whether a part of a file has what may be the line of an anchor. */
export function holds(anchor: Anchor, file: IndexedFile): boolean {
  return candidatesIn(anchor, file).length > 0;
}

/** A record with a time of its own needs no search when it stands where it stood. */
function stillThere(anchor: Anchor, file: IndexedFile): FoundAnchor | null {
  if (anchor.time === null || anchor.twins > 1) return null;
  const { marks } = file.landmarks(anchor.kind);
  const index = marks.indexAt(anchor.offset - file.start);
  if (index < 0 || file.start + marks.start(index) !== anchor.offset) return null;
  if (timeFit(anchor, marks.localTime(index), marks.bias(index)) !== 2) return null;
  return isSameHash(anchor, marks, index) ? { how: 'exact', place: placeOf(anchor, file, index) } : null;
}

function isSameHash({ hash }: Anchor, marks: Landmarks, index: number): boolean {
  const { high, low } = marks.hash(index);
  const wanted = parseHash(hash);
  return high === wanted.high && low === wanted.low;
}

/**
 * The only record of that instant and component, whatever it says: in a redacted copy, or one saved in a narrower
 * encoding, the words differ. Never sure.
 */
function reworded(anchor: Anchor, files: readonly IndexedFile[]): FoundAnchor | null {
  if (anchor.time === null) return null;
  for (const file of files) {
    if (relationOf(anchor, file) === 'other') continue;
    const { marks } = file.landmarks(anchor.kind);
    const atThatTime: number[] = [];
    for (let index = 0; index < marks.count; index++) {
      if (marks.component(index) !== anchor.component) continue;
      if (isSameInstant(anchor, marks.localTime(index), marks.bias(index))) atThatTime.push(index);
    }
    const [only, ...more] = atThatTime;
    if (only !== undefined && more.length === 0) {
      return { how: 'ambiguous', place: placeOf(anchor, file, only) };
    }
  }
  return null;
}

type Relation = 'same' | 'rotated' | 'same-name' | 'other';

interface Candidate {
  readonly file: IndexedFile;
  readonly index: number;
  /** Offset in the file. */
  readonly start: number;
  readonly relation: Relation;
  /** 2 the same time, 1 no time to compare. */
  readonly time: 1 | 2;
  /** How many of its two neighbours are the same. */
  readonly neighbours: number;
  readonly isSameTwin: boolean;
  readonly isSameText: boolean;
  readonly isSameStart: boolean;
  readonly distance: number;
  /** Whether anything but the words speaks for it. */
  readonly isSure: boolean;
}

function candidatesIn(anchor: Anchor, file: IndexedFile): readonly Candidate[] {
  const relation = relationOf(anchor, file);
  const { text } = file.reading.artefact;
  const landmarks = file.landmarks(anchor.kind);
  const { marks } = landmarks;
  const fitting = [...landmarks.withHash(parseHash(anchor.hash))].filter(
    (index) => timeFit(anchor, marks.localTime(index), marks.bias(index)) > 0,
  );
  return nearest(anchor, fitting, (index) => file.start + marks.start(index)).map(({ index, twin }) => {
    const start = file.start + marks.start(index);
    const localTime = marks.localTime(index);
    const time = timeFit(anchor, localTime, marks.bias(index)) === 2 ? 2 : 1;
    const neighbours =
      Number(landmarks.hashAt(index - 1) === anchor.before) +
      Number(landmarks.hashAt(index + 1) === anchor.after);
    const isNamed = anchor.container !== null;
    const isSameTwin = twin === anchor.twin && fitting.length === anchor.twins;
    return {
      file,
      index,
      start,
      relation,
      time,
      neighbours,
      isSameTwin,
      isSameText: text.startsWith(anchor.text, marks.words(index).start),
      isSameStart: relation === 'same' && start === anchor.offset,
      distance: Math.abs(start - anchor.offset),
      // Where one of several equal lines is gone, what is left of them may be any of them.
      isSure: isNamed || ((isSameTwin || anchor.twins === 1) && (time === 2 || isTold(anchor, neighbours))),
    };
  });
}

/** Whether a line without a time is told by what it says and what stands around it. */
function isTold({ time, text }: Anchor, neighbours: number): boolean {
  // The time is lost, as in a paste: then the same words may come from any of many moments.
  if (time !== null) return neighbours === 2;
  return neighbours > 0 || text.length >= tellingLength;
}

/** A line without a time that stands among strangers is believed from this length on, as it is hardly said twice. */
const tellingLength = 40;

/** More of them make no answer better: lines of a hostile file may all be the same. */
const mostCandidates = 200;

/** The candidates nearest to where the note was made, with their number among all that fit. */
function nearest(
  { offset, twin: wanted }: Anchor,
  fitting: readonly number[],
  startOf: (index: number) => number,
): readonly { readonly index: number; readonly twin: number }[] {
  const all = fitting.map((index, twin) => ({ index, twin }));
  if (all.length <= mostCandidates) return all;
  const distance = ({ index, twin }: { index: number; twin: number }): number =>
    twin === wanted ? -1 : Math.abs(startOf(index) - offset);
  return all.sort((left, right) => distance(left) - distance(right)).slice(0, mostCandidates);
}

function isSameLine(left: Candidate, right: Candidate): boolean {
  return left.start === right.start && left.file.reading.path === right.file.reading.path;
}

/** Negative when `left` fits better. */
function byFit(left: Candidate, right: Candidate): number {
  return byFitAlone(left, right) || left.distance - right.distance;
}

/** The same without the distance, which decides between equals but makes nothing sure. */
function byFitAlone(left: Candidate, right: Candidate): number {
  return (
    right.time - left.time ||
    right.neighbours - left.neighbours ||
    Number(right.isSameTwin) - Number(left.isSameTwin) ||
    Number(right.isSameText) - Number(left.isSameText) ||
    rankOf[right.relation] - rankOf[left.relation]
  );
}

const rankOf: Readonly<Record<Relation, number>> = { same: 3, rotated: 2, 'same-name': 1, other: 0 };

/**
 * The same file has its path, or its name and its first lines where the case was opened a level higher or lower.
 * A log that was rotated away since is known by its first lines, too, under the name of a sibling.
 */
function relationOf(anchor: Anchor, file: IndexedFile): Relation {
  const { reading } = file;
  if (reading.path.toLowerCase() === anchor.file.toLowerCase()) return 'same';
  const name = baseName(reading.path);
  const wanted = baseName(anchor.file);
  if (name === wanted) {
    return file.head(anchor.fileHead.lines).hash === anchor.fileHead.hash ? 'same' : 'same-name';
  }
  const isSibling = logNameOf(name).name.toLowerCase() === logNameOf(wanted).name.toLowerCase();
  return isSibling ? 'rotated' : 'other';
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

function howOf({ relation, isSameStart }: Candidate): HowFound {
  switch (relation) {
    case 'same':
      return isSameStart ? 'exact' : 'moved';
    case 'rotated':
      return 'rotated';
    case 'same-name':
    case 'other':
      return 'other-copy';
  }
}

/**
 * 2 the same moment, 1 where one of them has none, 0 another moment. A paste may have lost zone and milliseconds, so
 * between records of two formats a whole second counts; within one format it is another moment.
 */
function timeFit(anchor: Anchor, localTime: number, bias: number | null): 0 | 1 | 2 {
  if (anchor.time === null || Number.isNaN(localTime)) return 1;
  if (isSameInstant(anchor, localTime, bias)) return 2;
  const wanted = Date.parse(`${anchor.time}Z`);
  const isOtherFormat = (anchor.utc === null) !== (bias === null);
  const isRough = localTime % 1_000 === 0 || wanted % 1_000 === 0;
  return isOtherFormat && isRough && Math.floor(wanted / 1_000) === Math.floor(localTime / 1_000) ? 2 : 0;
}

function isSameInstant({ time, utc }: Anchor, localTime: number, bias: number | null): boolean {
  if (time === null || Number.isNaN(localTime)) return false;
  return utc !== null && bias !== null
    ? Date.parse(utc) === localTime + bias * 60_000
    : Date.parse(`${time}Z`) === localTime;
}

/** The line of the record that carries the note; its first line where it has fewer lines now. */
function placeOf(anchor: Anchor, file: IndexedFile, index: number): Place {
  const { reading } = file;
  const { marks } = file.landmarks(anchor.kind);
  const { text } = reading.artefact;
  const first = marks.start(index);
  const last = marks.end(index);
  let start = first;
  for (let row = 0; row < anchor.row; row++) start = afterLineEnd(text, lineEndAt(text, start));
  if (start >= last) start = first;
  const end = Math.min(last, lineEndAt(text, start));
  return { file: reading.path, start: file.start + start, end: file.start + end };
}

function parseHash(hash: string): TextHash {
  return { high: Number.parseInt(hash.slice(0, 8), 16), low: Number.parseInt(hash.slice(8), 16) };
}
