import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createAnalyser } from '../../../server/src/analysis/index.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { createCatalogue } from '../../../server/src/catalogue/index.ts';
import { noCodes } from './noCodes.ts';
import { randomNumbers } from './randomNumbers.ts';

const analyser = createAnalyser(createCatalogue(noCodes));
const next = randomNumbers(7);
const random = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(next() * 256)));
const zeros = Buffer.alloc(3000);

/** Ids of what is said of a file. */
function saidOf(bytes: Uint8Array, name = 'CoManagementHandler.log'): readonly string[] {
  return analyser.readBytes(name, sourceOfBytes(bytes)).artefact.problems.map(({ id }) => id);
}

for (const [what, bytes] of Object.entries({
  zeros,
  'random bytes': random(50_000),
  'random bytes between zeros': Buffer.concat([zeros, random(50_000), zeros]),
  'random bytes with the mark of UTF-16': Buffer.concat([Buffer.from([0xff, 0xfe]), random(50_000)]),
  'an archive': gzipSync(random(5000)),
})) {
  test(`${what} under the name of a log hold no text`, () => {
    assert.deepEqual(saidOf(bytes), ['no-text']);
  });

  test(`${what} under another name are nobody's business`, () => {
    assert.deepEqual(saidOf(bytes, 'data.bin'), []);
  });
}

const sentence = 'Nothing that a log would say. ';
const shiftJis = Buffer.from([0x83, 0x8d, 0x83, 0x4f, 0x82, 0xcd, 0x90, 0xb3, 0x8f, 0xed, 0x81, 0x42]);

for (const [what, bytes] of Object.entries({
  'a text': Buffer.from(sentence),
  'a text behind zeros': Buffer.concat([zeros, Buffer.from(sentence)]),
  'a text with zeros in it': Buffer.from(sentence.replaceAll(' ', '\0')),
  'a text with a stray control character': Buffer.from('Odd\x01'),
  'a text with the colours of a terminal': Buffer.from('\x1b[31mred\x1b[0m '.repeat(20)),
  'UTF-16 without a mark': Buffer.from(sentence.repeat(20), 'utf16le'),
  'Japanese in an encoding that is not known': Buffer.concat(Array.from({ length: 50 }, () => shiftJis)),
})) {
  test(`${what} is a text`, () => {
    assert.deepEqual(saidOf(bytes), []);
  });
}

test('an empty log is told as such', () => {
  assert.deepEqual(saidOf(Buffer.alloc(0)), ['empty-file']);
});

test('a registry hive and an event log keep their own messages', () => {
  const behind = (start: string): Buffer => Buffer.concat([Buffer.from(start), random(5000)]);
  assert.deepEqual(saidOf(behind('regf')), ['registry-hive']);
  assert.deepEqual(saidOf(behind('ElfFile\0')), ['event-log']);
});

test('the finding says what to do, and the next step asks for the log again', () => {
  const reading = analyser.readBytes('CoManagementHandler.log', sourceOfBytes(random(9000)));
  const { findings, verdict } = analyser.analyse('case', [reading], { now: null, bias: null });
  assert.deepEqual(
    findings.map(({ message }) => message),
    [
      'CoManagementHandler was collected and holds no text; it may be damaged, encrypted or compressed. Copy it again from the device, with its .lo_ neighbour.',
    ],
  );
  assert.match(verdict.nextStep ?? '', /^Collect CoManagementHandler\.log again, /);
});
