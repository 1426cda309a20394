import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRegistry, read, readRegistry } from './registryFixture.ts';

const english = [
  'Key Name:          HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\{90A7E5C4-6B2F-4D33-9B62-0E5B1D7C8A11}',
  'Class Name:        <NO CLASS>',
  'Last Write Time:   14/03/2026 - 8:24 PM',
  'Value 0',
  '  Name:            ProviderID',
  '  Type:            REG_SZ',
  '  Data:            MS DM Server',
  '',
  'Value 1',
  '  Name:            EnrollmentState',
  '  Type:            REG_DWORD',
  '  Data:            0x1',
  '',
  'Value 2',
  '  Name:            <NO NAME>',
  '  Type:            REG_SZ',
  '  Data:            ',
  '',
  'Value 3',
  '  Name:            Blob',
  '  Type:            REG_BINARY',
  '  Data:            ',
  '00000000   ac 36 16 8e 7a 26 00 01 - 02 03 04 05 06 07 08 ff  .6..z&..........',
  '00000010   61 62                                              ab',
  '',
  'Value 4',
  '  Name:            List',
  '  Type:            REG_MULTI_SZ',
  '  Data:            one',
  '                   two',
  '',
  '',
  'Key Name:          HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\Ownership',
  'Class Name:        <NO CLASS>',
  'Last Write Time:   14/03/2026 - 8:20 PM',
  '',
].join('\r\n');

test('values of all kinds, and the last write time as written', () => {
  const artefact = readRegistry(english, 'enrollments.txt');
  assert.equal(artefact.kind, 'registry-text');
  assert.deepEqual(
    artefact.keys.map((key) => key.lastWrite),
    ['14/03/2026 - 8:24 PM', '14/03/2026 - 8:20 PM'],
  );
  assert.deepEqual(describeRegistry(artefact), [
    'KEY HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\{90A7E5C4-6B2F-4D33-9B62-0E5B1D7C8A11}',
    'ProviderID REG_SZ MS DM Server',
    'EnrollmentState REG_DWORD 1 (0x00000001)',
    '@ REG_SZ (empty)',
    'Blob REG_BINARY ac 36 16 8e 7a 26 00 01 02 03 04 05 06 07 08 ff 61 62 (18 bytes)',
    'List REG_MULTI_SZ "one", "two"',
    'KEY HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\Ownership',
  ]);
});

test('labels of another language, told by their place', () => {
  const german = [
    'Schl\u00fcsselname:      HKEY_CURRENT_USER\\Software\\Fabrikam',
    'Klassenname:       <KEINE KLASSE>',
    'Letzter Schreibzugriff: 02.11.2026 - 09:15',
    'Wert 0',
    '  Name:            <KEIN NAME>',
    '  Typ:             REG_SZ',
    '  Daten:           eins: zwei',
  ].join('\n');
  const artefact = readRegistry(german, 'export.txt');
  assert.equal(artefact.keys[0]?.lastWrite, '02.11.2026 - 09:15');
  assert.deepEqual(describeRegistry(artefact), [
    'KEY HKEY_CURRENT_USER\\Software\\Fabrikam',
    '@ REG_SZ eins: zwei',
  ]);
});

test('offsets point at name and data', () => {
  const { text, keys } = readRegistry(english, 'x.txt');
  const value = keys[0]?.values[1];
  assert.ok(value !== undefined);
  assert.equal(text.slice(value.nameStart, value.nameEnd), 'EnrollmentState');
  assert.equal(text.slice(value.dataStart, value.dataEnd), '0x1');
  assert.ok(text.slice(value.start, value.end).startsWith('Value 1'));
});

test('a cut value is told', () => {
  const cut = english.slice(0, english.indexOf('  Type:            REG_DWORD'));
  assert.deepEqual(read(cut, 'x.txt').slice(1), [
    'ProviderID REG_SZ MS DM Server',
    '! cut-value: Value 1\u21b5  Name:            EnrollmentState',
  ]);
});
