import type { CodeContext, CodeEntry, CodeRelevance, CodeTable, SymbolNumber } from '../types.ts';
import { numberSpaces } from './numberSpaces.ts';

/** What the rows of one group share; see generate.ts for the format. */
interface Group {
  readonly signIn: boolean;
  readonly family: string;
  readonly source: string;
  readonly check: string;
  readonly relevance: CodeRelevance;
  readonly meaningBy: CodeEntry['meaningBy'];
  readonly context: CodeContext;
  readonly prefix: string;
}

/** Where the rows stand: parallel columns, and their order by value. */
interface RowIndex {
  readonly groups: readonly Group[];
  readonly groupOf: readonly number[];
  /** Offset of the first tab of the row, or of its end when it has no texts. */
  readonly textAt: readonly number[];
  /** Sorted values of the HRESULT rows; equal values keep the order of the file. */
  readonly values: Uint32Array;
  /** Row for each of `values`. */
  readonly rows: Uint32Array;
  readonly signIn: ReadonlyMap<number, number>;
}

/** Room for row numbers beside a value in one exact double, to sort both at once. */
const rowSpace = 0x10000;

/**
 * Reads the compact table that generate.ts makes. Only numbers are read here; an entry becomes an object when it
 * is looked up, and is kept then. Throws when the text is not a code table: it is a part of the product.
 */
export function parseCodeTable(compact: string): CodeTable {
  const index = readIndex(compact);
  // Names are asked for by people only, so they are sorted out when the first one is.
  let symbols: ReadonlyMap<string, readonly SymbolNumber[]> | undefined;
  const known: Record<CodeContext, Map<number, readonly CodeEntry[]>> = {
    general: new Map(),
    'ccmsetup-exit': new Map(),
    'legacy-enrollment': new Map(),
  };
  return {
    size: index.groupOf.length,
    numberSpaces,
    lookup(value, context = 'general') {
      const kept = known[context].get(value);
      if (kept) {
        return kept;
      }
      const entries = readEntries(compact, index, value, context);
      if (entries.length > 0) {
        known[context].set(value, entries);
      }
      return entries;
    },
    lookupSignIn(aadsts) {
      const row = index.signIn.get(aadsts);
      return row === undefined ? null : readEntry(compact, index, row, aadsts);
    },
    lookupSymbol(symbol) {
      symbols ??= readSymbols(compact, index);
      return symbols.get(symbolKey(symbol)) ?? [];
    },
  };
}

function readIndex(text: string): RowIndex {
  if (!text.startsWith('comgmt-codes 1\n')) {
    throw new Error('Not a code table');
  }
  const words: string[] = [];
  const groups: Group[] = [];
  const groupOf: number[] = [];
  const textAt: number[] = [];
  const keys: number[] = [];
  const signIn = new Map<number, number>();
  let value = 0;
  for (let start = text.indexOf('\n') + 1; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const first = text.charAt(start);
    if (first === '$') {
      words.push(text.slice(start + 1, end));
    } else if (first === '#' || first === '@') {
      groups.push(readGroup(text.slice(start, end), words));
      value = 0;
    } else {
      const tab = hexEnd(text, start);
      value += Number.parseInt(text.slice(start, tab), 16);
      const row = groupOf.length;
      groupOf.push(groups.length - 1);
      textAt.push(tab);
      if (groups[groups.length - 1]?.signIn) {
        signIn.set(value, row);
      } else {
        keys.push(value * rowSpace + row);
      }
    }
    start = end + 1;
  }
  const sorted = Float64Array.from(keys).sort();
  return {
    groups,
    groupOf,
    textAt,
    values: Uint32Array.from(sorted, (key) => Math.floor(key / rowSpace)),
    rows: Uint32Array.from(sorted, (key) => key % rowSpace),
    signIn,
  };
}

function readGroup(line: string, words: readonly string[]): Group {
  const cells = line.slice(1).split('\t');
  const word = (column: number): string => words[Number(cells[column])] ?? '';
  return {
    signIn: line.startsWith('@'),
    family: word(0),
    source: word(1),
    check: word(2),
    relevance: cells[3] === 'h' ? 'high' : cells[3] === 'm' ? 'medium' : 'low',
    meaningBy: cells[4] === 'h' ? 'hand' : cells[4] === 'r' ? 'rule' : 'name-only',
    context: cells[5] === 'c' ? 'ccmsetup-exit' : cells[5] === 'l' ? 'legacy-enrollment' : 'general',
    prefix: cells[6] ?? '',
  };
}

function hexEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) > 0x20) {
    at++;
  }
  return at;
}

/** The rows of a number that hold in a context: those of the context itself first, then the general ones. */
function readEntries(
  text: string,
  index: RowIndex,
  value: number,
  context: CodeContext,
): readonly CodeEntry[] {
  const own: CodeEntry[] = [];
  const others: CodeEntry[] = [];
  for (let at = firstAtLeast(index.values, value); index.values[at] === value; at++) {
    const row = index.rows[at] ?? 0;
    const rowContext = index.groups[index.groupOf[row] ?? 0]?.context;
    if (rowContext === context) {
      own.push(readEntry(text, index, row, value));
    } else if (rowContext !== 'ccmsetup-exit') {
      // An exit code of ccmsetup means nothing outside of it; the old enrollment codes are still worth a mention.
      others.push(readEntry(text, index, row, value));
    }
  }
  return [...own, ...others];
}

function readSymbols(text: string, index: RowIndex): ReadonlyMap<string, readonly SymbolNumber[]> {
  const found = new Map<string, SymbolNumber[]>();
  const add = (row: number, number: SymbolNumber): void => {
    const { symbol } = readEntry(text, index, row, number.value);
    // A row of the same error in two number spaces carries both names: ERROR_ACCESS_DENIED/E_ACCESSDENIED.
    for (const name of symbol?.split('/') ?? []) {
      const key = symbolKey(name);
      const numbers = found.get(key) ?? [];
      if (!numbers.some(({ kind, value }) => kind === number.kind && value === number.value)) {
        found.set(key, [...numbers, number]);
      }
    }
  };
  index.rows.forEach((row, at) => {
    add(row, { kind: 'code', value: index.values[at] ?? 0 });
  });
  for (const [value, row] of index.signIn) add(row, { kind: 'sign-in', value });
  return found;
}

/** People leave out underscores, as some headers do. */
function symbolKey(symbol: string): string {
  return symbol.replaceAll('_', '').toUpperCase();
}

function readEntry(text: string, index: RowIndex, row: number, value: number): CodeEntry {
  const group = index.groups[index.groupOf[row] ?? 0];
  if (!group) {
    throw new Error('The code table has a row without a group');
  }
  const from = index.textAt[row] ?? 0;
  const end = text.indexOf('\n', from);
  const cells = text.slice(from + 1, end).split('\t');
  const symbol = group.prefix + (cells[0] ?? '');
  return {
    value,
    symbol: symbol === '' ? null : symbol,
    family: group.family,
    meaning: cells[1] ?? '',
    cause: cells[2] || null,
    remedy: cells[3] || null,
    relevance: group.relevance,
    source: group.source,
    meaningBy: group.meaningBy,
    check: group.check,
    sameAs: cells[4] ? cells[4].split(' ').map((hex) => Number.parseInt(hex, 16)) : [],
  };
}

function firstAtLeast(values: Uint32Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
