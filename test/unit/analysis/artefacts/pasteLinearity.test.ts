import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventTextReader } from '../../../../server/src/analysis/artefacts/eventText.ts';
import { logExcerptReader } from '../../../../server/src/analysis/artefacts/logExcerpt.ts';
import { processorTime } from '../processorTime.ts';

const rowOfViewer = 'Message\tCcmExec\t11/20/2026 8:42:51 PM\t9476 (0x2504)\n';
const eventStart = 'Log Name: A/Admin\nSource: A\nEvent ID: 76\nLevel: Error\nDescription: x\n';
const xmlStart = '<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><EventID>76</EventID>';
const listStart = 'Level,Date and Time,Source,Event ID,Task Category\n';

/** Texts that are as unkind to a reader of pastes as can be, for a size of some n. */
const shapes: Readonly<Record<string, (n: number) => string>> = {
  'lines without tabs': (n) => rowOfViewer + 'a plain line\n'.repeat(n),
  'tabs in a row': (n) => rowOfViewer + '\t'.repeat(n * 8),
  'one long line': (n) => rowOfViewer + 'word '.repeat(n * 4),
  'threads in a row': (n) => rowOfViewer + '1 (0x1) '.repeat(n * 2),
  'dates in a row': (n) => rowOfViewer + '1/1/2026 1:1 '.repeat(n * 2),
  'blanks before a date': (n) => `${rowOfViewer}x${' '.repeat(n * 8)}1/1/2026 1:11:11 1 (0x1)\n`,
  'damaged openers in a row': (n) => '[LOG['.repeat(n * 2),
  'damaged openers and closers on one line': (n) => '![LOG[a]LOG]! '.repeat(n),
  'damaged closers': (n) => '[LOG[a]LOG] '.repeat(2) + ']LOG] '.repeat(n),
  'damaged records whose attributes never come': (n) => '[LOG[a]LOG] time=\n'.repeat(n),
  'labels in a row': (n) => eventStart + 'Event ID: 76\n'.repeat(n),
  'labels without values': (n) => eventStart + 'Source:\n'.repeat(n),
  'a description without end': (n) => eventStart + 'text text\n'.repeat(n),
  'blank lines': (n) => eventStart + '\n '.repeat(n * 4),
  'XML: openers in a row': (n) => xmlStart + '<Event '.repeat(n * 2),
  'XML: data that never ends': (n) => xmlStart + '<EventData>'.repeat(n),
  'XML: messages that never end': (n) => xmlStart + '<Event ><Message'.repeat(n),
  'lists: quotation marks in a row': (n) => listStart + '"'.repeat(n * 4 + 1),
  'lists: separators and doubled marks': (n) => `${listStart}"${',""'.repeat(n * 2)}`,
  'lists: opened marks': (n) => listStart + 'a,"b\n'.repeat(n),
  'tables of PowerShell': (n) =>
    'TimeCreated  Id LevelDisplayName Message\n' + '11/20/2026 1:57:51 PM 76 Error x\n'.repeat(n),
};

function milliseconds(text: string): number {
  return processorTime(() => {
    for (const reader of [eventTextReader, logExcerptReader]) {
      reader.detect(text.slice(0, 0x10000), 'paste.txt');
      reader.parse(text);
    }
  });
}

/** Four times the text takes four times as long when reading is linear, and sixteen times when it is quadratic. */
const worstRatio = 9;

for (const [name, shape] of Object.entries(shapes)) {
  test(`reading pastes is linear on hostile text: ${name}`, () => {
    const size = 6_000;
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && ratio > worstRatio; attempt++) {
      const small = milliseconds(shape(size));
      ratio = milliseconds(shape(size * 4)) / Math.max(small, 0.2);
    }
    assert.ok(ratio <= worstRatio, `four times the text took ${ratio.toFixed(1)} times as long`);
  });
}
