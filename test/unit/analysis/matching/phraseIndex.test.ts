import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PhraseIndex } from '../../../../server/src/analysis/matching/phraseIndex.ts';
import { randomNumbers } from '../randomNumbers.ts';

const phrases = [
  'enroll',
  'enrolling device',
  'enrolling device with credentials',
  'enrolled',
  'e',
  'e mail',
  'ab',
  '0x80 code',
  'device état',
  'code: (',
  'device is',
];

function find(index: PhraseIndex<string>, text: string): readonly string[] {
  return [...index.find(text)].sort();
}

/** The same, said by one expression for each phrase. */
function expected(text: string): readonly string[] {
  return phrases
    .filter((phrase) => {
      const form = phrase
        .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
        .replace(/[^\0-\x7f ]+| +/g, '(?:\\s|[^\\0-\\x7f])+');
      return new RegExp(`(?:^|[^a-z0-9])${form}`, 'i').test(text);
    })
    .sort();
}

const index = new PhraseIndex(phrases.map((phrase) => ({ phrase, item: phrase })));

test('phrases are found at the beginning of words, whatever their case and blanks', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['', []],
    ['reenroll', []],
    ['(Enroll', ['e', 'enroll']],
    [
      'Enrolling  DEVICE\r\n\twith credentialsX',
      ['e', 'enroll', 'enrolling device', 'enrolling device with credentials'],
    ],
    ['enrolling devic', ['e', 'enroll']],
    ['a 0x80 code', ['0x80 code']],
    ['code:(', []],
    ['code: (5)', ['code: (']],
  ];
  for (const [text, found] of cases) assert.deepEqual(find(index, text), [...found].sort(), text);
});

test('each is told once, however often it stands there', () => {
  assert.deepEqual(find(index, 'ab ab ab device is device is'), ['ab', 'device is']);
});

test('random texts of pieces of phrases', () => {
  const random = randomNumbers(20261127);
  const pieces = [
    ...phrases.join(' ').split(/(?<= )|(?=[a-z])/),
    ' ',
    '  ',
    '\n',
    '\u00a0',
    'é',
    'É',
    'X',
    '(',
    '-',
    '\0',
  ];
  let found = 0;
  for (let round = 0; round < 5000; round++) {
    let text = '';
    while (random() < 0.93) {
      const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
      text += random() < 0.3 ? piece.toUpperCase() : piece;
      if (random() < 0.2) text += phrases[Math.floor(random() * phrases.length)] ?? '';
    }
    const told = find(index, text);
    assert.deepEqual(told, expected(text), JSON.stringify(text));
    found += told.length;
  }
  assert.ok(found > 1000, `only ${found} phrases were found`);
});

test('a phrase that begins with neither a letter nor a digit is refused', () => {
  assert.throws(() => new PhraseIndex([{ phrase: '(x', item: 1 }]), /letter or a digit/);
});
