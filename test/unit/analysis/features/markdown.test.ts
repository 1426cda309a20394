import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeSpan, escapeMarkdown, plainText } from '../../../../server/src/analysis/features/markdown.ts';
import { codeMarkdown } from '../../../../server/src/analysis/features/codeMarkdown.ts';
import type { CodeExplanation } from '../../../../server/src/analysis/matching/codeExplanation.ts';

/** Text that would become more than text, and how it has to be written so that it does not. */
const hostile: readonly (readonly [text: string, escaped: string])[] = [
  ['[x](command:evil)', '\\[x\\]\\(command\\:evil\\)'],
  ['![](http://x)', '\\!\\[\\]\\(http\\://x\\)'],
  ['<img src=x onerror=y>', '\\<img src\\=x onerror\\=y\\>'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['`a` ```b', '\\`a\\` \\`\\`\\`b'],
  ['http://evil', 'http\\://evil'],
  ['www.evil.com', 'www\\.evil\\.com'],
  ['user@host', 'user\\@host'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['1. item', '1\\. item'],
  ['a | b', 'a \\| b'],
  ['**a** _b_ ~~c~~', '\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~'],
  ['C:\\Windows\\CCM', 'C\\:\\\\Windows\\\\CCM'],
  ['$(trash) {x}', '\\$\\(trash\\) \\{x\\}'],
  ['a\n\n    indented\r\n```', 'a indented \\`\\`\\`'],
  ['\u202eevil\u0000\u001b[31m', '\ufffdevil\ufffd\ufffd\\[31m'],
];

/** Everything that begins a construct in Markdown, where it is not escaped itself. */
const active = /(?:^|[^\\])(?:\\\\)*[`*_{}[\]()<>#+\-.!|~&:@$=^]/;

describe('escapeMarkdown', () => {
  for (const [text, escaped] of hostile) {
    it(`leaves ${JSON.stringify(text)} as text`, () => {
      assert.equal(escapeMarkdown(text), escaped);
      assert.doesNotMatch(escapeMarkdown(text), active);
    });
  }

  it('leaves words and figures as they are', () => {
    assert.equal(
      escapeMarkdown('Licence of the user, 3 of 5; "yes" / \'no\'?'),
      'Licence of the user, 3 of 5; "yes" / \'no\'?',
    );
  });
});

describe('codeSpan', () => {
  const spans: readonly (readonly [text: string, span: string])[] = [
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['``', '``` `` ```'],
    ['`a', '`` `a ``'],
    ['a\nb', '`a b`'],
    ['', '`  `'],
    ['<b>&amp;[x](y)', '`<b>&amp;[x](y)`'],
  ];
  for (const [text, span] of spans) {
    it(`wraps ${JSON.stringify(text)}`, () => {
      assert.equal(codeSpan(text), span);
    });
  }
});

describe('plainText', () => {
  it('is one line without controls, shortened with an ellipsis', () => {
    assert.equal(plainText('  a\r\n\tb\u0007c  '), 'a b\ufffdc');
    assert.equal(plainText('abcdef', 4), 'abc…');
  });
});

describe('codeMarkdown', () => {
  const explanation: CodeExplanation = {
    title: '0x80180018',
    value: 0x80180018,
    unsigned: '2149056536',
    signed: '-2145910760',
    symbol: 'E_`X`',
    family: 'Family',
    meaning: 'No [licence](command:x)',
    cause: 'A cause.',
    remedy: null,
    source: 'a.h',
    certainty: 'Sure.',
    via: null,
    alsoKnownAs: ['0x1 (B)'],
    known: true,
  };

  it('shows every part once and escapes it', () => {
    assert.equal(
      codeMarkdown(explanation),
      [
        '**0x80180018** · `` E_`X` `` · 2149056536 · \\-2145910760',
        'No \\[licence\\]\\(command\\:x\\)\\.',
        '**Likely cause:** A cause\\.',
        '**See also:** 0x1 \\(B\\)\\.',
        '*Family\\. Source\\: a\\.h\\. Sure\\.*',
      ].join('\n\n'),
    );
  });
});
