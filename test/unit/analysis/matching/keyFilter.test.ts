import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { registryKeys } from '../../../../server/src/analysis/artefacts/registryKeyAt.ts';
import { createKeyFilter } from '../../../../server/src/analysis/matching/keyFilter.ts';
import { createSnapshotEntries } from '../../../../server/src/analysis/matching/snapshotEntries.ts';
import { createCatalogue, lazyCodeTable } from '../../../../server/src/catalogue/index.ts';
import { randomNumbers } from '../randomNumbers.ts';

const catalogue = createCatalogue(lazyCodeTable(() => ''));
const entries = createSnapshotEntries(catalogue);

describe('which keys fit any pattern', () => {
  const filter = createKeyFilter(['HKLM\\A\\*\\C', 'HKLM\\A\\{guid}', 'HKLM\\R\\**']);
  const guid = '3f2b6c1d-8e4a-4f7b-9c21-5a6d7e8f9012';
  for (const path of [
    `HKLM\\A\\x\\C`,
    `HKEY_LOCAL_MACHINE\\a\\${guid}`,
    `HKLM:\\A\\{${guid}}`,
    'HKLM\\R\\x',
    'HKLM\\R\\x\\y\\z',
  ]) {
    test(`${path} does`, () => {
      assert.equal(filter(path), -1);
    });
  }
  for (const [path, below] of [
    ['HKLM\\A', ''],
    ['HKLM\\A\\x', ''],
    ['HKLM\\R', ''],
    ['HKEY_LOCAL_MACHINE\\B\\x\\y', 'HKEY_LOCAL_MACHINE\\B'],
    ['HKLM\\A\\x\\D\\E', 'HKLM\\A\\x\\D'],
    ['HKLM\\A\\x\\C\\E', 'HKLM\\A\\x\\C\\E'],
    ['HKLM\\R\\x\\WOW6432Node\\z', 'HKLM\\R\\x\\WOW6432Node'],
    ['HKCU\\A\\x\\C', 'HKCU'],
    ['Computer\\HKCU\\A', ''],
    ['HKLM\\\\B\\x', ''],
  ] as const) {
    test(`${path} does not, nor anything below ${below === '' ? 'a key that can be told' : below}`, () => {
      assert.equal(filter(path), below.length);
    });
  }
});

test('of a snapshot the keys are known that have entries, in whatever order they stand', () => {
  const random = randomNumbers(185);
  const known = catalogue.registry.map(({ sample }) => sample.key);
  const parts = [...new Set(known.flatMap((path) => path.split('\\')))];
  const part = (): string => parts[Math.floor(random() * parts.length)] ?? '';
  const others = known.flatMap((path) => {
    const segments = path.split('\\');
    segments[1 + Math.floor(random() * (segments.length - 1))] = random() < 0.2 ? 'WOW6432Node' : part();
    return [
      segments.join('\\'),
      `${path}\\${part()}`,
      path.toLowerCase(),
      path.slice(0, path.lastIndexOf('\\')),
    ];
  });
  const paths = [...known, ...others].map((path) => path.replace(/^HKLM/i, 'HKEY_LOCAL_MACHINE'));
  for (const order of [paths, paths.toSorted(), paths.toSorted(() => random() - 0.5)]) {
    const text = `Windows Registry Editor Version 5.00\n${order.map((path) => `[${path}]\n`).join('')}`;
    const artefact = readArtefactText(text, 'a.reg');
    assert.ok(artefact.type === 'registry');
    const expected = [...registryKeys(artefact)].flatMap(({ path }, index) => {
      const matches = entries.ofKey(path);
      return matches.length === 0 ? [] : [{ index, matches }];
    });
    assert.deepEqual(entries.knownKeys(artefact), expected);
  }
});
