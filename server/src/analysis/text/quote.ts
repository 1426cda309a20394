/** Characters of a message that evidence quotes. */
const quotedCharacters = 400;

/** The beginning of what stands from `start` to before `end`, as evidence quotes it: a view on the text. */
export function quoteIn(text: string, start: number, end: number): string {
  return text.slice(start, Math.min(end, start + quotedCharacters));
}
