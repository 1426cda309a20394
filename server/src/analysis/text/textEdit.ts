/** A stretch of a text that was replaced: `[start, oldEnd)` of the old text is `[start, newEnd)` of the new one. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The one edit that does what two do, the second after the first. It covers both and what lies between them. */
export function mergeEdits(first: TextEdit, second: TextEdit): TextEdit {
  const firstShift = first.newEnd - first.oldEnd;
  const secondShift = second.newEnd - second.oldEnd;
  // The second speaks of the text between; what of it lies behind the first edit stood elsewhere in the old text.
  return {
    start: Math.min(first.start, second.start),
    oldEnd: Math.max(first.oldEnd, second.oldEnd - firstShift),
    newEnd: Math.max(first.newEnd + secondShift, second.newEnd),
  };
}
