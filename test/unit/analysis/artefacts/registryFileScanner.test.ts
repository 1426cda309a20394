import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { RegistryFileReading } from '../../../../server/src/analysis/artefacts/registryFileReading.ts';
import { RegistryFileScanner } from '../../../../server/src/analysis/artefacts/registryFileScanner.ts';
import { readRegistryFileText } from '../../../../server/src/analysis/artefacts/registryFileText.ts';
import type { RegistryTable } from '../../../../server/src/analysis/artefacts/registryTable.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { randomRegistryFile } from './randomRegistryFile.ts';

/** Every entry read by the rules alone. */
function readByRules(text: string): { readonly table: RegistryTable; readonly problems: readonly Problem[] } {
  const reading = new RegistryFileReading(text.length);
  const whole = { text, base: 0, isLast: true };
  for (let at = reading.begin(whole); at < text.length;) at = reading.readEntry(whole, at);
  return { table: reading.table.finish(), problems: reading.problems.finish() };
}

test('reading quickly and reading by the rules give the same keys, values and problems', () => {
  const random = randomNumbers(20261127);
  for (let round = 0; round < 400; round++) {
    const text = randomRegistryFile(random, 40);
    assert.deepEqual(readRegistryFileText(text), readByRules(text), JSON.stringify(text));
  }
});

test('the same over the borders of windows, with values longer than one', () => {
  const random = randomNumbers(5);
  for (let round = 0; round < 10; round++) {
    const long = `"Long"=hex:${'01,02,\\\r\n  '.repeat(4000)}03\r\n`;
    const text = randomRegistryFile(random, 1500) + long + randomRegistryFile(random, 1500);
    assert.deepEqual(readRegistryFileText(text), readByRules(text));
  }
});

test('what regedit writes is left to no other reader', () => {
  const text = [
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso]',
    '@="default"',
    '"Path"="C:\\\\Program Files\\\\\\"x\\""',
    '"Number"=dword:0000001f',
    '"Bytes"=hex:01,02,\\',
    '  03',
    '"Empty"=hex(0):',
    '"Expanded"=hex(2):25,00,61,00,00,00',
    '"List"=hex(7):61,00,00,00,62,00,00,00,00,00',
    '"Long"=hex(b):01,02,03,04,05,06,07,08',
    '; comment',
    '',
  ].join('\r\n');
  const reading = new RegistryFileReading(text.length);
  const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
  assert.equal(new RegistryFileScanner(reading, null).scan(units, 0, units.length, 0), text.length);
  assert.equal(reading.table.finish().valueCount, 8);
});
