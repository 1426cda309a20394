/** A known text, found in another. */
export interface TermHit {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/** Finds known texts where they stand as words of their own, in any case. */
export interface Terms {
  /** In the order of the text, without overlaps; the longest of several. Linear in the text. */
  find(text: string): readonly TermHit[];
}

/** `key`s by what stands for them, in lower case. */
export function createTerms(terms: ReadonlyMap<string, string>): Terms {
  const root = makeNode();
  for (const [term, key] of terms) {
    let node = root;
    for (const character of term) node = childOf(node, character);
    node.key ??= key;
  }
  const begins = firstCharacters(terms.keys());
  return {
    find(text) {
      if (terms.size === 0) return [];
      const hits: TermHit[] = [];
      let at = 0;
      while (at < text.length) {
        // Most characters begin no term; a look into a table is all that they need.
        const code = text.charCodeAt(at);
        if (code < 0x80 && begins[code] === 0) {
          at++;
          continue;
        }
        const hit = beginsWord(text, at) ? longestAt(root, text, at) : null;
        if (hit !== null) hits.push(hit);
        at = hit?.end ?? at + 1;
      }
      return hits;
    },
  };
}

/** 1 for each ASCII character that a term begins with, in either case. */
function firstCharacters(terms: Iterable<string>): Uint8Array {
  const begins = new Uint8Array(0x80);
  for (const term of terms) {
    for (const first of [term.charAt(0).toLowerCase(), term.charAt(0).toUpperCase()]) {
      if (first.charCodeAt(0) < 0x80) begins[first.charCodeAt(0)] = 1;
    }
  }
  return begins;
}

interface Node {
  readonly children: Map<string, Node>;
  key: string | null;
}

function makeNode(): Node {
  return { children: new Map(), key: null };
}

function childOf(node: Node, character: string): Node {
  const known = node.children.get(character);
  if (known !== undefined) return known;
  const made = makeNode();
  node.children.set(character, made);
  return made;
}

/** The longest term that begins here. Walks over line breaks of wrapped mail, and takes `%20` for a blank. */
function longestAt(root: Node, text: string, start: number): TermHit | null {
  let node: Node | undefined = root;
  let best: TermHit | null = null;
  let at = start;
  for (let depth = 0; at < text.length; depth++) {
    const wrap = depth >= shortestBeforeWrap ? wrapAt(text, at) : 0;
    at += wrap;
    const width: number = text.startsWith('%20', at) ? 3 : (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const character = width === 3 ? ' ' : text.slice(at, at + width).toLowerCase();
    for (const part of character) node = node?.children.get(part);
    if (node === undefined) break;
    at += width;
    if (node.key !== null && !isWordCharacter(text, at)) best = { start, end: at, key: node.key };
  }
  return best;
}

/** A break is looked over only inside a name, not at its start. */
const shortestBeforeWrap = 3;
const longestWrap = 24;

/** Length of a line break with the blanks and quotation marks of the next line; 0 where there is none. */
function wrapAt(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first !== 0x0d && first !== 0x0a) return 0;
  let end = at;
  while (end < text.length && end - at < longestWrap && ' \t\r\n>'.includes(text.charAt(end))) end++;
  return end - at;
}

/** Whether a word begins here: behind no letter or digit, or behind an escaped character (`%5C`, `\n`). */
function beginsWord(text: string, at: number): boolean {
  if (!isWordCharacter(text, at)) return false;
  if (!isWordCharacter(text, at - 1)) return true;
  if (text.charAt(at - 3) === '%' && /^[0-9a-f]{2}$/i.test(text.slice(at - 2, at))) return true;
  return text.charAt(at - 2) === '\\' && 'nrt'.includes(text.charAt(at - 1));
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
