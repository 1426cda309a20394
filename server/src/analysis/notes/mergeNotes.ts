import { mergeComments } from './mergeComments.ts';
import type { Change, Conflict, Deletion, Note, NoteFields, NotesFile } from './note.ts';

/**
 * What two copies of the notes of a case say together. Nothing is overwritten silently: of what two people set
 * without knowing of each other the later counts, and the other stays as a conflict. What somebody deleted stays
 * away, unless somebody else wrote to it later. The order of the two makes no difference.
 */
export function mergeNotes(left: NotesFile, right: NotesFile): NotesFile {
  const deleted = mergeDeletions(left.deleted, right.deleted);
  const others = new Map(right.notes.map((note) => [note.id, note]));
  const both = left.notes.map((note) => {
    const other = others.get(note.id);
    others.delete(note.id);
    return other === undefined ? note : mergeNote(note, other);
  });
  const notes = [...both, ...others.values()]
    .map((note) => withoutDeletedComments(note, deleted))
    .filter((note) => !isDeleted(note, deleted))
    .sort(inWalkOrder);
  const alive = new Set(notes.flatMap(({ id, comments }) => [id, ...comments.map((comment) => comment.id)]));
  return {
    caseName: left.caseName === '' ? right.caseName : left.caseName,
    notes,
    deleted: [...deleted.values()].filter(({ id }) => !alive.has(id)).sort(byId),
    extra: { ...right.extra, ...left.extra },
  };
}

/** The order of the walk: as the author put them, else as they were made. */
export function inWalkOrder(left: Note, right: Note): number {
  return left.order - right.order || compare(left.id, right.id);
}

function mergeNote(one: Note, other: Note): Note {
  const [later, earlier] = isLater(one, other) ? [one, other] : [other, one];
  const comments = mergeComments(one.comments, other.comments);
  const changes = mergeChanges(one.changes, other.changes);
  const base = { ...later, comments, changes, extra: { ...earlier.extra, ...later.extra } };
  if (knew(later, earlier)) return base;
  const conflicts = mergeConflicts([...one.conflicts, ...other.conflicts, ...conflictsOf(later, earlier)]);
  return {
    ...base,
    // What is as it was at the beginning was not set by anybody, so it contradicts nobody.
    mark: later.mark ?? earlier.mark,
    stage: later.stage ?? earlier.stage,
    pinned: later.pinned || earlier.pinned,
    conflicts,
  };
}

function conflictsOf(later: Note, earlier: Note): readonly Conflict[] {
  const by = lastChange(earlier);
  return (['mark', 'stage'] as const).flatMap((field) => {
    const value = earlier[field];
    return value === null || later[field] === null || later[field] === value ? [] : [{ field, value, ...by }];
  });
}

/** Whether the later copy was made with the earlier one at hand. */
function knew(later: Note, earlier: Note): boolean {
  const { author, time } = lastChange(earlier);
  if (sameFields(later, earlier))
    return earlier.conflicts.length === 0 || later.changes.length > earlier.changes.length;
  const known = later.changes.some((change) => change.author === author && change.time === time);
  return known && later.changes.length > earlier.changes.length;
}

function sameFields(left: NoteFields, right: NoteFields): boolean {
  return (
    left.state === right.state &&
    left.mark === right.mark &&
    left.stage === right.stage &&
    left.pinned === right.pinned &&
    left.order === right.order
  );
}

function isLater(one: Note, other: Note): boolean {
  const order =
    compare(lastChange(one).time, lastChange(other).time) || compare(fieldsText(one), fieldsText(other));
  return order >= 0;
}

/** Something to decide by where the times are equal, so that the order of the two copies makes no difference. */
function fieldsText({ state, mark, stage, pinned, order, conflicts }: Note): string {
  return JSON.stringify([conflicts, state, mark, stage, pinned, order]);
}

function lastChange({ changes, comments }: Note): Change {
  const last = changes.at(-1) ?? comments[0];
  return { author: last?.author ?? '', time: last?.time ?? '' };
}

function mergeChanges(left: readonly Change[], right: readonly Change[]): readonly Change[] {
  const all = new Map([...left, ...right].map((change) => [`${change.time}\u0001${change.author}`, change]));
  return [...all].sort(([one], [other]) => compare(one, other)).map(([, change]) => change);
}

function mergeConflicts(conflicts: readonly Conflict[]): readonly Conflict[] {
  const key = ({ time, author, field, value }: Conflict): string =>
    JSON.stringify([time, author, field, value]);
  const all = new Map(conflicts.map((conflict) => [key(conflict), conflict]));
  return [...all].sort(([one], [other]) => compare(one, other)).map(([, conflict]) => conflict);
}

function mergeDeletions(
  left: readonly Deletion[],
  right: readonly Deletion[],
): ReadonlyMap<string, Deletion> {
  const latest = new Map<string, Deletion>();
  for (const deletion of [...left, ...right]) {
    const known = latest.get(deletion.id);
    if (known === undefined || known.time < deletion.time) latest.set(deletion.id, deletion);
  }
  return latest;
}

function withoutDeletedComments(note: Note, deleted: ReadonlyMap<string, Deletion>): Note {
  const comments = note.comments.filter(
    ({ id, time, edits }) => (deleted.get(id)?.time ?? '') < (edits.at(-1) ?? time),
  );
  return comments.length === note.comments.length ? note : { ...note, comments };
}

function isDeleted(note: Note, deleted: ReadonlyMap<string, Deletion>): boolean {
  const deletion = deleted.get(note.id);
  if (deletion === undefined) return false;
  const touched = [lastChange(note).time, ...note.comments.map(({ time, edits }) => edits.at(-1) ?? time)];
  return touched.every((time) => time <= deletion.time);
}

function byId(left: Deletion, right: Deletion): number {
  return compare(left.id, right.id);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
