import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cleanLine, cleanText } from '../../../../server/src/analysis/report/cleanText.ts';

const escape = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);

const texts: readonly (readonly [text: string, clean: string])[] = [
  ['plain', 'plain'],
  ['a\tb\r\nc\rd', 'a\tb\nc\nd'],
  [`a${escape}[31;1mb${escape}[0mc`, 'abc'],
  [`a${escape}]0;title${bell}b${escape}]8;;https://x${escape}\\c`, 'abc'],
  [`a${escape}]0;never ended\nb`, 'a\nb'],
  [`a\u009b31mb`, 'ab'],
  [`a${escape}Pxyz${escape}\\b${escape}cd`, 'abd'],
  ['a\u0000b\u0007c\u007fd\u0085e', 'a\ufffdb\ufffdc\ufffdd\ne'],
  ['a\u202eb\u2066c\u200bd\ufeffe', 'a\ufffdb\ufffdc\ufffdd\ufffde'],
  ['a\ud800b \ud83d\ude00', 'a\ufffdb \ud83d\ude00'],
];

describe('cleanText', () => {
  for (const [text, clean] of texts) {
    it(`cleans ${JSON.stringify(text)}`, () => assert.equal(cleanText(text, 100), clean));
  }

  it('cuts between characters', () => {
    assert.equal(cleanText('ab\ud83d\ude00cd', 4), 'ab…');
    assert.equal(cleanLine('one\n  two three', 8), 'one two…');
  });

  it('stays linear on what begins and never ends', () => {
    const started = performance.now();
    cleanText(`${escape}]`.repeat(500_000), 1_000_000);
    cleanText(`${escape}[`.repeat(500_000), 1_000_000);
    cleanText(`${escape}]${'x'.repeat(1_000_000)}`, 1_000_000);
    assert.ok(performance.now() - started < 2_000);
  });
});
