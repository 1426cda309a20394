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
