/** What is whole in a damaged JSON file. */

/**
 * The objects that look like notes (they hold an `anchor`) and are whole, in order. A note that is torn swallows
 * none of its neighbours: the search goes on inside of it. Linear in the text.
 */
export function completeObjectsIn(text: string): readonly unknown[] {
  const found: unknown[] = [];
  const open: Opened[] = [];
  const mark = /[{}\n]|"(?:[^"\\\n]|\\.)*"?/g;
  for (const { 0: token, index } of text.matchAll(mark)) {
    const innermost = open.at(-1);
    if (token === '{') open.push({ start: index, hasAnchor: false });
    else if (token === '"anchor"' && innermost !== undefined) innermost.hasAnchor = true;
    else if (token === '}') {
      const closed = open.pop();
      if (closed?.hasAnchor !== true || open.length > deepestNote) continue;
      const value = parsed(text.slice(closed.start, index + 1));
      if (value !== undefined) found.push(value);
    }
  }
  return found;
}

/** A note lies in the list of the file; deeper than a few levels is none, and looking at each would take long. */
const deepestNote = 4;

interface Opened {
  readonly start: number;
  hasAnchor: boolean;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
