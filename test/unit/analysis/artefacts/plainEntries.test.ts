import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  plainEntries,
  type PlainEntriesModule,
} from '../../../../server/src/analysis/artefacts/plainEntriesModule.ts';
import { RegistryFileReading } from '../../../../server/src/analysis/artefacts/registryFileReading.ts';
import { RegistryFileScanner } from '../../../../server/src/analysis/artefacts/registryFileScanner.ts';
import { GrowingNumbers } from '../../../../server/src/analysis/text/growingNumbers.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { randomRegistryFile } from './randomRegistryFile.ts';

const module = plainEntries();

/** What is read of a text in two windows, the first of them so long. What the scanner leaves is read by the rules. */
function scan(text: string, length: number, plain: PlainEntriesModule | null): unknown {
  const reading = new RegistryFileReading(text.length);
  const lines = new GrowingNumbers();
  const scanner = new RegistryFileScanner(reading, lines, plain);
  const units = plain === null ? new Uint16Array(text.length + 32) : plain.units;
  let base = 0;
  let hasBegun = false;
  for (const end of [length, text.length]) {
    // What stands behind the first window is there, too.
    for (let i = base; i < text.length; i++) units[i - base] = text.charCodeAt(i);
    const window = { text: text.slice(base, end), base, isLast: end === text.length };
    let at = 0;
    let next = hasBegun ? 0 : reading.begin(window);
    while (next >= 0) {
      hasBegun = true;
      at = scanner.scan(units, next, end - base, base);
      if (at >= end - base) break;
      next = reading.readEntry(window, at);
      for (let i = base + at; i < base + next; i++) if (isLineBehind(text, i)) lines.add(i + 1);
    }
    base += at;
  }
  return { table: reading.table.finish(), problems: reading.problems.finish(), lines: lines.finish() };
}

function isLineBehind(text: string, at: number): boolean {
  return text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n');
}

function check(text: string, length = text.length): void {
  assert.deepEqual(
    scan(text, length, module),
    scan(text, length, null),
    `${length} of ${JSON.stringify(text)}`,
  );
}

/** An export without its header, as regedit writes it. */
const entries = [
  '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Contoso\\{1f0e}]',
  '@="default"',
  '"Path"="C:\\\\Program Files\\\\\\"Contoso\\"\\\\"',
  '"漢字 and more than eight"="漢字\u0122\u015c\u010a"',
  '"Number"=dword:0000001f',
  '"Bytes of a name that is so long"=hex:\\',
  '  01,02,03,04,05,06,07,08,09,0a,0b,0C,0d,0e,0f,10,11,12,13,14,15,16,17,18,19,1a,\\',
  '  1b,1c,1d',
  '"Five"=hex:01,02,03,04,05',
  '"Empty"=hex(0):',
  '"Expanded"=hex(2):25,00,61,00,00,00',
  '"List"=hex(7):61,00,00,00,62,00,00,00,00,00',
  '"Long"=hex(b):01,02,03,04,05,06,07,08',
  '',
  '[HKEY_LOCAL_MACHINE\\SOFTWARE]',
  '"Empty"=""',
  '',
].join('\r\n');
const header = 'Windows Registry Editor Version 5.00\r\n\r\n';

test('plain entries are read as the scanner reads them, wherever the window ends', () => {
  const random = randomNumbers(20261128);
  for (let round = 0; round < 200; round++) {
    const text = randomRegistryFile(random, 40);
    check(text);
    for (let cut = 0; cut < 5; cut++) check(text, Math.floor(random() * text.length));
  }
});

test('one character more, less or other than a plain entry', () => {
  const text = header + entries;
  for (let at = header.length; at < text.length; at++) {
    for (const other of ['', '"', '\\', ',', '=', '[', ']', ' ', '\r', '\n', '0', '1', 'x', 'é', '漢']) {
      for (const length of [0, 1]) check(text.slice(0, at) + other + text.slice(at + length));
    }
  }
});

test('plain entries that are cut anywhere, at any place of the registers', () => {
  for (let shift = 0; shift < 20; shift++) {
    const text = `${header}[HKEY_LOCAL_MACHINE\\${'a'.repeat(shift)}]\r\n${entries}`;
    for (let length = header.length; length <= text.length; length++) check(text, length);
  }
});

test('bytes of every type and number, with an end mark at every place', () => {
  const checkBytes = (type: string, bytes: readonly string[]): void => {
    for (const joint of [',', ',\\\r\n  ']) {
      for (const start of [header, 'REGEDIT4\n']) {
        check(`${start}[HKEY_LOCAL_MACHINE\\a]\n"a"=hex${type}:${bytes.join(joint)}\r\n`);
      }
    }
  };
  for (const type of [
    '',
    '(0)',
    '(1)',
    '(2)',
    '(3)',
    '(4)',
    '(5)',
    '(7)',
    '(8)',
    '(b)',
    '(B)',
    '(:)',
    '(10)',
  ]) {
    for (let count = 0; count < 12; count++) {
      for (let mark = 0; mark <= count; mark++) {
        for (const end of [mark + 1, mark + 2]) {
          checkBytes(
            type,
            Array.from({ length: count }, (_, i) => (i >= mark && i < end ? '00' : '61')),
          );
        }
      }
    }
  }
});

test('lines of bytes that are none, or hold none', () => {
  const lines = [
    '\\',
    '01,\\',
    '  \\',
    '  02,\\',
    '  02',
    '',
    '  ',
    '  02,',
    '02\\',
    '0,\\',
    ';',
    '[HKEY_USERS\\a]',
  ];
  for (const first of lines) {
    for (const second of lines) {
      for (const third of lines) {
        check(
          `${header}[HKEY_LOCAL_MACHINE\\a]\r\n"a"=hex:${[first, second, third].join('\r\n')}\r\n"b"="c"\r\n`,
        );
      }
    }
  }
});

test('what regedit writes is plain', () => {
  for (let i = 0; i < entries.length; i++) module.units[i] = entries.charCodeAt(i);
  module.learnRoot(Uint16Array.from('HKEY_LOCAL_MACHINE', (character) => character.charCodeAt(0)));
  assert.equal(module.read(0, entries.length, 0, 0, false, false), entries.length);
  assert.equal(module.keyCount, 2);
  assert.equal(module.valueCount, 11);
});

test('a window full of the shortest lines, values and keys finds room', () => {
  const length = module.units.length - 32;
  for (const entry of ['\n', '@=""\n', '[HKEY_USERS\\]\n']) {
    const start = '[HKEY_USERS\\a]\n';
    check(start + entry.repeat((length - start.length) / entry.length));
  }
});
