import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { RegistryIndex } from '../../../../server/src/analysis/artefacts/registryIndex.ts';
import { readRegistry } from './registryFixture.ts';

const guid = '4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C';
const enrollments = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments';
const file = readRegistry(`Windows Registry Editor Version 5.00

[${enrollments}]

[${enrollments}\\${guid}]
"ProviderID"="MS DM Server"
"EnrollmentState"=dword:2

[${enrollments}\\Ownership\\${guid}]

[HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Services\\CcmExec]
"Start"=dword:4
"Start"=dword:2

[-HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone]
`);
const later = readRegistry(
  `\r\n${enrollments.toLowerCase()}\\${guid}\r\n    EnrollmentState    REG_DWORD    0x1\r\n\r\n${enrollments}\\${guid}\\DMClient\r\n`,
  'query.txt',
);
const index = new RegistryIndex([file, later]);

test('values are found in any spelling of their key, the newest first', () => {
  const value = index.value(`HKLM:\\software\\microsoft\\enrollments\\${guid}`, 'enrollmentstate');
  assert.deepEqual(value?.value.data, { kind: 'number', value: 1n });
  assert.equal(value.artefact, 1);
  assert.deepEqual(index.value(`${enrollments}\\${guid}`, 'ProviderID')?.artefact, 0);
  const start = index.value('HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec', 'Start');
  assert.deepEqual(start?.value.data, { kind: 'number', value: 2n });
});

describe('patterns', () => {
  for (const [pattern, found] of [
    ['HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{guid}', [[guid]]],
    ['HKLM\\SOFTWARE\\Microsoft\\Enrollments\\*\\{guid}', [['Ownership', guid]]],
    ['HKLM\\SOFTWARE\\Microsoft\\Enrollments\\**', [[guid], [`${guid}\\DMClient`], [`Ownership\\${guid}`]]],
    ['HKLM\\SOFTWARE\\Microsoft\\CCM', []],
    ['HKLM\\SOFTWARE\\Gone', []],
  ] as const) {
    test(pattern, () => {
      assert.deepEqual(
        index.keys(pattern).map((key) => key.captures),
        found,
      );
    });
  }

  test('one key of two files has two blocks', () => {
    const blocks = index.keys('HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{guid}')[0]?.blocks;
    assert.deepEqual(
      blocks?.map((block) => block.artefact),
      [0, 1],
    );
  });
});

describe('whether a key was exported', () => {
  for (const [path, presence] of [
    [`${enrollments}\\${guid}`, 'present'],
    [`${enrollments}\\Ownership`, 'present'],
    [`${enrollments}\\Status`, 'absent-under-exported-parent'],
    ['HKLM\\SOFTWARE\\Microsoft\\CCM', 'not-exported'],
    ['HKLM\\SOFTWARE\\Gone', 'not-exported'],
    ['HKLM\\SYSTEM\\CurrentControlSet\\Services\\dmwappushservice', 'not-exported'],
  ] as const) {
    test(`${path}: ${presence}`, () => {
      assert.equal(index.keyExported(path), presence);
    });
  }

  test('a plain query of one key proves nothing about keys below', () => {
    assert.equal(new RegistryIndex([later]).keyExported(`${enrollments}\\${guid}\\Push`), 'not-exported');
  });

  test('a query with /s does', () => {
    const deep = readRegistry(
      'HKEY_USERS\\a\r\n\r\nHKEY_USERS\\a\\b\r\n\r\nHKEY_USERS\\a\\b\\c\r\n',
      'q.txt',
    );
    assert.equal(new RegistryIndex([deep]).keyExported('HKU\\a\\b\\d'), 'absent-under-exported-parent');
  });
});

describe('whether a value was exported', () => {
  for (const [path, name, presence] of [
    [`${enrollments}\\${guid}`, 'ProviderID', 'present'],
    [`${enrollments}\\${guid}`, 'UPN', 'absent-from-exported-key'],
    [enrollments, 'ExternallyManaged', 'absent-from-exported-key'],
    ['HKLM\\SOFTWARE\\Microsoft\\CCM', 'CoManagementFlags', 'not-exported'],
  ] as const) {
    test(`${path} ${name}: ${presence}`, () => {
      assert.equal(index.valueExported(path, name), presence);
    });
  }
});
