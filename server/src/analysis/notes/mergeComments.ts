import type { NoteComment } from './note.ts';

/**
 * The comments of two copies of a note, oldest first. A comment that both have is taken as edited last; where both
 * sides edited it without knowing of each other, the other text stays beside it as a comment of its own.
 */
export function mergeComments(
  left: readonly NoteComment[],
  right: readonly NoteComment[],
): readonly NoteComment[] {
  const merged = new Map<string, NoteComment>();
  for (const comment of [...left, ...right]) {
    const known = merged.get(comment.id);
    for (const each of known === undefined ? [comment] : reconcile(known, comment)) merged.set(each.id, each);
  }
  return [...merged.values()].sort(byTime);
}

function reconcile(one: NoteComment, other: NoteComment): readonly NoteComment[] {
  if (one.markdown === other.markdown) {
    return [{ ...one, edits: [...new Set([...one.edits, ...other.edits])].sort() }];
  }
  const [later, earlier] = isLater(one, other) ? [one, other] : [other, one];
  if (knew(later, earlier)) return [later];
  const edited = lastEdit(earlier);
  // The same id in every copy, so that merging again adds nothing.
  return [later, { ...earlier, id: `${earlier.id}~${edited}` }];
}

/** A comment that was never edited is where every edit began. */
function knew(later: NoteComment, earlier: NoteComment): boolean {
  if (earlier.edits.length === 0) return later.edits.length > 0;
  return (
    later.edits.length > earlier.edits.length && earlier.edits.every((edit) => later.edits.includes(edit))
  );
}

function isLater(one: NoteComment, other: NoteComment): boolean {
  const [left, right] = [lastEdit(one), lastEdit(other)];
  return left === right ? one.markdown >= other.markdown : left > right;
}

function lastEdit({ time, edits }: NoteComment): string {
  return edits.at(-1) ?? time;
}

function byTime(left: NoteComment, right: NoteComment): number {
  if (left.time !== right.time) return left.time < right.time ? -1 : 1;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}
