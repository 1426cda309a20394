import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ccmLogReader } from '../../../../server/src/analysis/artefacts/ccmLog.ts';
import { readCcmPieces } from '../../../../server/src/analysis/artefacts/ccmPieces.ts';
import { sourceOfBytes } from '../../../../server/src/analysis/text/byteSource.ts';
import { decode } from '../../../../server/src/analysis/text/decode.ts';
import { withPieces } from '../../../../server/src/analysis/text/pieceReader.ts';
import { positionIn, textAgain } from '../../../../server/src/analysis/text/textPieces.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { randomLog } from './randomLog.ts';

/** Reads a file in pieces and as a whole, and compares everything that can be asked of the two. */
function checkPieces(bytes: Uint8Array, pieceBytes: number, about: string): void {
  const { text, encoding } = decode(bytes);
  const whole = ccmLogReader.parse(text);
  assert.equal(whole.type, 'log');
  const source = sourceOfBytes(bytes);
  const messages: string[] = [];
  const { artefact, pieces } = withPieces(
    source,
    (reader, readAs) => {
      messages.length = 0;
      return readCcmPieces(reader, readAs, ({ columns }, from, to, window, base) => {
        for (let i = from; i < to; i++) {
          messages.push(
            window.slice((columns.messageStart[i] ?? 0) - base, (columns.messageEnd[i] ?? 0) - base),
          );
        }
      });
    },
    pieceBytes,
  );

  assert.deepEqual({ ...artefact.records, text: '' }, { ...whole.records, text: '' }, about);
  assert.deepEqual(artefact.problems, whole.problems, about);
  assert.equal(pieces.encoding, encoding, about);
  assert.equal(pieces.length, text.length, about);
  const { records } = whole;
  assert.deepEqual(
    messages,
    Array.from({ length: records.count }, (_, i) =>
      text.slice(records.messageStart[i], records.messageEnd[i]),
    ),
    about,
  );
  const document = TextDocument.create('file:///a.log', 'ccmlog', 1, text);
  for (const offset of [...records.start, ...records.messageStart, ...records.messageEnd, 0]) {
    assert.deepEqual(
      positionIn(pieces, offset),
      document.positionAt(offset),
      `${about}: position of ${offset}`,
    );
  }
  for (let i = 0; i < records.count; i += 7) {
    const [start = 0, end = 0] = [records.start[i], records.end[i + 2] ?? records.end[i]];
    assert.equal(textAgain(source, pieces, start, end), text.slice(start, end), `${about}: text again`);
  }
}

const encoders: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 with a mark': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 big-endian': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'Windows-1252': (text) => Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1'),
  ASCII: (text) => Buffer.from(text.replace(/[^\0-\x7f]/g, '?'), 'latin1'),
  'UTF-8 cut inside a character': (text) => Buffer.from(`${text}é`).subarray(0, -1),
};

for (const [name, encode] of Object.entries(encoders)) {
  test(`a log read in pieces of any size is the log read as a whole: ${name}`, () => {
    const random = randomNumbers(20261122);
    for (let round = 0; round < 60; round++) {
      const text = randomLog(random, 1 + Math.floor(random() * 60));
      const pieceBytes = 8 + Math.floor(random() ** 2 * 3000);
      checkPieces(encode(text), pieceBytes, `round ${round}, pieces of ${pieceBytes}`);
    }
  });
}

test('a message that is longer than many pieces', () => {
  const record =
    '<![LOG[a]LOG]!><time="10:00:00.000+000" date="05-12-2026" component="C" context="" type="1" thread="1" file="">';
  const text = `${record}\n<![LOG[${'word '.repeat(4000)}]LOG]!>${record.slice(15)}\n${record}`;
  checkPieces(Buffer.from(text), 100, 'long message');
});

test('a log without an end to its last message, and files with nothing in them', () => {
  checkPieces(Buffer.from('<![LOG[a'), 8, 'unclosed');
  checkPieces(Buffer.from(''), 8, 'empty');
  checkPieces(Buffer.from('\r'), 8, 'a carriage return');
  checkPieces(Buffer.from([0xef, 0xbb, 0xbf]), 8, 'only a mark');
});
