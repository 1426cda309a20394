import type { Reading } from '../caseAnalysis.ts';
import { Anchors } from '../notes/anchors.ts';
import type { FoundAnchor } from '../notes/findAnchor.ts';
import type { Anchor, Note, NotesFile } from '../notes/note.ts';
import { parseNotes, serialiseNotes } from '../notes/notesFile.ts';
import { wholeFile } from '../notes/stretch.ts';
import { hashOf } from '../notes/textHash.ts';
import type { WordsBeside } from './plan.ts';
import type { RedactedCase } from './redactCase.ts';

/** What the notes of a file say, and who says it. */
export function wordsOfNotes(texts: readonly string[]): WordsBeside {
  const files = texts.map((text) => parseNotes(text).file);
  const notes = files.flatMap((file) => file.notes);
  const comments = notes.flatMap((note) => note.comments);
  return {
    texts: [
      ...files.map(({ caseName }) => caseName),
      ...comments.map(({ markdown }) => markdown),
      ...notes.map(({ anchor }) => anchor.text),
    ],
    people: [...comments, ...notes.flatMap(({ changes, conflicts }) => [...changes, ...conflicts])].map(
      ({ author }) => author,
    ),
  };
}

/** A notes file to go with the redacted copy of its case. */
export interface RedactedNotes {
  readonly text: string;
  /** What could not be read of the file and is not in the copy. */
  readonly problems: readonly string[];
}

/**
 * The notes with pseudonyms, tied to the lines of the copy. Fields that this version does not know are left out, as
 * they could hold anything. Null for a file that a newer version wrote. `readings` are those that the copy was made of.
 */
export function redactNotes(
  text: string,
  readings: readonly Reading[],
  copy: RedactedCase,
): RedactedNotes | null {
  const { file, problems, isNewer } = parseNotes(text);
  if (isNewer) return null;
  const move = anchorMover(readings, copy);
  return { text: serialiseNotes(redactedFile(file, copy.redact, move)), problems };
}

type Redact = (text: string) => string;

function redactedFile(
  { caseName, notes, deleted }: NotesFile,
  redact: Redact,
  move: (anchor: Anchor) => Anchor,
): NotesFile {
  return {
    caseName: redact(caseName),
    notes: notes.map((note) => redactedNote(note, redact, move)),
    deleted: deleted.map(({ id, time }) => ({ id: redactedId(id, redact), time })),
    extra: {},
  };
}

/** Ids are drawn by lot and stay, so that the notes can be merged; but a file written by hand may name somebody there. */
function redactedId(id: string, redact: Redact): string {
  return uuid.test(id) ? id : redact(id);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function redactedNote(note: Note, redact: Redact, move: (anchor: Anchor) => Anchor): Note {
  const by = <Said extends { readonly author: string }>(said: Said): Said => ({
    ...said,
    author: redact(said.author),
  });
  return {
    ...note,
    id: redactedId(note.id, redact),
    stage: note.stage === null ? null : redact(note.stage),
    anchor: move(note.anchor),
    comments: note.comments.map((comment) => ({
      ...by(comment),
      id: redactedId(comment.id, redact),
      markdown: redact(comment.markdown),
      extra: {},
    })),
    changes: note.changes.map(by),
    conflicts: note.conflicts.map((conflict) => ({ ...by(conflict), value: redact(conflict.value) })),
    extra: {},
  };
}

/** Finds the line of an anchor in the case, and ties it to the same line of the copy. */
function anchorMover(readings: readonly Reading[], copy: RedactedCase): (anchor: Anchor) => Anchor {
  const anchors = new Anchors();
  const originals = readings.map(wholeFile);
  const copies = new Map(copy.readings.map((reading) => [reading.path, wholeFile(reading)]));
  return (anchor) => {
    const found: FoundAnchor = anchors.find(anchor, originals);
    if (found.how === 'not-found') return lost(anchor, copy);
    const place = copy.placeOf(found.place);
    const file = copies.get(place.file);
    return (file === undefined ? null : anchors.make(file, place.start)) ?? lost(anchor, copy);
  };
}

/**
 * A line that is in none of the files keeps what it said, with pseudonyms. Its hashes are of the original's words, by
 * which one could try out what was replaced.
 */
function lost(anchor: Anchor, copy: RedactedCase): Anchor {
  const text = copy.redact(anchor.text);
  const redacted = (part: string | null): string | null => (part === null ? null : copy.redact(part));
  return {
    ...anchor,
    file: copy.pathOf(anchor.file),
    fileHead: { lines: 0, hash: hashOf('') },
    component: copy.redact(anchor.component),
    container: redacted(anchor.container),
    name: redacted(anchor.name),
    text,
    hash: hashOf(text),
    before: null,
    after: null,
  };
}
