import type { Place, Reading } from '../caseAnalysis.ts';

/** Where a place is in a copy of its file that has the same lines: the whole lines, as columns are not the same. */
export function placeInCopy(
  place: Place,
  path: string,
  originals: readonly Reading[],
  copies: readonly Reading[],
): Place {
  const original = originals.find((one) => one.path === place.file)?.artefact.text ?? '';
  const copy = copies.find((one) => one.path === path)?.artefact.text ?? '';
  const first = linesBefore(original, place.start);
  const start = offsetOfLine(copy, first);
  if (place.end <= place.start) return { file: path, start, end: start };
  const last = linesBefore(original, Math.max(place.start, place.end - 1));
  return { file: path, start, end: Math.max(start, endOfLine(copy, offsetOfLine(copy, last))) };
}

function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let left = line; left > 0; left--) {
    const end = text.indexOf('\n', at);
    if (end < 0) return at;
    at = end + 1;
  }
  return at;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  const stop = end < 0 ? text.length : end;
  return text.charAt(stop - 1) === '\r' ? stop - 1 : stop;
}
