import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusBarText } from '../../../client/src/statusBarText.ts';

test('text from a log cannot put an icon into the status bar', () => {
  assert.doesNotMatch(statusBarText('$(trash) $(x)'), /\$\(/);
});

test('other text stays as it is', () => {
  assert.equal(
    statusBarText('failed at Enrollment · 0x80180026 ($5)'),
    'failed at Enrollment · 0x80180026 ($5)',
  );
});

test('long text is cut to what fits', () => {
  const cut = statusBarText(`1 of 2: ${'very '.repeat(40)}long`);
  assert.ok(cut.length <= 60);
  assert.match(cut, /^1 of 2: very .*…$/);
});
