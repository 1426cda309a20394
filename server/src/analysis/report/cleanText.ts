/**
 * Text of a file as it may stand in a report: terminal escape sequences are gone, control characters and those that
 * hide or reorder what follows are replaced by a mark, line ends are `\n`. Escaping for a format comes on top.
 * At most `limit` characters.
 */
export function cleanText(text: string, limit: number): string {
  // Only the head is looked at, as a message may be many megabytes long.
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const clean = head
    .replace(terminalSequence, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(
      /[^\P{Cc}\n\t]|[\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu,
      '\ufffd',
    );
  return clean.length > limit ? `${wholeCharacters(clean, limit - 1)}…` : clean;
}

/** The same on one line: runs of blanks and line ends become one blank. */
export function cleanLine(text: string, limit: number): string {
  return cleanText(text.length > limit * 4 ? text.slice(0, limit * 4) : text, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[^]*$/, (line) => (line.length > limit ? `${wholeCharacters(line, limit - 1)}…` : line));
}

/** The first characters, without half of a surrogate pair at the end. */
function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

const escape = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);

/**
 * What a terminal would obey: `ESC [ … letter` (also with the one-character form of `ESC [`), `ESC ] … BEL` and its
 * kin, `ESC` with one character. No part can run over another `ESC`, so that the time is linear.
 */
const terminalSequence = new RegExp(
  [
    `(?:${escape}\\[|\u009b)[0-?]*[ -/]*[@-~]?`,
    `${escape}[\\]PX^_][^${bell}${escape}\\n]*(?:${bell}|${escape}\\\\)?`,
    `${escape}[ -~]?`,
  ].join('|'),
  'g',
);
