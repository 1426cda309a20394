import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildCodeTable } from '../../../server/src/catalogue/codes/generate.ts';
import { lazyCodeTable } from '../../../server/src/catalogue/codes/lazyCodeTable.ts';
import { parseCodeTable } from '../../../server/src/catalogue/codes/table.ts';
import type { CodeContext, CodeEntry } from '../../../server/src/catalogue/types.ts';

const tsv = readFileSync(
  new URL('../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url),
  'utf8',
);
const compact = buildCodeTable(tsv);
const table = parseCodeTable(compact);
const rows = tsv
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t'));

function contextOf(family: string): CodeContext {
  if (family.startsWith('ccmsetup.exe')) return 'ccmsetup-exit';
  return family.startsWith('MDM registration legacy') ? 'legacy-enrollment' : 'general';
}

/** The entry that a row of the source must come back as. */
function entryOf(cells: readonly string[]): CodeEntry {
  const [
    code = '',
    symbol,
    family = '',
    meaning = '',
    cause,
    remedy,
    relevance,
    source = '',
    by,
    check = '',
    same = '',
  ] = cells;
  return {
    value: Number(code.replace('AADSTS', '')),
    symbol: symbol || null,
    family,
    meaning,
    cause: cause || null,
    remedy: remedy || null,
    relevance: relevance as CodeEntry['relevance'],
    source,
    meaningBy: by as CodeEntry['meaningBy'],
    check,
    sameAs: same === '' ? [] : same.split(' ').map(Number),
  };
}

/** Success codes and the like: there is no cause to tell. */
const noCause = new Set(['0x00000000', '0x00000007', '0x00180011', '0x80070669', '0x80070BC2']);

/** The codes that Microsoft's page on monitoring co-management lists for enrollment. */
const documentedForCoManagement = [
  0x8000ffff, 0x80180018, 0x8018002b, 0x8018002a, 0x80180014, 0x80180015, 0x80180002, 0x80070032, 0xcaa9004d,
  0xcaa10001, 0xcaa90014, 0xcaa9001f, 0xcaa70004, 0xcaa20003, 0x801901ad, 0x80070490, 0x82aa0008, 0x80180005,
  0x80192ee7, 0x80192ee2,
];

describe('the code table', () => {
  it('gives back every row of its source', () => {
    assert.equal(table.size, rows.length);
    for (const cells of rows) {
      const expected = entryOf(cells);
      const found = cells[0]?.startsWith('AADSTS')
        ? table.lookupSignIn(expected.value)
        : table
            .lookup(expected.value, contextOf(expected.family))
            .find(({ family }) => family === expected.family);
      assert.deepEqual(found, expected);
    }
  });

  it('is small', () => {
    assert.ok(compact.length < 350_000, `${compact.length} characters`);
  });

  it('knows the 20 codes documented for co-management, with cause and remedy', () => {
    assert.equal(documentedForCoManagement.length, 20);
    for (const code of documentedForCoManagement) {
      const [entry] = table.lookup(code);
      assert.ok(entry?.meaning && entry.cause && entry.remedy, `0x${code.toString(16)}`);
    }
  });

  it('knows every enrollment code from 0x80180001 to 0x80180033', () => {
    const unassigned = new Set([0x0c, 0x11, 0x2c, 0x2d, 0x2e, 0x2f]);
    for (let low = 1; low <= 0x33; low++) {
      const [entry] = table.lookup(0x80180000 + low);
      assert.equal(entry?.symbol?.startsWith('MENROLL_E_') ?? false, !unassigned.has(low), low.toString(16));
    }
    assert.equal(table.lookup(0x00180011)[0]?.symbol, 'MENROLL_S_ENROLLMENT_SUSPENDED');
  });

  it('explains every code that enrollment can produce', () => {
    for (const [code = '', , , meaning, cause, remedy] of rows.filter((cells) => cells[6] === 'high')) {
      assert.ok(meaning, `${code} has no meaning`);
      assert.ok(cause || noCause.has(code), `${code} has no cause`);
      assert.ok(remedy || noCause.has(code), `${code} has no remedy`);
    }
  });

  it('keeps exit codes of ccmsetup to themselves', () => {
    assert.deepEqual(table.lookup(6), []);
    assert.equal(table.lookup(6, 'ccmsetup-exit')[0]?.meaning, 'Client setup failed');
    assert.equal(table.lookup(0)[0]?.symbol, 'ERROR_SUCCESS');
    assert.equal(table.lookup(0, 'ccmsetup-exit')[0]?.family, 'ccmsetup.exe exit code');
  });

  it('puts the meaning that fits the context first where a number has two', () => {
    for (const low of [1, 3, 4, 5]) {
      const symbols = (context: CodeContext) =>
        table.lookup(0x80190000 + low, context).map(({ symbol }) => symbol?.split('_')[0]);
      assert.deepEqual(symbols('general'), ['HTTP', 'MREGISTER']);
      assert.deepEqual(symbols('legacy-enrollment'), ['MREGISTER', 'HTTP']);
    }
  });

  it('answers with nothing for what it does not hold', () => {
    assert.deepEqual(table.lookup(0x8f123456), []);
    assert.deepEqual(table.lookup(0xffffffff), []);
    assert.equal(table.lookupSignIn(1), null);
  });
});

describe('lazyCodeTable', () => {
  it('loads at the first look-up, once', () => {
    let loads = 0;
    const lazy = lazyCodeTable(() => {
      loads++;
      return compact;
    });
    assert.equal(loads, 0);
    assert.deepEqual(lazy.lookup(0x80180026), table.lookup(0x80180026));
    assert.equal(lazy.lookupSignIn(50076)?.value, 50076);
    assert.deepEqual(lazy.lookupSymbol('menroll_e_userlicense'), [{ kind: 'code', value: 0x80180018 }]);
    assert.equal(lazy.size, table.size);
    assert.equal(loads, 1);
  });

  it('asks again after a failed load', () => {
    const texts = ['not a table', compact];
    const lazy = lazyCodeTable(() => texts.shift() ?? '');
    assert.throws(() => lazy.lookup(1), /Not a code table/);
    assert.equal(lazy.size, table.size);
  });
});

describe('buildCodeTable', () => {
  const header = tsv.slice(0, tsv.indexOf('\n'));
  const broken: readonly (readonly [text: string, problem: RegExp])[] = [
    ['a\tb\n', /other columns/],
    [`${header}\n0x80180001\tX\n`, /Line 2 .* 2 columns/],
    [`${header}\n80180001\t\t\t\t\t\thigh\t\thand\t\t\n`, /Line 2 .* no code/],
    [`${header}\n0x80180001\t\t\t\t\t\thuge\t\thand\t\t\n`, /unknown word: huge/],
  ];
  for (const [text, problem] of broken) {
    it(`refuses a source: ${String(problem)}`, () => {
      assert.throws(() => buildCodeTable(text), problem);
    });
  }
});
