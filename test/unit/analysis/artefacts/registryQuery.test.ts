import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRegistry, read, readRegistry } from './registryFixture.ts';

const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\{1D7C8A11-0E5B-4B62-9D33-6B2F4C5E7A90}';

const output = [
  '',
  key,
  '    EnrollmentState    REG_DWORD    0x1',
  '    UPN    REG_SZ    fooUser@fabrikam.onmicrosoft.com',
  '    (Standard)    REG_SZ    (Wert nicht gesetzt)',
  '    Flags    REG_QWORD    0x30ff',
  '    Blob    REG_BINARY    0AFF',
  '    Empty    REG_SZ    ',
  '    List    REG_MULTI_SZ    wpad\\0isatap\\0',
  '    Path    REG_EXPAND_SZ    %windir%\\x',
  '    None    REG_NONE    ',
  '',
  `${key}\\DMClient`,
  '    (Default)    REG_SZ    set',
  '',
  'Ende der Suche: 11 \u00dcbereinstimmung(en) gefunden.',
].join('\r\n');

test('keys, values of all types, the default value in any language', () => {
  const artefact = readRegistry(output, 'enrollments.txt');
  assert.equal(artefact.kind, 'registry-query');
  assert.deepEqual(describeRegistry(artefact), [
    `KEY ${key}`,
    'EnrollmentState REG_DWORD 1 (0x00000001)',
    'UPN REG_SZ fooUser@fabrikam.onmicrosoft.com',
    'Flags REG_QWORD 12543 (0x00000000000030FF)',
    'Blob REG_BINARY 0a ff (2 bytes)',
    'Empty REG_SZ (empty)',
    'List REG_MULTI_SZ "wpad", "isatap"',
    'Path REG_EXPAND_SZ %windir%\\x',
    'None REG_NONE (no bytes)',
    `KEY ${key}\\DMClient`,
    '@ REG_SZ set',
  ]);
});

test('offsets point at key, name and data', () => {
  const { text, keys } = readRegistry(output);
  const first = keys[0];
  const value = first?.values[1];
  assert.ok(first !== undefined && value !== undefined);
  assert.equal(text.slice(first.pathStart, first.pathEnd), key);
  assert.equal(text.slice(value.nameStart, value.nameEnd), 'UPN');
  assert.equal(text.slice(value.dataStart, value.dataEnd), 'fooUser@fabrikam.onmicrosoft.com');
  assert.equal(text.slice(value.start, value.end), 'UPN    REG_SZ    fooUser@fabrikam.onmicrosoft.com');
});

test('names and data with runs of blanks and type names in them', () => {
  assert.deepEqual(
    read(
      `HKEY_CURRENT_USER\\A\n    two    words    REG_SZ    a    REG_DWORD    b\n    REG_SZ    REG_DWORD    0x2\n`,
      'a.txt',
    ),
    [
      'KEY HKEY_CURRENT_USER\\A',
      'two    words REG_SZ a    REG_DWORD    b',
      'REG_SZ REG_DWORD 2 (0x00000002)',
    ],
  );
});

test('trimmed line ends, type numbers of /z, tabs of Windows XP, blanks shrunk by a web page', () => {
  const lines = ['    a    REG_SZ', '    b    REG_SZ (1)    x', '    c\tREG_DWORD\t0x3', ' d REG_SZ e f'];
  assert.deepEqual(read(`HKEY_CURRENT_USER\\A\n${lines.join('\n')}`, 'a.txt'), [
    'KEY HKEY_CURRENT_USER\\A',
    'a REG_SZ (empty)',
    'b REG_SZ x',
    'c REG_DWORD 3 (0x00000003)',
    'd REG_SZ e f',
  ]);
});

test('what is no value is told, and redacted numbers are shown as they stand', () => {
  const text =
    'C:\\>reg query HKCU\\A\r\nHKEY_CURRENT_USER\\A\r\n    a    REG_DWORD    0xXX\r\n    torn line\r\nand more\r\n    b    REG_SZ    c\r\nC:\\>\r\n';
  assert.deepEqual(read(text, 'a.txt'), [
    'KEY HKEY_CURRENT_USER\\A',
    'a REG_DWORD 0xXX',
    'b REG_SZ c',
    '! bad-data: 0xXX',
    '! not-a-value:     torn line',
    '! foreign-line: and more',
  ]);
});

test('a renamed query is known by its content', () => {
  assert.equal(readRegistry(output, 'enrollments.reg').kind, 'registry-query');
});

test('hostile input is read in linear time', () => {
  for (const pattern of [' REG_SZ', 'REG_', '    ', 'x    REG_SZ    \\0', '\\0']) {
    const started = performance.now();
    readRegistry(
      `HKEY_CURRENT_USER\\A\n    a    REG_MULTI_SZ    b\n    ${pattern.repeat(100_000)}x\n`,
      'a.txt',
    );
    assert.ok(performance.now() - started < 2000, pattern);
  }
});
