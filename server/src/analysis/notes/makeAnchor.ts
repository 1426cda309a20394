import type { EncodingId } from '../text/decode.ts';
import { afterLineEnd, lineEndAt } from '../artefacts/lineEnds.ts';
import { bytesOf } from './byteOffset.ts';
import type { HashedLandmarks, IndexedFile } from './indexedFile.ts';
import type { Anchor } from './note.ts';
import type { Stretch } from './stretch.ts';
import { formatHash } from './textHash.ts';

/**
 * Ties a note to what stands at an offset of the stretch: the record, key, value, section or field there or first on its line,
 * else the line itself. Null on a line that holds nothing.
 */
export function makeAnchor(stretch: Stretch, file: IndexedFile, offset: number): Anchor | null {
  const { reading, startByte } = stretch;
  const { text } = reading.artefact;
  const found = landmarkAt(file, text, offset);
  if (found === null) return null;
  const { landmarks, index, lineStart } = found;
  const { marks } = landmarks;
  const start = marks.start(index);
  const localTime = marks.localTime(index);
  const bias = marks.bias(index);
  const hasTime = !Number.isNaN(localTime);
  return {
    kind: marks.kind(index),
    file: reading.path,
    fileSize: reading.bytes,
    fileHead: file.head(headLines),
    line: 1 + stretch.firstLine + countLines(text, 0, lineStart),
    row: countLines(text, start, lineStart),
    offset: stretch.start + start,
    byteOffset: startByte === null ? null : startByte + bytesOf(text, start, reading.encoding as EncodingId),
    time: hasTime ? isoTime(localTime).slice(0, -1) : null,
    utc: hasTime && bias !== null ? isoTime(localTime + bias * 60_000) : null,
    component: marks.component(index),
    container: marks.container(index),
    name: marks.name(index),
    text: quote(text, marks.words(index)),
    hash: formatHash(marks.hash(index)),
    before: landmarks.hashAt(index - 1),
    after: landmarks.hashAt(index + 1),
    ...twinsOf(landmarks, index),
  };
}

/** Which one a landmark is among those of the same hash and time in its file. */
function twinsOf(
  landmarks: HashedLandmarks,
  index: number,
): { readonly twin: number; readonly twins: number } {
  const { marks } = landmarks;
  const time = marks.localTime(index);
  const hash = marks.hash(index);
  let twin = 0;
  let twins = 0;
  for (const each of landmarks.withHash(hash)) {
    if (!Object.is(marks.localTime(each), time)) continue;
    if (each < index) twin++;
    twins++;
  }
  return { twin, twins };
}

const headLines = 10;
const quotedCharacters = 400;

function landmarkAt(
  file: IndexedFile,
  text: string,
  offset: number,
): { readonly landmarks: HashedLandmarks; readonly index: number; readonly lineStart: number } | null {
  const lineStart = lineStartOf(text, offset);
  const lineEnd = lineEndAt(text, lineStart);
  for (const kind of ['record', 'line'] as const) {
    const landmarks = file.landmarks(kind);
    const { marks } = landmarks;
    const index = marks.indexAt(offset);
    if (index >= 0 && offset < marks.end(index)) return { landmarks, index, lineStart };
    const next = marks.start(index + 1);
    if (index + 1 < marks.count && next >= lineStart && next < lineEnd) {
      return { landmarks, index: index + 1, lineStart };
    }
    // Behind the last character of the line.
    if (index >= 0 && marks.end(index) > lineStart) return { landmarks, index, lineStart };
  }
  return null;
}

function lineStartOf(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (at > 0 && !isEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function isEnd(code: number): boolean {
  return code === 10 || code === 13;
}

function quote(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, Math.min(end, start + quotedCharacters)).trimEnd();
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = lineEndAt(text, from); at < to; at = lineEndAt(text, afterLineEnd(text, at))) lines++;
  return lines;
}

function isoTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  // A record can print a year that no calendar has; then only its text counts.
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
