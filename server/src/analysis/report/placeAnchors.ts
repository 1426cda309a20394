import { recordFlags } from '../artefacts/recordTable.ts';
import type { CaseAnalysis, Place, Reading } from '../caseAnalysis.ts';
import { anchorOf, fileKey, recordAnchor, type Anchor } from './anchor.ts';

/**
 * Finds where anchors of somebody else's copy are in this one. Answers a place for each, null for one that is not
 * here (any more). The records are walked once, however many anchors there are.
 */
export function placeAnchors(
  anchors: readonly (Anchor | null)[],
  analysis: CaseAnalysis,
  readings: readonly Reading[],
): readonly (Place | null)[] {
  const wanted = new Map<string, Place | null>();
  const times = new Set<number>();
  for (const anchor of anchors) {
    if (anchor === null) continue;
    for (const key of keysOf(anchor)) wanted.set(key, null);
    if (anchor.time !== null) times.add(Date.parse(`${anchor.time}Z`));
  }
  const offer = (anchor: Anchor, place: Place): void => {
    for (const key of keysOf(anchor)) if (wanted.get(key) === null) wanted.set(key, place);
  };
  for (const reading of readings) offerRecords(reading, times, offer);
  // Snapshots have no times; where findings of our own stand is where one would look first.
  const byPath = new Map(readings.map((reading) => [reading.path, reading]));
  for (const { place } of analysis.findings) offer(anchorOf(byPath.get(place.file), place), place);
  for (const reading of readings) offerValues(reading, offer);
  return anchors.map((anchor) => {
    const key = anchor === null ? undefined : keysOf(anchor).find((one) => wanted.get(one) !== null);
    return key === undefined ? null : (wanted.get(key) ?? null);
  });
}

type Offer = (anchor: Anchor, place: Place) => void;

function offerRecords(reading: Reading, times: ReadonlySet<number>, offer: Offer): void {
  const { artefact, path } = reading;
  if (artefact.type !== 'log') return;
  const { records } = artefact;
  const file = fileKey(path);
  for (let index = 0; index < records.count; index++) {
    const timeless = ((records.flags[index] ?? 0) & recordFlags.timeless) !== 0;
    if (timeless || !times.has(records.localTime[index] ?? Number.NaN)) continue;
    const start = records.messageStart[index] ?? 0;
    const end = records.messageEnd[index] ?? start;
    offer(recordAnchor(file, reading, index), { file: path, start, end });
  }
}

function offerValues(reading: Reading, offer: Offer): void {
  const { artefact, path: file } = reading;
  const at = (start: number, end: number): void => {
    const place = { file, start, end };
    offer(anchorOf(reading, place), place);
  };
  if (artefact.type === 'registry') {
    const { keyCount, pathStart, pathEnd, firstValue, valueStart, valueEnd } = artefact.table;
    for (let key = 0; key < keyCount; key++) {
      at(pathStart[key] ?? 0, pathEnd[key] ?? 0);
      for (let value = firstValue[key] ?? 0; value < (firstValue[key + 1] ?? 0); value++) {
        at(valueStart[value] ?? 0, valueEnd[value] ?? 0);
      }
    }
  }
  if (artefact.type === 'dsregcmd') {
    for (const { fields } of artefact.sections) for (const field of fields) at(field.start, field.end);
  }
}

/**
 * What an anchor is looked up by, best first. A record is also found in a file of another name, as the name may have
 * been redacted or given by whoever collected it: time, component and words are enough.
 */
function keysOf({ file, time, component, hash }: Anchor): readonly string[] {
  const said = [time, component.toLowerCase(), hash];
  return [JSON.stringify([file, ...said]), ...(time === null ? [] : [JSON.stringify(said)])];
}
