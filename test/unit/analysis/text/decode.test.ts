import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../../../server/src/analysis/text/decode.ts';

const line = '<![LOG[Zürich “ready”]LOG]!>\r\n';
const ascii = '<![LOG[ready]LOG]!>\r\n';

function check(bytes: Uint8Array | readonly number[], encoding: string, text: string): void {
  assert.deepEqual(decode(Uint8Array.from(bytes)), { text, encoding });
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, order: 'le' | 'be'): readonly number[] {
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return codes.flatMap((code) => (order === 'le' ? [code & 0xff, code >> 8] : [code >> 8, code & 0xff]));
}

test('UTF-8 with and without a byte order mark', () => {
  check(utf8(line), 'utf-8', line);
  check([0xef, 0xbb, 0xbf, ...utf8(line)], 'utf-8-bom', line);
});

test('UTF-16 with a byte order mark', () => {
  check([0xff, 0xfe, ...utf16(line, 'le')], 'utf-16le-bom', line);
  check([0xfe, 0xff, ...utf16(line, 'be')], 'utf-16be-bom', line);
});

test('UTF-16 without a byte order mark is known by its zero bytes', () => {
  check(utf16(line, 'le'), 'utf-16le', line);
  check(utf16(line, 'be'), 'utf-16be', line);
});

test('UTF-16 with an odd number of bytes keeps everything but the half character', () => {
  check([0xff, 0xfe, ...utf16('ab', 'le'), 0x63], 'utf-16le-bom', 'ab\ufffd');
  check([...utf16(ascii, 'be'), 0], 'utf-16be', `${ascii}\ufffd`);
});

test('what is no UTF-8 is Windows-1252, with its quotation marks and euro sign', () => {
  check([0x5a, 0xfc, 0x72, 0x20, 0x93, 0x80, 0x94], 'windows-1252', 'Zür “€”');
  check([0xe4, 0x81, 0x62], 'windows-1252', 'ä\x81b');
});

test('a byte order mark inside the text stays, as positions count it', () => {
  check([0xef, 0xbb, 0xbf, ...utf8('a\n\ufeffb')], 'utf-8-bom', 'a\n\ufeffb');
  check([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61], 'utf-8-bom', '\ufeffa');
});

test('a pre-allocated file that ends or begins with zeros is not UTF-16', () => {
  const zeros = new Array<number>(5000).fill(0);
  check([...utf8(ascii), ...zeros], 'utf-8', ascii + '\0'.repeat(5000));
  check([...zeros, ...utf8(ascii)], 'utf-8', '\0'.repeat(5000) + ascii);
  check([0x61, ...zeros], 'utf-8', `a${'\0'.repeat(5000)}`);
  check(zeros, 'utf-8', '\0'.repeat(5000));
});

test('UTF-16 in a pre-allocated file is still UTF-16', () => {
  check([...utf16(ascii, 'le'), 0, 0, 0, 0], 'utf-16le', `${ascii}\0\0`);
});

test('UTF-8 that is cut inside a character stays UTF-8', () => {
  check(utf8('Zürich ü').subarray(0, -1), 'utf-8', 'Zürich \ufffd');
  check(utf8('€ Zürich').subarray(1), 'utf-8', '\ufffd\ufffd Zürich');
});

test('a single odd byte at the end is a letter of Windows-1252', () => {
  check([...utf8('Caf'), 0xe9], 'windows-1252', 'Café');
});

test('nothing and nearly nothing', () => {
  check([], 'utf-8', '');
  check([0xef, 0xbb, 0xbf], 'utf-8-bom', '');
  check([0xff, 0xfe], 'utf-16le-bom', '');
  check([0xff], 'windows-1252', 'ÿ');
  check([0], 'utf-8', '\0');
});

test('every pair of bytes decodes to something', () => {
  for (let pair = 0; pair < 0x10000; pair += 7) {
    const { text } = decode(Uint8Array.of(pair >> 8, pair & 0xff));
    assert.ok(text.length <= 2, `bytes ${pair.toString(16)}`);
  }
});

test('a long text in UTF-16 is decoded as one, whatever lies over the borders of its pieces', () => {
  for (const border of [0x7ffe, 0x7fff, 0x8000]) {
    const text = `${'a'.repeat(border)}😀${'b'.repeat(0x8000)}`;
    check([0xff, 0xfe, ...utf16(text, 'le')], 'utf-16le-bom', text);
    check([0xfe, 0xff, ...utf16(text, 'be')], 'utf-16be-bom', text);
    const half = `${'a'.repeat(border)}\ud83d`;
    check([0xff, 0xfe, ...utf16(half, 'le'), 0x63], 'utf-16le-bom', `${'a'.repeat(border)}\ufffd`);
  }
});
