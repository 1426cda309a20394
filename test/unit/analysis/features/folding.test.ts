import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldingRangesOf } from '../../../../server/src/analysis/features/folding.ts';
import type { RegistryArtefact, RegistryKey } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { tableOfKeys } from '../../../../server/src/analysis/artefacts/registryTable.ts';
import { documentOf, logOf } from './caseValues.ts';

test('only records of several lines fold', () => {
  const text = 'one\ntwo\n more\n more\nthree\n';
  assert.deepEqual(foldingRangesOf(logOf(text), documentOf(text)), [{ startLine: 1, endLine: 3 }]);
});

test('at most 5,000 regions are given', () => {
  const text = 'one\n more\n'.repeat(6_000);
  assert.equal(foldingRangesOf(logOf(text), documentOf(text)).length, 5_000);
});

test('registry keys fold, and values that go over several lines within them', () => {
  const text = '[HKEY_LOCAL_MACHINE\\A]\n"Long"=hex:01,\\\n  02\n\n[HKEY_LOCAL_MACHINE\\B]\n"Short"="x"\n';
  const end = text.indexOf('\n\n');
  const second = text.lastIndexOf('[');
  const value = { name: 'Long', start: 23, end, nameStart: 23, nameEnd: 29, dataStart: 30, dataEnd: end };
  const data = { kind: 'binary', bytes: Uint8Array.of(1, 2), length: 2 } as const;
  const key = { pathStart: 0, pathEnd: 0, deleted: false, lastWrite: null, path: '' };
  const keys: RegistryKey[] = [
    { ...key, start: 0, end, values: [{ ...value, valueType: 'REG_BINARY', data }] },
    { ...key, start: second, end: text.length, values: [] },
  ];
  const table = tableOfKeys(keys);
  const artefact: RegistryArtefact = { type: 'registry', kind: 'registry-file', text, table, problems: [] };
  assert.deepEqual(foldingRangesOf(artefact, documentOf(text)), [
    { startLine: 0, endLine: 2 },
    { startLine: 1, endLine: 2 },
    { startLine: 4, endLine: 5 },
  ]);
});
