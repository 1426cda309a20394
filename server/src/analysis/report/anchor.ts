import type { RegistryKey } from '../artefacts/artefact.ts';
import { logNameOf } from '../artefacts/fileNames.ts';
import { recordAt, recordIndexAt, type LogRecord } from '../artefacts/recordTable.ts';
import type { Place, Reading } from '../caseAnalysis.ts';
import { sha256Hex } from '../text/sha256.ts';

/**
 * What finds a place again in another copy of the same file: on another machine, rotated, grown, or with other line
 * ends. No line number and no path.
 */
export interface Anchor {
  /** Name of the log without folder, rotation and extension; of other files the file name. Lower case. */
  readonly file: string;
  /** The record's clock as written, ISO 8601 without zone; null where there is none. */
  readonly time: string | null;
  readonly component: string;
  /** Eight hexadecimal digits over what the place says; see `wordsThatStay`. */
  readonly hash: string;
}

/** The anchor of a place. */
export function anchorOf(reading: Reading | undefined, place: Place): Anchor {
  const file = fileKey(place.file);
  if (reading === undefined) return bare(file);
  const { artefact } = reading;
  switch (artefact.type) {
    case 'log': {
      const index = recordIndexAt(artefact.records, place.start);
      // Of a file whose text was let go only some records are there; another one than the place's is no help.
      const isThere =
        index >= 0 && (reading.dropped === undefined || place.start < (artefact.records.end[index] ?? 0));
      return isThere ? recordAnchor(file, reading, index) : bare(file);
    }
    case 'registry': {
      const key = keyAt(artefact.keys, place.start);
      const value = key?.values.find(({ start, end }) => start <= place.start && place.start < end);
      return { ...bare(file), hash: hashOf(`${key?.path ?? ''}\n${value?.name ?? ''}`) };
    }
    case 'dsregcmd': {
      const section = artefact.sections.find(({ start, end }) => start <= place.start && place.start < end);
      const field = section?.fields.find(({ start, end }) => start <= place.start && place.start < end);
      return { ...bare(file), hash: hashOf(`${section?.title ?? ''}\n${field?.name ?? ''}`) };
    }
    case 'unread':
      return bare(file);
  }
}

/** The anchor of one record of a log. */
export function recordAnchor(file: string, reading: Reading, index: number): Anchor {
  const { artefact } = reading;
  if (artefact.type !== 'log') return bare(file);
  const record = recordAt(artefact.records, index);
  const message = messageOf(reading, record);
  if (message === null) return bare(file);
  return {
    file,
    time: record.localTime === null ? null : clockOf(record.localTime),
    component: record.component.toLowerCase(),
    hash: hashOf(wordsThatStay(message)),
  };
}

/** Of a reading whose text was dropped only the lines that the catalogue knows are still there. */
function messageOf({ dropped, observations }: Reading, { index, message }: LogRecord): string | null {
  if (dropped === undefined) return message;
  return observations.find(({ record }) => record === index)?.quote ?? null;
}

/** Under what name files count as generations or copies of one. */
export function fileKey(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return logNameOf(name).name.toLowerCase();
}

/**
 * The words of a message that say what happened, for hashing: codes stay; what names a person, a device or a moment
 * goes (quoted texts, words with a digit, `\`, `@` or a full stop inside). So the hash is the same in a redacted
 * copy, and does not give away what was redacted.
 */
function wordsThatStay(message: string): string {
  return message
    .slice(0, mostHashed)
    .toLowerCase()
    .replace(/'[^'\n]*'|"[^"\n]*"/g, ' ')
    .split(/[^\p{L}\p{N}\\@._-]+/u)
    .map((word) => word.replace(/^[._-]+|[._-]+$/g, ''))
    .filter((word) => /^0x[0-9a-f]{8}$/.test(word) || /^[\p{L}_-]+$/u.test(word))
    .join(' ');
}

/** Characters of a message that the hash looks at: those that are kept of it everywhere. */
const mostHashed = 400;

function hashOf(text: string): string {
  return sha256Hex(text.toLowerCase(), 8);
}

function bare(file: string): Anchor {
  return { file, time: null, component: '', hash: '00000000' };
}

function clockOf(local: number): string | null {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('Z', '');
}

/** The key block that covers an offset; keys stand in the order of the file. */
function keyAt(keys: readonly RegistryKey[], offset: number): RegistryKey | undefined {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return keys[high];
}
