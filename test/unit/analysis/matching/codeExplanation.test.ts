import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildCodeTable } from '../../../../server/src/catalogue/codes/generate.ts';
import { parseCodeTable } from '../../../../server/src/catalogue/codes/table.ts';
import {
  explainCode,
  explainSignInError,
  formatHex,
  toSigned,
  type CodeExplanation,
} from '../../../../server/src/analysis/matching/codeExplanation.ts';

const source = new URL('../../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
const table = parseCodeTable(buildCodeTable(readFileSync(source, 'utf8')));

/** One code for each decode rule: the part of the explanation that tells which rule was used. */
const samples: readonly (readonly [value: number, rule: string, expected: Partial<CodeExplanation>])[] = [
  [0x80180018, 'exact row', { symbol: 'MENROLL_E_USER_LICENSE', via: null, known: true }],
  [0x80070005, 'exact row of a Win32 HRESULT', { symbol: 'ERROR_ACCESS_DENIED/E_ACCESSDENIED', via: null }],
  [1603, 'small number', { symbol: 'ERROR_INSTALL_FAILURE', via: 'Win32 error 1603' }],
  [
    12002,
    'small number of WinHTTP',
    { via: 'WinINet or WinHTTP error 12002 in its plain form', known: true },
  ],
  [
    0x801901ae,
    'HTTP status without a row',
    {
      meaning: 'HTTP status 430, the server refused the request. The table has no name for it.',
      known: false,
    },
  ],
  [
    0x80192ef3,
    'WinHTTP in the HTTP facility',
    { via: 'WinINet or WinHTTP error 12019 in an HTTP HRESULT', known: true },
  ],
  [0xcaa301ad, 'HTTP status in a sign-in error', { via: 'HTTP status 429 in a sign-in error', known: true }],
  [0x87d10255, 'SyncML status without a row', { via: 'SyncML status 597 (0x87D10000 + 597)', known: false }],
  [
    0xd000006d,
    'wrapped NTSTATUS',
    { symbol: 'STATUS_LOGON_FAILURE', via: 'NTSTATUS 0xC000006D wrapped as an HRESULT' },
  ],
  [
    0xd0090016,
    'security error as a wrapped NTSTATUS',
    {
      symbol: 'NTE_BAD_KEYSET',
      via: 'NTSTATUS 0xC0090016 wrapped as an HRESULT; the same number as 0x80090016',
    },
  ],
  [
    0xc0000225,
    'NTSTATUS without a row',
    {
      meaning: 'NTSTATUS 0xC0000225, an error of the system itself. The table has no name for it.',
      known: false,
    },
  ],
  [0x80078888, 'unnamed Win32 error', { symbol: null, via: 'Win32 error 34952', cause: null, known: false }],
  [0x800700ae, 'name only', { symbol: 'ERROR_ATOMIC_LOCKS_NOT_SUPPORTED', known: true }],
  [
    0x80181234,
    'bits of a known facility',
    {
      meaning:
        'The table does not hold this number. Its parts: failure, facility 24 (MDM enrollment), code 4660.',
      certainty: 'Read from the bits of the number; its meaning is not known.',
      symbol: null,
      cause: null,
      remedy: null,
      known: false,
    },
  ],
  [
    0x8f123456,
    'bits of an unknown facility',
    {
      meaning:
        'The table does not hold this number. Its parts: failure, facility 1810, which has no known name, code 13398.',
      known: false,
    },
  ],
];

describe('explainCode', () => {
  for (const [value, rule, expected] of samples) {
    it(`${formatHex(value)}: ${rule}`, () => {
      const explanation = explainCode(table, value);
      const told = Object.fromEntries(
        Object.keys(expected).map((key) => [key, explanation[key as keyof CodeExplanation]]),
      );
      assert.deepEqual(told, expected);
    });
  }

  it('gives the numbers in all three forms', () => {
    const { title, unsigned, signed } = explainCode(table, 0x8018002b);
    assert.deepEqual([title, unsigned, signed], ['0x8018002B', '2149056555', '-2145910741']);
    assert.equal(toSigned(0x8018002b), -2145910741);
  });

  it('shows both numbers of the two names on which sources differ', () => {
    const others = [0x8018002a, 0x80180030, 0x8018002b, 0x80180031].map(
      (value) => explainCode(table, value).alsoKnownAs[0]?.split(' ')[0],
    );
    assert.deepEqual(others, ['0x80180030', '0x8018002A', '0x80180031', '0x8018002B']);
    assert.match(explainCode(table, 0x8018002b).certainty, /Sources differ/);
  });

  it('lets the context choose where one number has two meanings', () => {
    assert.equal(explainCode(table, 0x80190003).symbol, 'HTTP_E_STATUS_UNEXPECTED_REDIRECTION');
    assert.match(explainCode(table, 0x80190003).alsoKnownAs.join(), /MREGISTER_E_DEVICE_AUTHORIZATION_ERROR/);
    assert.equal(
      explainCode(table, 0x80190003, 'legacy-enrollment').symbol,
      'MREGISTER_E_DEVICE_AUTHORIZATION_ERROR',
    );
    assert.equal(explainCode(table, 7, 'ccmsetup-exit').family, 'ccmsetup.exe exit code');
    assert.equal(explainCode(table, 7).symbol, 'ERROR_ARENA_TRASHED');
    assert.equal(explainCode(table, 0).symbol, 'ERROR_SUCCESS');
  });

  it('never throws and always has a sentence', () => {
    for (let value = 0; value <= 0xffffffff; value += 0x10001 * 7) {
      assert.match(explainCode(table, value).meaning, /\S/);
    }
  });
});

describe('explainSignInError', () => {
  it('explains a known number and says that an unknown one is not in the table', () => {
    assert.equal(explainSignInError(table, 50076).symbol, 'UserStrongAuthClientAuthNRequired');
    const unknown = explainSignInError(table, 12345);
    assert.deepEqual([unknown.title, unknown.known, unknown.cause], ['AADSTS12345', false, null]);
  });
});
