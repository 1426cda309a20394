/**
 * Makes the compact code table that is shipped from the source table, `error-codes.tsv`. The bundler runs this.
 *
 * The compact form is text, one line each:
 * - `comgmt-codes 1`, the header;
 * - `$text`: a word used by groups (family, source, check), numbered from 0 in the order of appearance;
 * - `#` or `@`, then `family source check relevance by context prefix` separated by tabs: a group of rows that share
 *   all of these. Family, source and check are numbers of words, the rest are one letter each, and `prefix` is what
 *   all symbols of the group begin with. `@` opens a group of AADSTS numbers;
 * - anything else is a row of the group above: the distance from the row before in hex (the first row of a group
 *   counts from 0), rest of the symbol, meaning, cause, remedy and same-as numbers in hex, separated by tabs,
 *   with empty columns at the end left out.
 */

/** Columns of the source table, in its order. */
const columns = [
  'code',
  'symbol',
  'family',
  'meaning',
  'cause',
  'remedy',
  'relevance',
  'source',
  'meaning_by',
  'check',
  'same_as',
] as const;

type SourceRow = Readonly<Record<(typeof columns)[number], string>> & {
  readonly value: number;
  readonly signIn: boolean;
};

/**
 * The compact table for a source table. Throws on a malformed source, with the line: this runs while building.
 */
export function buildCodeTable(tsv: string): string {
  const groups = groupRows(readRows(tsv));
  const words = new Map<string, number>();
  const body: string[] = [];
  for (const group of groups) {
    body.push(...groupLines(group, words));
  }
  const wordLines = [...words.keys()].map((word) => `$${word}`);
  return ['comgmt-codes 1', ...wordLines, ...body, ''].join('\n');
}

function readRows(tsv: string): SourceRow[] {
  const [header, ...lines] = tsv.split(/\r?\n/);
  if (header !== columns.join('\t')) {
    throw new Error('The code table has other columns than expected');
  }
  const rows: SourceRow[] = [];
  lines.forEach((line, index) => {
    if (line !== '') {
      rows.push(readRow(line, index + 2));
    }
  });
  return rows;
}

function readRow(line: string, lineNumber: number): SourceRow {
  const cells = line.split('\t');
  if (cells.length !== columns.length) {
    throw new Error(`Line ${lineNumber} of the code table has ${cells.length} columns`);
  }
  const named = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Record<
    (typeof columns)[number],
    string
  >;
  const hex = /^0x([0-9A-F]{8})$/.exec(named.code);
  const signIn = /^AADSTS([0-9]+)$/.exec(named.code);
  const value = hex ? Number.parseInt(hex[1] ?? '', 16) : Number(signIn?.[1] ?? Number.NaN);
  if (Number.isNaN(value)) {
    throw new Error(`Line ${lineNumber} of the code table has no code: ${named.code}`);
  }
  return { ...named, value, signIn: signIn !== null };
}

/** Rows that share everything but their own texts, each group in the order of its numbers; general rows first. */
function groupRows(rows: readonly SourceRow[]): SourceRow[][] {
  const groups = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const key = [row.signIn, row.family, row.source, row.check, row.relevance, row.meaning_by].join('\t');
    const group = groups.get(key);
    if (group) {
      group.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  const list = [...groups.values()];
  for (const group of list) {
    group.sort((a, b) => a.value - b.value);
  }
  return list.sort((a, b) => Number(contextLetter(a[0]) !== 'g') - Number(contextLetter(b[0]) !== 'g'));
}

function groupLines(group: readonly SourceRow[], words: Map<string, number>): string[] {
  const [first] = group;
  if (!first) {
    return [];
  }
  const prefix = commonPrefix(group.map((row) => row.symbol));
  const head = [
    number(words, first.family),
    number(words, first.source),
    number(words, first.check),
    letter(first.relevance, { high: 'h', medium: 'm', low: 'l' }),
    letter(first.meaning_by, { hand: 'h', rule: 'r', 'name-only': 'n' }),
    contextLetter(first),
    prefix,
  ];
  let previous = 0;
  const lines = group.map((row) => {
    const distance = (row.value - previous).toString(16);
    previous = row.value;
    const sameAs = row.same_as.replace(/0x/g, '');
    const cells = [distance, row.symbol.slice(prefix.length), row.meaning, row.cause, row.remedy, sameAs];
    return cells.join('\t').trimEnd();
  });
  return [`${first.signIn ? '@' : '#'}${head.join('\t')}`, ...lines];
}

function number(words: Map<string, number>, word: string): number {
  const known = words.get(word);
  if (known !== undefined) {
    return known;
  }
  words.set(word, words.size);
  return words.size - 1;
}

function letter(word: string, letters: Readonly<Record<string, string>>): string {
  const found = letters[word];
  if (found === undefined) {
    throw new Error(`The code table has an unknown word: ${word}`);
  }
  return found;
}

/** `c` for exit codes of ccmsetup, `l` for the enrollment codes of Windows 8, `g` for all others. */
function contextLetter(row: SourceRow | undefined): 'c' | 'l' | 'g' {
  if (row?.family.startsWith('ccmsetup.exe exit code')) {
    return 'c';
  }
  return row?.family.startsWith('MDM registration legacy') ? 'l' : 'g';
}

function commonPrefix(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) {
    while (!text.startsWith(first.slice(0, length))) {
      length--;
    }
  }
  return first.slice(0, length);
}
