import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { buildCodeTable } from '../../../../server/src/catalogue/codes/generate.ts';
import { parseCodeTable } from '../../../../server/src/catalogue/codes/table.ts';
import { findCodes } from '../../../../server/src/analysis/matching/codes.ts';
import { formatHex } from '../../../../server/src/analysis/matching/hresult.ts';
import { knownNumbers } from '../../../../server/src/analysis/matching/knownNumbers.ts';
import { parseCode, parseCodes } from '../../../../server/src/analysis/matching/parseCode.ts';
import { findSignInErrors } from '../../../../server/src/analysis/matching/signInErrors.ts';
import { processorTime } from '../processorTime.ts';

const source = new URL('../../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
const table = parseCodeTable(buildCodeTable(readFileSync(source, 'utf8')));
const numbers = knownNumbers(table);

/** Text with every expected code in ⟦brackets⟧, and what each stands for and how it is written. */
type Sample = readonly [markedText: string, ...expected: string[]];

const found: readonly Sample[] = [
  // 0x and eight digits
  ['MDM enrollment failed with error code ⟦0x80180026⟧', '0x80180026 hex'],
  ['Failed (Unknown Win32 Error code: ⟦0x8018002b⟧)', '0x8018002B hex'],
  ['⟦0X80180018⟧ - the user has no licence', '0x80180018 hex'],
  ['Error: ⟦0xCAA2000C⟧ The request requires user interaction.', '0xCAA2000C hex'],
  ['エラー⟦0x87d00215⟧が発生しました。', '0x87D00215 hex'],
  ['blog text: ⟦0×80180026⟧', '0x80180026 hex'],
  ['HRESULT ⟦0xFFFFFFFF80070005⟧', '0x80070005 hex'],
  ['FAIL [⟦0x80072ee2⟧/⟦0x80070057⟧]', '0x80072EE2 hex', '0x80070057 hex'],
  ['Result ⟦0x8A150014⟧', '0x8A150014 hex'],
  ['Task state: last result ⟦0x00041303⟧', '0x00041303 hex'],
  ['Failed to open the process ⟦0x80070005⟧', '0x80070005 hex'],
  ['WinHttpSendRequest failed ⟦0x80078888⟧', '0x80078888 hex'],
  ['no token ⟦0x80078888⟧', '0x80078888 hex'],
  // bare eight digits
  ['Failed to sign in with error = ⟦80004005⟧.', '0x80004005 bare-hex'],
  ['GetObject() failed: ⟦80041002⟧', '0x80041002 bare-hex'],
  ['QueryValue, HRESULT=⟦80070002⟧ (utils.cpp,844)', '0x80070002 bare-hex'],
  ['hr=⟦8004da0e⟧', '0x8004DA0E bare-hex'],
  ['certificate problem {⟦800B010A⟧}', '0x800B010A bare-hex'],
  ['could not save (⟦80004005⟧)', '0x80004005 bare-hex'],
  ['Failed to enumerate instances of Contoso_Fan: ⟦8004100E⟧', '0x8004100E bare-hex'],
  ['Unsuccessful in releasing CON00001. ⟦80070490⟧.', '0x80070490 bare-hex'],
  // decimals
  ['Enrollment failed with code ⟦-2145910741⟧', '0x8018002B signed'],
  ['3: ⟦-2147287038⟧', '0x80030002 signed'],
  ['ErrorCode="⟦-2145844844⟧"', '0x80190194 signed'],
  ['Fehler ⟦\u22122147024891⟧', '0x80070005 signed'],
  ['returned error ⟦2149056522⟧', '0x8018000A unsigned'],
  ['(⟦0x8018000a⟧ - ⟦2149056522⟧)', '0x8018000A hex', '0x8018000A unsigned'],
  ['errorCode = ⟦3399548929⟧', '0xCAA10001 unsigned'],
  // small Win32 errors
  ['Installation failed with error code ⟦1603⟧', '0x00000643 unsigned'],
  ['exited with return code: ⟦1618⟧', '0x00000652 unsigned'],
  ['error status: ⟦1603⟧.', '0x00000643 unsigned'],
  ['Connecting failed, ErrorCode = ⟦0x2ee7⟧', '0x00002EE7 hex'],
  ['Win32 Error = ⟦5⟧', '0x00000005 unsigned'],
  ['last error ⟦0x00000001⟧', '0x00000001 hex'],
  ['Options=480, Code=⟦12007⟧, Text=ERROR_WINHTTP_NAME_NOT_RESOLVED', '0x00002EE7 unsigned'],
  ['CcmSetup is exiting with return code ⟦7⟧', '0x00000007 unsigned'],
  // Microsoft's misprint
  ['Failed (Unknown Win32 Error code: ⟦0x80180002b⟧)', '0x8018002B nine-digit'],
];

const notFound: readonly string[] = [
  '{80070005-1111-4222-8333-444444444444}',
  '11111111-2222-4333-8444-800700050000',
  'ScopeId_80070005_BDFB',
  'Flags=0x1304, Options=0xe0',
  'Flags = 0x80070005',
  'thread (0x1380)',
  'Executing op: RegOpenKey(Root=-2147483646,Key=SOFTWARE)',
  '<Keywords>0x8000000000000000</Keywords>',
  '"flags"=dword:80000000',
  'size 2147942405 bytes',
  'copied 2147942405 bytes',
  'SessionID = 4294967295',
  'phone +1 2149056522',
  'call 214-905-6522 or 555-2147024891',
  '2026-11-22 12:30:01, build 10.0.19045.2147024891',
  'Co-management workloads. Current value from Intune is 2147479807',
  'Co-management capabilities = 2147479807 (0x7FFFF0FF)',
  'Auto MDM Enroll: Device Credential (0x1), succeeded; User (0x0)',
  'HTTP Error : 0x0, Result = 0x00000000, Exit code 0',
  'return code 1',
  'Job id 80070005 started',
  'JobID=80070005, requestId: 2149056522',
  'Country code 80070005',
  'HTTP error 404, status code 500',
  'found errors: 5 in 3 files',
  'error: 3 devices could not be reached',
  'error 2 of 5',
  'Product: Contoso Agent -- Error 1306. Another application has exclusive access.',
  'version 5.0.9128.1007, 10.0.2147942405.1',
  'https://contoso.example/80070005/x?id=2149056522',
  'MessageLevel 80070005 is nothing, deadbeef neither',
  'Error handling took 1603 ms',
  'K: 0x800700050001, 0x80070005zz, x80070005y',
];

function mark(text: string): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of findCodes(text, numbers)) {
    marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return marked + text.slice(at);
}

