/**
 * The matches of a pattern that never crosses a line break, looked for only in lines that hold what every match of it
 * needs, within itself or before it. Most patterns are rare, and finding a fixed text is many times faster than trying
 * a pattern at every place. The lines keep their breaks, so that a pattern sees the same ends as in the whole text.
 */
export function* matchesNear(
  text: string,
  needed: string | RegExp,
  pattern: RegExp,
): Generator<RegExpExecArray> {
  for (let at = nextOf(text, needed, 0); at >= 0;) {
    const start = text.lastIndexOf('\n', at) + 1;
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak < 0 ? text.length : lineBreak + 1;
    for (const match of text.slice(start, end).matchAll(pattern)) {
      match.index += start;
      yield match;
    }
    at = end >= text.length ? -1 : nextOf(text, needed, end);
  }
}

function nextOf(text: string, needed: string | RegExp, from: number): number {
  if (typeof needed === 'string') return text.indexOf(needed, from);
  needed.lastIndex = from;
  return needed.exec(text)?.index ?? -1;
}
