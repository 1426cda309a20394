import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CcmRecordSink } from '../../../../server/src/analysis/artefacts/ccmRecordSink.ts';
import { CcmPlainRecords } from '../../../../server/src/analysis/artefacts/ccmPlainRecords.ts';
import { CcmScanner, type PlainRecordReader } from '../../../../server/src/analysis/artefacts/ccmScanner.ts';
import { LineStarts } from '../../../../server/src/analysis/text/lineStarts.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { randomLog } from './randomLog.ts';

const ofUsualWindows = new CcmPlainRecords();
const ofShortWindows = new CcmPlainRecords(300);
const nothingIsPlain: PlainRecordReader = {
  begin: () => undefined,
  read: (from) => from,
  learn: () => undefined,
};

/** What is read of a log, its lines included, and how many of its records were read as plain ones. */
function scan(text: string, reader: PlainRecordReader): { readonly read: unknown; readonly plain: number } {
  const sink = new CcmRecordSink(text);
  const lines = new LineStarts();
  const addPlain = sink.addPlain.bind(sink);
  let plain = 0;
  sink.addPlain = (rows, count, names) => {
    addPlain(rows, count, names);
    plain += count;
  };
  new CcmScanner(text, false, sink, lines, reader).scan();
  return { read: { ...sink.finish(), lines: lines.finish() }, plain };
}

test('plain records are read as the general reader reads them', () => {
  const random = randomNumbers(20261122);
  let plain = 0;
  for (let round = 0; round < 200; round++) {
    const text = randomLog(random, 100);
    const quick = scan(text, ofUsualWindows);
    assert.deepEqual(quick.read, scan(text, nothingIsPlain).read, `round ${round}`);
    assert.deepEqual(scan(text, ofShortWindows).read, quick.read, `round ${round}, short windows`);
    plain += quick.plain;
  }
  assert.ok(plain > 300, `only ${plain} records were plain ones`);
});

test('one character more, less or other than the plain form', () => {
  const record =
    '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" context="" type="1" thread="12" file="a.cpp:3">\n';
  for (let at = 7; at < record.length; at++) {
    for (const other of ['', '"', "'", '>', ' ', '\n', '9', 'x', '=', '<![LOG[', ']LOG]!>']) {
      for (const length of [0, 1]) {
        const text = record + record.slice(0, at) + other + record.slice(at + length) + record;
        assert.deepEqual(
          scan(text, ofUsualWindows).read,
          scan(text, nothingIsPlain).read,
          `${JSON.stringify(other)} at ${at}`,
        );
      }
    }
  }
});

test('nearly all records of an ordinary log are plain ones', () => {
  const record = (component: string, day: number): string =>
    `<![LOG[a]LOG]!><time="10:00:01.2500000" date="11-${day}-2026" component="${component}" context="" type="2" thread="1" file="">\r\n`;
  const text = Array.from({ length: 100 }, (_, i) => record(`Part${i % 3}`, 10 + (i % 2))).join('');
  // The general reader learns each of the six forms, and the last record is its own: nothing follows it.
  assert.equal(scan(text, new CcmPlainRecords()).plain, 100 - 6 - 1);
});

test('records with blanks and blank lines between them are plain ones, too', () => {
  const record =
    '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" context="" type="1" thread="12" file="a.cpp:3">';
  for (const gap of ['\n', '\r\n', '\r', '\r\n\r\n', ' \r\n', '\r\r\n', '\t', '\n\0\0\n']) {
    const text = `${record}${gap}`.repeat(20);
    assert.equal(scan(text, new CcmPlainRecords()).plain, 20 - 2, JSON.stringify(gap));
    assert.deepEqual(scan(text, ofUsualWindows).read, scan(text, nothingIsPlain).read, JSON.stringify(gap));
  }
});

test('what is left of an earlier window in the bytes decides nothing', () => {
  const record = (message: string): string =>
    `<![LOG[${message}]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" context="" type="1" thread="12" file="a.cpp:3">\n`;
  for (let length = 280; length < 330; length++) {
    // Letters beyond ASCII take more bytes than units, so they reach into the room behind the window.
    const text = `${record('a')}${'é<![LOG['.repeat(Math.ceil(length / 8)).slice(0, length)}${record('b')}${record('c')}`;
    assert.deepEqual(
      scan(text, ofShortWindows).read,
      scan(text, nothingIsPlain).read,
      `${length} characters`,
    );
  }
});
