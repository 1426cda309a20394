import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesNear } from '../../../../server/src/analysis/redaction/matchesNear.ts';

const account = /(?<![\p{L}\\])([A-Z]{2,15})(\\)([a-z]+)(?=[\s"]|$)/gu;
const lines = ['x CONTOSO\\adele "', 'nothing', '', 'AB\\c D\\e FG\\h', '\\', 'ends with AB\\c'];

for (const lineBreak of ['\n', '\r\n', '\r']) {
  test(`finds what the pattern finds in the whole text, at the same places: ${JSON.stringify(lineBreak)}`, () => {
    for (let from = 0; from < lines.length; from++) {
      const text = [...lines.slice(from), ...lines.slice(0, from)].join(lineBreak);
      const whole = [...text.matchAll(account)];
      assert.ok(whole.length > 2);
      const seen = (matches: Iterable<RegExpExecArray>): unknown =>
        [...matches].map((match) => [match.index, ...match]);
      assert.deepEqual(seen(matchesNear(text, '\\', account)), seen(whole));
      assert.deepEqual(seen(matchesNear(text, /[A-Z]\\/g, account)), seen(whole));
    }
  });
}

test('looks at no line without what is needed', () => {
  const tried: string[] = [];
  const pattern = /a/g;
  pattern[Symbol.matchAll] = (text: string) => {
    tried.push(text);
    return RegExp.prototype[Symbol.matchAll].call(/a/g, text);
  };
  assert.equal([...matchesNear('aaa\nb a\naaaa\n', 'b', pattern)].length, 1);
  assert.deepEqual(tried, ['b a\n']);
});
