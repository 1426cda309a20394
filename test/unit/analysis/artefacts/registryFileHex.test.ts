import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { key, read, readAnsiValues, readRegistry, readValues } from './registryFixture.ts';

/** A text as the bytes of UTF-16LE. */
const wide = (text: string): string =>
  Array.from(text, (character) => `${character.charCodeAt(0).toString(16).padStart(2, '0')},00`).join(',');

describe('types', () => {
  for (const [written, expected] of [
    ['hex:01,02', 'REG_BINARY 01 02 (2 bytes)'],
    ['hex(3):01,2', 'REG_BINARY 01 02 (2 bytes)'],
    ['hex:', 'REG_BINARY (no bytes)'],
    ['hex(0):ff', 'REG_NONE ff (1 byte)'],
    [`hex(1):${wide('ab\0')}`, 'REG_SZ ab'],
    [`hex(2):${wide('%x%\0')}`, 'REG_EXPAND_SZ %x%'],
    ['hex(2):', 'REG_EXPAND_SZ (empty)'],
    ['hex(4):01,02,00,00', 'REG_DWORD 513 (0x00000201)'],
    ['hex(5):00,00,02,01', 'REG_DWORD_BIG_ENDIAN 513 (0x00000201)'],
    [`hex(6):${wide('link')}`, 'REG_LINK link'],
    [`hex(7):${wide('a\0b\0\0')}`, 'REG_MULTI_SZ "a", "b"'],
    [`hex(7):${wide('a\0\0b\0\0')}`, 'REG_MULTI_SZ "a", "", "b"'],
    [`hex(7):${wide('a\0b')}`, 'REG_MULTI_SZ "a", "b"'],
    ['hex(7):00,00', 'REG_MULTI_SZ (empty list)'],
    ['hex(7):', 'REG_MULTI_SZ (empty list)'],
    ['hex(8):01', 'REG_RESOURCE_LIST 01 (1 byte)'],
    ['hex(9):01', 'REG_FULL_RESOURCE_DESCRIPTOR 01 (1 byte)'],
    ['hex(a):01', 'REG_RESOURCE_REQUIREMENTS_LIST 01 (1 byte)'],
    ['hex(b):ff,30,00,00,00,00,00,00', 'REG_QWORD 12543 (0x00000000000030FF)'],
    ['hex(b):ff,ff,ff,ff,ff,ff,ff,ff', 'REG_QWORD 18446744073709551615 (0xFFFFFFFFFFFFFFFF)'],
    ['hex(100):01', 'REG_0x100 01 (1 byte)'],
    ['hex(abcd):01', 'REG_0xabcd 01 (1 byte)'],
    ['hex(ffff0012):01', 'REG_0xffff0012 01 (1 byte)'],
  ] as const) {
    test(`${written} is ${expected}`, () => {
      assert.deepEqual(readValues(`"v"=${written}`), [`v ${expected}`]);
    });
  }

  test('REGEDIT4 stores text as windows-1252', () => {
    assert.deepEqual(readAnsiValues('"a"=hex(7):4d,fc,80,00,62,00,00', '"b"=hex(2):93,25,78,25,94,00'), [
      'a REG_MULTI_SZ "M\u00fc\u20ac", "b"',
      'b REG_EXPAND_SZ \u201c%x%\u201d',
    ]);
  });

  test('odd and wrong lengths are read as far as they go and flagged', () => {
    assert.deepEqual(readValues('"a"=hex(2):61,00,62', '"b"=hex(b):01', '"c"=hex(4):'), [
      'a REG_EXPAND_SZ a',
      'b REG_QWORD 01 (1 byte)',
      'c REG_DWORD (no bytes)',
      '! odd-length: "a"=hex(2):61,00,62',
      '! wrong-size: "b"=hex(b):01',
      '! wrong-size: "c"=hex(4):',
    ]);
  });

  test('text behind its end mark is flagged', () => {
    const line = `"a"=hex(1):${wide('x\0y\0')}`;
    assert.deepEqual(readValues(line), ['a REG_SZ x', `! hidden-tail: ${line}`]);
  });
});

describe('bytes', () => {
  test('one or two digits, blanks behind commas, a comma at the end', () => {
    assert.deepEqual(readValues('"a"=hex:1,02, 3,\tA,', '"b"=hex: 01 ;c', '"c"=hex:01,;d'), [
      'a REG_BINARY 01 02 03 0a (4 bytes)',
      'b REG_BINARY 01 (1 byte)',
      'c REG_BINARY 01 (1 byte)',
    ]);
  });

  for (const data of ['001', '01,g', '01,,02', '01 02', '0x1', 'xx', '01#', ',01']) {
    test(`hex:${data} drops the value`, () => {
      const line = `"a"=hex:${data}`;
      assert.deepEqual(readValues(line, '"b"="c"'), ['b REG_SZ c', `! bad-hex: ${line}`]);
    });
  }
});

