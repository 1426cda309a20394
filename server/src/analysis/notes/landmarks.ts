import type { Artefact, DsregcmdArtefact, LogArtefact, RegistryArtefact } from '../artefacts/artefact.ts';
import { linesOf } from '../artefacts/lineEnds.ts';
import { noBias, recordIndexAt } from '../artefacts/recordTable.ts';
import { keyPathAt, valueNameAt } from '../artefacts/registryKeyAt.ts';
import { foldKeyPath } from '../artefacts/registryPath.ts';
import type { AnchorKind } from './note.ts';
import { hashText, type TextHash } from './textHash.ts';

/** What notes can be tied to in one file, in the order of offsets. Nothing is made before it is asked for. */
export interface Landmarks {
  readonly count: number;
  kind(index: number): AnchorKind;
  start(index: number): number;
  end(index: number): number;
  /** What it says: the message of a record, else all of it. */
  words(index: number): { readonly start: number; readonly end: number };
  /** Of what identifies it; the data of a value or field is no part of that, as it may change. */
  hash(index: number): TextHash;
  /** Local milliseconds, NaN where it has no time. */
  localTime(index: number): number;
  /** Minutes to add to get UTC, null where they are not written. */
  bias(index: number): number | null;
  component(index: number): string;
  container(index: number): string | null;
  name(index: number): string | null;
  /** The last one that starts at or before the offset; -1 before the first. */
  indexAt(offset: number): number;
}

/** The landmarks of an artefact: its records, its keys and values, its sections and fields, or its lines. */
export function landmarksOf(artefact: Artefact): Landmarks {
  switch (artefact.type) {
    case 'log':
      return logLandmarks(artefact);
    case 'registry':
      return listed(artefact.text, registryMarks(artefact));
    case 'dsregcmd':
      return listed(artefact.text, dsregcmdMarks(artefact));
    case 'unread':
      return lineLandmarks(artefact.text);
  }
}

/** Every line of a text that holds something. */
export function lineLandmarks(text: string): Landmarks {
  const marks: Mark[] = [];
  for (const { start, end } of linesOf(text)) {
    if (end > start) marks.push({ kind: 'line', start, end, identity: null, container: null, name: null });
  }
  return listed(text, marks);
}

function logLandmarks({ text, records }: LogArtefact): Landmarks {
  return {
    count: records.count,
    kind: () => 'record',
    start: (index) => records.start[index] ?? 0,
    end: (index) => records.end[index] ?? 0,
    words: (index) => ({ start: records.messageStart[index] ?? 0, end: records.messageEnd[index] ?? 0 }),
    hash: (index) => hashText(text, records.messageStart[index] ?? 0, records.messageEnd[index] ?? 0),
    localTime: (index) => records.localTime[index] ?? Number.NaN,
    bias: (index) => {
      const bias = records.bias[index] ?? noBias;
      return bias === noBias ? null : bias;
    },
    component: (index) => records.components[records.component[index] ?? 0] ?? '',
    container: () => null,
    name: () => null,
    indexAt: (offset) => recordIndexAt(records, offset),
  };
}

interface Mark {
  readonly kind: AnchorKind;
  readonly start: number;
  readonly end: number;
  /** Null: the text itself. */
  readonly identity: string | null;
  readonly container: string | null;
  readonly name: string | null;
}

function registryMarks(artefact: RegistryArtefact): readonly Mark[] {
  const { keyCount, keyStart, keyEnd, firstValue, valueStart, valueEnd } = artefact.table;
  const marks: Mark[] = [];
  for (let key = 0; key < keyCount; key++) {
    const container = keyPathAt(artefact, key);
    const folded = foldKeyPath(container);
    const first = firstValue[key] ?? 0;
    const last = firstValue[key + 1] ?? first;
    const end = (first < last ? valueStart[first] : keyEnd[key]) ?? 0;
    marks.push({ kind: 'key', start: keyStart[key] ?? 0, end, identity: folded, container, name: null });
    for (let value = first; value < last; value++) {
      const name = valueNameAt(artefact, key, value);
      // Neither part holds this character, so that the two stay apart.
      const identity = `${folded}\u0001${name.toUpperCase()}`;
      const place = { start: valueStart[value] ?? 0, end: valueEnd[value] ?? 0 };
      marks.push({ kind: 'value', ...place, identity, container, name });
    }
  }
  return marks;
}

function dsregcmdMarks({ sections }: DsregcmdArtefact): readonly Mark[] {
  return sections.flatMap((section) => {
    const { title } = section;
    const own = { kind: 'section', identity: title.toUpperCase(), container: title, name: null } as const;
    return [
      { ...own, start: section.start, end: section.fields[0]?.start ?? section.end },
      ...section.fields.map(({ start, end, name }) => {
        const identity = `${title}\u0001${name}`.toUpperCase();
        return { kind: 'field', start, end, identity, container: title, name } as const;
      }),
    ];
  });
}

function listed(text: string, marks: readonly Mark[]): Landmarks {
  return {
    count: marks.length,
    kind: (index) => marks[index]?.kind ?? 'line',
    start: (index) => marks[index]?.start ?? 0,
    end: (index) => marks[index]?.end ?? 0,
    words: (index) => ({ start: marks[index]?.start ?? 0, end: marks[index]?.end ?? 0 }),
    hash: (index) => {
      const mark = marks[index];
      if (mark === undefined) return hashText('');
      return mark.identity === null ? hashText(text, mark.start, mark.end) : hashText(mark.identity);
    },
    localTime: () => Number.NaN,
    bias: () => null,
    component: () => '',
    container: (index) => marks[index]?.container ?? null,
    name: (index) => marks[index]?.name ?? null,
    indexAt: (offset) => lastAtOrBefore(marks, offset),
  };
}

function lastAtOrBefore(marks: readonly Mark[], offset: number): number {
  let low = 0;
  let high = marks.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if ((marks[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
