import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyIndex } from '../../../../server/src/analysis/matching/keyIndex.ts';
import { MessageBytes } from '../../../../server/src/analysis/text/byteWindow.ts';
import { randomNumbers } from '../randomNumbers.ts';

const keys = [
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

function find(index: KeyIndex<string>, text: string): readonly string[] {
  return [...index.find(new MessageBytes().of(text), 0, text.length)].sort();
}

/** The same, said by one expression for each key. */
function expected(text: string): readonly string[] {
  return keys
    .filter((key) => {
      const form = key
        .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
        .replace(/[^\0-\x7f ]+| +/g, '(?:\\s|[^\\0-\\x7f])+');
      return new RegExp(`(?:^|[^a-z0-9])${form}`, 'i').test(text);
    })
    .sort();
}

const index = new KeyIndex(keys.map((key) => ({ key, item: key })));

test('keys are found at the beginning of words, whatever their case and blanks', () => {
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

test('random texts of pieces of keys', () => {
  const random = randomNumbers(20261127);
  const pieces = [
    ...keys.join(' ').split(/(?<= )|(?=[a-z])/),
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
      if (random() < 0.2) text += keys[Math.floor(random() * keys.length)] ?? '';
    }
    const told = find(index, text);
    assert.deepEqual(told, expected(text), JSON.stringify(text));
    found += told.length;
  }
  assert.ok(found > 1000, `only ${found} keys were found`);
});

test('a key that begins with neither a letter nor a digit is refused', () => {
  assert.throws(() => new KeyIndex([{ key: '(x', item: 1 }]), /letter or a digit/);
});