describe('continuation', () => {
  const joined = 'v REG_BINARY 01 02 03 (3 bytes)';
  for (const lines of [
    ['"v"=hex:01,\\', '  02,\\', '\t03'],
    ['"v"=hex:01, \\', '02, \\ ', '03'],
    ['"v"=hex:\\', '  01,02,03'],
    ['"v"=hex:01,\\;comment', '  02,\\ ;comment', '  03;comment'],
    ['"v"=hex:01,\\', ';comment', '  02,\\', '  ; comment \\', '', '   ', '03'],
  ]) {
    test(lines.join(' ↵ '), () => {
      assert.deepEqual(readValues(...lines, '"next"="read"'), [joined, 'next REG_SZ read']);
    });
  }

  test('no comma before the backslash: the value is dropped, the next line is read by itself', () => {
    assert.deepEqual(readValues('"v"=hex:01,02\\', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-continuation: "v"=hex:01,02\\',
    ]);
    assert.deepEqual(readValues('"v"=hex:01\\', ',02', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-continuation: "v"=hex:01\\',
      '! ignored-line: ,02',
    ]);
  });

  test('a comma before the backslash and no byte on the next line: both are lost', () => {
    assert.deepEqual(readValues('"v"=hex:01,\\', '"lost"="too"', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-continuation: "v"=hex:01,\\↵"lost"="too"',
    ]);
    assert.deepEqual(readValues('"v"=hex:01,\\', ',02', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-continuation: "v"=hex:01,\\↵,02',
    ]);
  });

  test('a key that follows is read all the same: values must not move to another key', () => {
    assert.deepEqual(readValues('"v"=hex:01,\\', '', `[${key}\\Sub]`, '"a"="b"'), [
      `KEY ${key}\\Sub`,
      'a REG_SZ b',
      '! bad-continuation: "v"=hex:01,\\',
    ]);
  });

  test('# is no comment inside the bytes', () => {
    assert.deepEqual(readValues('"v"=hex:01,\\', '#comment', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-continuation: "v"=hex:01,\\↵#comment',
    ]);
    assert.deepEqual(readValues('"v"=hex:01,\\#comment', '02', '"next"="read"'), [
      'next REG_SZ read',
      '! bad-hex: "v"=hex:01,\\#comment',
      '! stray-hex: 02',
    ]);
  });

  test('a comment without a backslash ends the data', () => {
    assert.deepEqual(readValues('"v"=hex:01,02,;comment', '  03', '"next"="read"'), [
      'v REG_BINARY 01 02 (2 bytes)',
      'next REG_SZ read',
      '! stray-hex: 03',
    ]);
  });
});

describe('a file that ends inside a value', () => {
  for (const [data, partial] of [
    ['hex:01,02,', '01 02'],
    ['hex:01,02,\\', '01 02'],
    ['hex:01,\\\n  02,\\\n\n', '01 02'],
    [`hex(2):${wide('abc')},\\\n  `, 'abc'],
    [`hex(7):${wide('a\0b')},\\`, 'a b'],
  ] as const) {
    test(JSON.stringify(data), () => {
      const text = `Windows Registry Editor Version 5.00\n[${key}]\n"v"=${data}`;
      const { keys, problems } = readRegistry(text);
      assert.deepEqual(keys[0]?.values[0]?.data, { kind: 'partial', text: partial });
      assert.deepEqual(
        problems.map((problem) => problem.id),
        ['truncated-value'],
      );
    });
  }
});

test('five megabytes in one value: the first bytes are kept, and the full length', () => {
  const line = `  ${'ab,'.repeat(25)}\\\r\n`;
  const lines = Math.ceil(5_000_000 / 25);
  const text = `Windows Registry Editor Version 5.00\r\n[${key}]\r\n"v"=hex:\\\r\n${line.repeat(lines)}  cd\r\n"w"=dword:1\r\n`;
  const started = performance.now();
  const { keys, problems } = readRegistry(text);
  assert.ok(performance.now() - started < 5000);
  const data = keys[0]?.values[0]?.data;
  assert.ok(data?.kind === 'binary');
  assert.deepEqual([data.bytes.length, data.length], [4096, 25 * lines + 1]);
  assert.equal(keys[0]?.values[1]?.name, 'w');
  assert.deepEqual(problems, []);
});

test('a list that is longer than what is kept is partial', () => {
  const described = read(`REGEDIT4\n[${key}]\n"v"=hex(7):${'61,'.repeat(5000)}00\n`);
  assert.equal(described[1], `v REG_MULTI_SZ partial ${'a'.repeat(4096)}`);
});
