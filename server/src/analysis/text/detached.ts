/**
 * The same text in memory of its own. Engines keep a slice as a view on the text that it was taken from, so a few
 * characters that are kept keep all of it; one that outlives a large text has to be detached first.
 */
export function detached(text: string): string {
  // Joining makes a new text, and the slice is a view on that one only.
  return `${text}.`.slice(0, -1);
}
