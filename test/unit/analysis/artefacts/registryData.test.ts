import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { filetimeToUtc, formatRegistryData } from '../../../../server/src/analysis/artefacts/registryData.ts';

describe('data for people', () => {
  for (const [value, text] of [
    [{ valueType: 'REG_DWORD', data: { kind: 'number', value: 2149056536n } }, '2149056536 (0x80180018)'],
    [{ valueType: 'REG_QWORD', data: { kind: 'number', value: 67n } }, '67 (0x0000000000000043)'],
    [{ valueType: null, data: { kind: 'number', value: 0x1_0000_0000n } }, '4294967296 (0x0000000100000000)'],
    [{ valueType: 'REG_MULTI_SZ', data: { kind: 'strings', texts: ['a', ''] } }, '"a", ""'],
    [{ valueType: 'REG_EXPAND_SZ', data: { kind: 'string', text: '%windir%' } }, '%windir%'],
    [
      { valueType: 'REG_BINARY', data: { kind: 'binary', bytes: new Uint8Array(33), length: 9000 } },
      `${'00 '.repeat(32)}\u2026 (9000 bytes)`,
    ],
    [
      { valueType: null, data: { kind: 'partial', text: '{1, 2...}' } },
      '{1, 2...} \u2026 (the file shows only a part)',
    ],
  ] as const) {
    test(text, () => {
      assert.equal(formatRegistryData(value), text);
    });
  }
});

describe('FILETIME', () => {
  for (const [value, utc] of [
    [116444736000000000n, 0],
    [134082432000000000n, Date.UTC(2025, 10, 22)],
    [0n, null],
    [-1n, null],
    [0x7fff_ffff_ffff_ffffn, null],
  ] as const) {
    test(String(value), () => {
      assert.equal(filetimeToUtc(value), utc);
    });
  }
});
