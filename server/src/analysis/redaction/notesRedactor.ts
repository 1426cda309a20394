import type { Reading } from '../caseAnalysis.ts';
import type { LogEntry } from '../../catalogue/types.ts';
import { Anchors } from '../notes/anchors.ts';
import type { NotesText } from '../notes/caseNotes.ts';
import type { FoundAnchor } from '../notes/findAnchor.ts';
import type { Anchor, Note, NotesFile } from '../notes/note.ts';
import { parseNotes, serialiseNotes } from '../notes/notesFile.ts';
import { wholeFile } from '../notes/stretch.ts';
import { hashOf } from '../notes/textHash.ts';
import type { WordsBeside } from './plan.ts';
import type { RedactedCase } from './redactCase.ts';

/** What notes files say, who says it, of which files, and what they are called themselves. */
export function wordsOfNotes(notesFiles: readonly NotesText[]): WordsBeside {
  const files = notesFiles.map(({ text }) => parseNotes(text).file);
  const notes = files.flatMap((file) => file.notes);
  const comments = notes.flatMap((note) => note.comments);
  return {
    texts: [...comments.map(({ markdown }) => markdown), ...notes.map(({ anchor }) => anchor.text)],
    people: [...comments, ...notes.flatMap(({ changes, conflicts }) => [...changes, ...conflicts])].map(
      ({ author }) => author,
    ),
    paths: [...notes.map(({ anchor }) => anchor.file), ...notesFiles.map(({ uri }) => uri)],
    names: [...files.map(({ caseName }) => caseName), ...notesFiles.map(({ uri }) => caseNameIn(uri))],
  };
}

/** `PC-0042` of `notes/PC-0042.comgmt.json`. */
function caseNameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.comgmt\.json$/i, '');
}

/** A notes file to go with the redacted copy of its case. */
export interface RedactedNotes {
  readonly text: string;
  /** What could not be read of the file and is not in the copy. */
  readonly problems: readonly string[];
}

/**
 * Redacts the notes files of a case, one after the other: the notes with pseudonyms, tied to the lines of the copy.
 * Fields that this version does not know are left out, as they could hold anything. Null for a file that a newer version
 * wrote. `readings` are those that the copy was made of; `logs` tells which components name nobody.
 */
export function createNotesRedactor(
  readings: readonly Reading[],
  copy: RedactedCase,
  logs: readonly LogEntry[],
): (text: string) => RedactedNotes | null {
  const known = new Set(logs.flatMap(({ name, aliases, components }) => [name, ...aliases, ...components]));
  const move = anchorMover(readings, copy, known);
  const idOf = createIds();
  return (text) => {
    const { file, problems, isNewer } = parseNotes(text);
    if (isNewer) return null;
    return { text: serialiseNotes(redactedFile(file, copy.redact, idOf, move)), problems };
  };
}

type Redact = (text: string) => string;

function redactedFile(
  { caseName, notes, deleted }: NotesFile,
  redact: Redact,
  idOf: (id: string) => string,
  move: (anchor: Anchor) => Anchor,
): NotesFile {
  return {
    caseName: redact(caseName),
    notes: notes.map((note) => redactedNote(note, redact, idOf, move)),
    deleted: deleted.map(({ id, time }) => ({ id: idOf(id), time })),
    extra: {},
  };
}

/**
 * Ids are drawn by lot and stay, so that the notes can be merged. One that is written by hand may name somebody, and
 * gets another one, the same in all notes files of the case.
 */
function createIds(): (id: string) => string {
  const own = new Map<string, string>();
  return (id) => {
    if (uuid.test(id)) return id;
    const known = own.get(id) ?? `note-${own.size + 1}`;
    own.set(id, known);
    return known;
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function redactedNote(
  note: Note,
  redact: Redact,
  idOf: (id: string) => string,
  move: (anchor: Anchor) => Anchor,
): Note {
  const by = <Said extends { readonly author: string }>(said: Said): Said => ({
    ...said,
    author: redact(said.author),
  });
  return {
    ...note,
    id: idOf(note.id),
    stage: note.stage === null ? null : redact(note.stage),
    anchor: move(note.anchor),
    comments: note.comments.map((comment) => ({
      ...by(comment),
      id: idOf(comment.id),
      markdown: redact(comment.markdown),
      edits: comment.edits.filter((edit) => moment.test(edit)),
      extra: {},
    })),
    changes: note.changes.map(by),
    conflicts: note.conflicts.map((conflict) => ({ ...by(conflict), value: redact(conflict.value) })),
    extra: {},
  };
}

/** Finds the line of an anchor in the case, and ties it to the same line of the copy. */
function anchorMover(
  readings: readonly Reading[],
  copy: RedactedCase,
  components: ReadonlySet<string>,
): (anchor: Anchor) => Anchor {
  const anchors = new Anchors();
  const originals = readings.map(wholeFile);
  const copies = new Map(copy.readings.map((reading) => [reading.path, wholeFile(reading)]));
  return (anchor) => {
    const found: FoundAnchor = anchors.find(anchor, originals);
    if (found.how === 'not-found') return lost(anchor, copy, components);
    const place = copy.placeOf(found.place);
    const file = copies.get(place.file);
    return (file === undefined ? null : anchors.make(file, place.start)) ?? lost(anchor, copy, components);
  };
}

/**
 * A line that is in none of the files keeps what it said, with pseudonyms, and its component if that is one that many
 * devices have. Its hashes are of the original's words, by
 * which one could try out what was replaced.
 */
function lost(anchor: Anchor, copy: RedactedCase, components: ReadonlySet<string>): Anchor {
  const text = copy.redact(anchor.text);
  const redacted = (part: string | null): string | null => (part === null ? null : copy.redact(part));
  return {
    ...anchor,
    file: copy.pathOf(anchor.file),
    fileHead: { lines: 0, hash: hashOf('') },
    time: momentOrNull(anchor.time),
    utc: momentOrNull(anchor.utc),
    component: components.has(anchor.component) ? anchor.component : '',
    container: redacted(anchor.container),
    name: redacted(anchor.name),
    text,
    hash: hashOf(text),
    before: null,
    after: null,
  };
}

/** What should be a time and is none could be anything. */
function momentOrNull(time: string | null): string | null {
  return time !== null && moment.test(time) ? time : null;
}

const moment = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,15}Z?$/;
