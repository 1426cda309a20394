import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMarkdown } from '../../../../server/src/analysis/features/plainMarkdown.ts';

const cases: readonly (readonly [markdown: string, words: string])[] = [
  ['**Cause**: it *may* not', 'Cause: it may not'],
  ['see [the page](https://example.com/a) now', 'see the page now'],
  ['# Heading\n- one\n2. two\n> said', 'Heading\none\ntwo\nsaid'],
  ['`reg query` of ~~x~~', 'reg query of x'],
  ['_so_ but AAD_Device_Code stays', 'so but AAD_Device_Code stays'],
  ['a [bracket] and (this)', 'a [bracket] and (this)'],
];

for (const [markdown, words] of cases) {
  test(`plain words of ${JSON.stringify(markdown)}`, () => assert.equal(plainMarkdown(markdown), words));
}

test('hostile text takes no long time', () => {
  const started = performance.now();
  for (const piece of ['[', '[](', '*', '_', '![', '`']) plainMarkdown(piece.repeat(1_000_000));
  assert.ok(performance.now() - started < 500);
});
