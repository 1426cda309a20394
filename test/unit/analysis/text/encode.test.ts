import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode, type EncodingId } from '../../../../server/src/analysis/text/decode.ts';
import { encode } from '../../../../server/src/analysis/text/encode.ts';

const encodings: readonly EncodingId[] = [
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be',
  'utf-16be-bom',
  'windows-1252',
];

for (const encoding of encodings) {
  test(`${encoding}: what is written is read again, in the same encoding`, () => {
    const text = 'Enrollment of the device at Köln: “failed” – 5 €\r\n';
    assert.deepEqual(decode(encode(text, encoding)), { text, encoding });
  });
}

test('Windows-1252 has no byte for every character', () => {
  assert.deepEqual([...encode('a語', 'windows-1252')], [0x61, 0x3f]);
});
