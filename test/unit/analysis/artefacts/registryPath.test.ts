import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  foldKeyPath,
  longKeyPath,
  matchKey,
  normalizeKeyPath,
  wow64Original,
} from '../../../../server/src/analysis/artefacts/registryPath.ts';

describe('one form for every spelling', () => {
  for (const path of [
    'HKLM\\SOFTWARE\\Contoso',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
    'hkey_local_machine\\SOFTWARE\\Contoso\\',
    'HKLM:\\SOFTWARE\\Contoso',
    'Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
    'Microsoft.PowerShell.Core\\Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
    'Computer\\HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso',
  ]) {
    test(path, () => {
      assert.equal(normalizeKeyPath(path), 'HKLM\\SOFTWARE\\Contoso');
    });
  }

  for (const set of ['ControlSet001', 'CurrentControlSet002', 'controlset003', 'CurrentControlSet']) {
    test(`${set} is the current control set`, () => {
      assert.equal(
        foldKeyPath(`HKLM\\SYSTEM\\${set}\\Services\\CcmExec`),
        'HKLM\\SYSTEM\\CURRENTCONTROLSET\\SERVICES\\CCMEXEC',
      );
    });
  }

  test('a control set elsewhere stays', () => {
    assert.equal(normalizeKeyPath('HKLM\\SOFTWARE\\ControlSet001'), 'HKLM\\SOFTWARE\\ControlSet001');
  });

  test('two colons in a key name stay', () => {
    for (const path of ['HKCU\\Software\\a::b', 'HKCU\\Registry::HKLM\\a'])
      assert.equal(normalizeKeyPath(path), path);
  });

  test('long roots', () => {
    assert.equal(longKeyPath('hklm\\a'), 'HKEY_LOCAL_MACHINE\\a');
    assert.equal(longKeyPath('HKCU'), 'HKEY_CURRENT_USER');
    assert.equal(longKeyPath('Contoso\\a'), 'Contoso\\a');
  });

  test('a path deeper than Windows allows is no path', () => {
    assert.equal(normalizeKeyPath(`HKLM${'\\a'.repeat(600)}`), '');
  });
});

test('32-bit copies are known as such', () => {
  assert.equal(
    wow64Original('HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\CCM'),
    'HKLM\\SOFTWARE\\Microsoft\\CCM',
  );
  assert.equal(wow64Original('HKLM\\SOFTWARE\\Microsoft\\CCM'), null);
});

describe('patterns', () => {
  const guid = '0E5B1D7C-8A11-4B62-9D33-6B2F4C5E7A90';
  for (const [pattern, path, captures] of [
    ['HKLM\\A\\B', 'hkey_local_machine\\a\\b', []],
    ['HKLM\\A\\B', 'HKLM\\A', null],
    ['HKLM\\A', 'HKLM\\A\\B', null],
    ['HKLM\\A\\*', 'HKLM\\A\\x', ['x']],
    ['HKLM\\A\\*\\C\\*', 'HKLM\\A\\x\\C\\y', ['x', 'y']],
    ['HKLM\\A\\*', 'HKLM\\A\\x\\y', null],
    ['HKLM\\A\\{guid}', `HKLM\\A\\${guid}`, [guid]],
    ['HKLM\\A\\{guid}', `HKLM\\A\\{${guid.toLowerCase()}}`, [guid]],
    ['HKLM\\A\\{guid}', `HKLM\\A\\{${guid}`, null],
    ['HKLM\\A\\{guid}', 'HKLM\\A\\{x}', null],
    ['HKLM\\A\\{guid}\\B', `HKLM\\A\\${guid}\\B`, [guid]],
    ['HKLM\\A\\**', 'HKLM\\A\\x\\y', ['x\\y']],
    ['HKLM\\A\\**', 'HKLM\\A', null],
    ['HKLM\\A', 'HKLM\\WOW6432Node\\A', null],
  ] as const) {
    test(`${pattern} ${captures === null ? 'is not' : 'is'} ${path}`, () => {
      assert.deepEqual(matchKey(pattern, path), captures === null ? null : { captures });
    });
  }
});
