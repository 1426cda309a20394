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
  end: () => undefined,
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

test('more records than one run takes, more middles than can be learned, and a log that begins far behind', () => {
  const line = (i: number): string =>
    `<![LOG[${i}]LOG]!><time="10:00:0${i % 7}.250" date="11-20-2026" component="${'C'.repeat(i % 60)}${i % 3000}" context="" type="1" thread="${i}" file="">\n`;
  const few = (i: number): string => line(i % 3);
  for (const text of [
    Array.from({ length: 5_000 }, (_, i) => few(i)).join(''),
    Array.from({ length: 6_000 }, (_, i) => line(i >> 1)).join(''),
    '<![LOG[]LOG]!><time="10:00:00.250" date="1-2-2026" component="" context="" type="1" thread="1" file="">\n'.repeat(
      3_000,
    ),
  ]) {
    const quick = scan(text, ofUsualWindows);
    assert.deepEqual(quick.read, scan(text, nothingIsPlain).read);
    assert.ok(quick.plain > 1_000, `${quick.plain} were plain`);
    const [near, far] = [0, 0x90000000].map((base) => {
      const sink = new CcmRecordSink('');
      sink.moveTo(base);
      const read = new CcmScanner(text, true, sink, null, ofUsualWindows).scan();
      const { records } = sink.finish();
      return {
        read,
        start: Array.from(records.start, (at) => at - base),
        end: Array.from(records.messageEnd, (at) => at - base),
      };
    });
    assert.deepEqual(far, near);
  }
});

test('what stands behind a window stops nothing and decides nothing', () => {
  const record =
    '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" context="" type="1" thread="12" file="';
  const reader = new CcmPlainRecords();
  // Fills all memory of the window with letters, which end nothing.
  scan('x'.repeat(0xc000), reader);
  scan(`<![LOG[a${'x'.repeat(0xbff0)}`, reader);
  for (const rest of ['', 'x'.repeat(10), 'x'.repeat(200_000)]) {
    const text = `${record}a">\n${record}${rest}`;
    assert.deepEqual(scan(text, reader).read, scan(text, nothingIsPlain).read, `${rest.length} more`);
  }
});
