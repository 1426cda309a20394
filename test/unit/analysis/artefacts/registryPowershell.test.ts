import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readPowershellData } from '../../../../server/src/analysis/artefacts/registryPowershellData.ts';
import { describeRegistry, read, readRegistry } from './registryFixture.ts';

const guid = '{6B2F4C5E-9D33-4B62-8E5B-1D7C8A110E5B}';
const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\${guid}`;

const list = [
  'PS C:\\> Get-ItemProperty ... | Format-List',
  '',
  'EnrollmentState         : 1',
  'RenewErrorCode          : -2147024891',
  'UPN                     : fooUser@fabrikam.onmicrosoft.com',
  'Discovery               : https://enrollment.manage.microsoft.com/enrollment',
  '                          server/discovery.svc',
  'Blob                    : {1, 2, 3, 4...}',
  '(default)               : x',
  `PSPath                  : Microsoft.PowerShell.Core\\Registry::${key}`,
  'PSParentPath            : Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments',
  `PSChildName             : ${guid}`,
  'PSDrive                 : HKLM',
  'PSProvider              : Microsoft.PowerShell.Core\\Registry',
  '',
  '',
].join('\r\n');

test('the key comes behind its values; types are unknown; wrapped lines are joined', () => {
  const artefact = readRegistry(list, 'enrollments.txt');
  assert.equal(artefact.kind, 'registry-powershell');
  assert.deepEqual(describeRegistry(artefact), [
    `KEY ${key}`,
    'EnrollmentState ? 1 (0x00000001)',
    'RenewErrorCode ? 2147942405 (0x80070005)',
    'UPN ? fooUser@fabrikam.onmicrosoft.com',
    'Discovery ? https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
    'Blob ? partial {1, 2, 3, 4...}',
    '@ ? x',
  ]);
});

test('offsets point at path, name and data', () => {
  const { text, keys } = readRegistry(list, 'x.txt');
  const block = keys[0];
  const value = block?.values[1];
  assert.ok(block !== undefined && value !== undefined);
  assert.equal(text.slice(block.pathStart, block.pathEnd), key);
  assert.ok(block.start <= value.start && value.end <= block.end);
  assert.equal(text.slice(value.nameStart, value.nameEnd), 'RenewErrorCode');
  assert.equal(text.slice(value.dataStart, value.dataEnd), '-2147024891');
});

test('a list without PSPath belongs to no key', () => {
  assert.deepEqual(read(`${list}a : 1\r\n`, 'x.txt').slice(-1), ['! value-without-key: a : 1']);
});

test('colours of PowerShell 7 are set aside', () => {
  const coloured = list.replace(
    'EnrollmentState         : ',
    '\u001b[32;1mEnrollmentState         : \u001b[0m',
  );
  assert.equal(read(coloured, 'x.txt')[1], 'EnrollmentState ? 1 (0x00000001)');
});

test('the table of Get-ChildItem', () => {
  const row = (left: string, right: string): string => left.padEnd(39) + right;
  const table = [
    '',
    '    Hive: HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments',
    '',
    '',
    row('Name', 'Property'),
    row('----', '--------'),
    row(guid, 'EnrollmentState : 1'),
    row('', 'UPN             : a@contoso.com'),
    'Ownership',
    row('Cut...', 'x : 1'),
  ];
  assert.deepEqual(read(table.join('\r\n'), 'x.txt'), [
    `KEY ${key}`,
    'EnrollmentState ? 1 (0x00000001)',
    'UPN ? a@contoso.com',
    'KEY HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\Ownership',
    '! cut-name: Cut...',
  ]);
});

describe('data', () => {
  for (const [text, data] of [
    ['0', { kind: 'number', value: 0n }],
    ['4294967295', { kind: 'number', value: 4294967295n }],
    ['-1', { kind: 'number', value: 0xffffffffn }],
    ['-2147483649', { kind: 'number', value: 0xffffffff7fffffffn }],
    ['007', { kind: 'string', text: '007' }],
    ['99999999999999999999', { kind: 'string', text: '99999999999999999999' }],
    ['', { kind: 'string', text: '' }],
    ['True', { kind: 'string', text: 'True' }],
    [guid, { kind: 'string', text: guid }],
    ['{}', { kind: 'strings', texts: [] }],
    ['{a, b}', { kind: 'strings', texts: ['a', 'b'] }],
    ['{a, b\u2026}', { kind: 'partial', text: '{a, b\u2026}' }],
    ['{1, 255}', { kind: 'binary', bytes: Uint8Array.of(1, 255), length: 2 }],
    ['{1, 256}', { kind: 'strings', texts: ['1', '256'] }],
    ['long text...', { kind: 'partial', text: 'long text...' }],
  ] as const) {
    test(JSON.stringify(text), () => {
      assert.deepEqual(readPowershellData(text), data);
    });
  }
});