describe('findCodes', () => {
  for (const [marked, ...expected] of found) {
    it(`finds ${marked}`, () => {
      const text = marked.replace(/[⟦⟧]/g, '');
      assert.equal(mark(text), marked);
      const told = findCodes(text, numbers).map(({ value, form }) => `${formatHex(value)} ${form}`);
      assert.deepEqual(told, expected);
    });
  }

  for (const text of notFound) {
    it(`finds no code in ${text}`, () => {
      assert.equal(mark(text), text);
    });
  }

  const hostile: readonly (readonly [name: string, piece: string])[] = [
    ['digits', '8'],
    ['words of digits', '80180026 '],
    ['prefixes', '0x'],
    ['almost codes', '0x8018002'],
    ['minus signs', '-'],
    ['negative numbers', '-2147024891 '],
    ['context words', 'error code '],
    ['small numbers', 'error 5 '],
    ['brackets', '(80070005'],
    ['AADSTS', 'AADSTS'],
  ];
  for (const [name, piece] of hostile) {
    it(`is linear on a long run of ${name}`, () => {
      const short = timeOf(piece.repeat(60_000 / piece.length));
      const long = timeOf(piece.repeat(480_000 / piece.length));
      // Eight times the text; quadratic work would take 64 times as long.
      assert.ok(long < 24 * Math.max(short, 5), `${short} ms, then ${long} ms`);
    });
  }
});

function timeOf(text: string): number {
  return processorTime(() => {
    findCodes(text, numbers);
    findSignInErrors(text);
  });
}

describe('parseCode', () => {
  const typed: readonly (readonly [text: string, expected: string | null])[] = [
    ['0x80180018', '0x80180018 hex'],
    ['  80180018 ', '0x80180018 bare-hex'],
    ['caa2000c', '0xCAA2000C bare-hex'],
    ['2149056522', '0x8018000A unsigned'],
    ['-2145910741', '0x8018002B signed'],
    ['0x80180002b', '0x8018002B nine-digit'],
    ['0xFFFFFFFF80070005', '0x80070005 hex'],
    ['1603', '0x00000643 unsigned'],
    ['0x643', '0x00000643 hex'],
    ['0', '0x00000000 unsigned'],
    ['(0x80180026)', '0x80180026 hex'],
    ['error 0x80180018 (MENROLL_E_USER_LICENSE), see 4', '0x80180018 hex'],
    ['Failed with error = 80004005.', '0x80004005 bare-hex'],
    ['exit code 1618', '0x00000652 unsigned'],
    ['AADSTS50076', '0x0000C39C sign-in'],
    ['aadsts50076: Due to a configuration change', '0x0000C39C sign-in'],
    ['12345678', '0x00BC614E unsigned'],
    ['00041303', '0x00041303 bare-hex'],
    ['4294967296', null],
    ['hello', null],
    ['', null],
    ['5.5', null],
    ['error 5.5', null],
    ['version 10.0.19045.', null],
    ['see 0x80180026.', '0x80180026 hex'],
  ];
  for (const [text, expected] of typed) {
    it(`reads "${text}"`, () => {
      const parsed = parseCode(text);
      assert.equal(parsed && `${formatHex(parsed.value)} ${parsed.form}`, expected);
    });
  }
});

describe('parseCodes', () => {
  const typed: readonly (readonly [text: string, expected: string])[] = [
    ['0x8018002B 0x80180026', '0x8018002B 0x80180026'],
    ['failed with 0x80180026, then 0x80180026 again', '0x80180026'],
    ['AADSTS50076 and error 1603', '0x0000C39C 0x00000643'],
    ['5 1603', '0x00000005 0x00000643'],
    ['3 of 5 devices', '0x00000003'],
    ['5.5', ''],
  ];
  for (const [text, expected] of typed) {
    it(`reads "${text}"`, () => {
      assert.equal(
        parseCodes(text)
          .map(({ value }) => formatHex(value))
          .join(' '),
        expected,
      );
    });
  }
});

describe('findSignInErrors', () => {
  it('finds numbers in any case and leaves too long ones', () => {
    const text = 'AADSTS50076: x aadsts9002313, AADSTS12 AADSTS123456789';
    const told = findSignInErrors(text).map(({ aadsts, start, end }) => [aadsts, text.slice(start, end)]);
    assert.deepEqual(told, [
      [50076, 'AADSTS50076'],
      [9002313, 'aadsts9002313'],
    ]);
  });
});
