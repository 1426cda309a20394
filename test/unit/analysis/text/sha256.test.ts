import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { sha256Base64, sha256Hex } from '../../../../server/src/analysis/text/sha256.ts';

for (const text of ['', 'abc', 'ä€😀'.repeat(50), ...[55, 56, 63, 64, 65, 1_000].map((n) => 'x'.repeat(n))]) {
  test(`hashes ${text.length} characters as Node does`, () => {
    assert.equal(sha256Hex(text), createHash('sha256').update(text).digest('hex'));
    assert.equal(sha256Base64(text), createHash('sha256').update(text).digest('base64'));
  });
}
