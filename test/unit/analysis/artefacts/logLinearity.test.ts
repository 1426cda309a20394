import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { processorTime } from '../processorTime.ts';

const record =
  '<![LOG[a]LOG]!><time="10:00:01.250-120" date="11-20-2026" component="C" type="1" thread="1" file="">\n';
const oldRecord = 'a  $$<C><11-20-2026 10:00:01.250-120><thread=1 (0x1)>\n';

const installerLine = 'MSI (s) (90:64) [10:00:01:250]: a\n';

/** Texts that are as unkind to a log reader as can be, for a size of about 4 * n characters or a small multiple. */
const shapes: Readonly<Record<string, (n: number) => string>> = {
  'openers in a row': (n) => '<![LOG['.repeat(n),
  'unclosed openers': (n) => '<![LOG[x\n'.repeat(n) + record,
  'unclosed openers on one line': (n) => '<![LOG[x'.repeat(n) + record,
  'quoted openers': (n) => `<![LOG[a${" '<![LOG['".repeat(n)}${record}`,
  'quoted openers without a closer': (n) => record + "<![LOG[a '<![LOG[' ".repeat(n),
  'closers without attributes': (n) => record + 'x]LOG]!>'.repeat(n),
  'closers in one message': (n) => `<![LOG[${'x]LOG]!> y'.repeat(n)}`,
  'closers and blanks': (n) => record + `]LOG]!>${' '.repeat(30)}`.repeat(n),
  'quotes in an attribute': (n) => `<![LOG[a]LOG]!><time="${'"x'.repeat(n * 4)}`,
  'names without values': (n) => `<![LOG[a]LOG]!><time="${'"aaaaaaaaaaaaaaaa'.repeat(n)}`,
  'attributes that never end': (n) => `<![LOG[a]LOG]!>${'<a="'.repeat(n * 2)}`,
  NULs: (n) => `${record}<![LOG[${'\0'.repeat(n * 8)}`,
  'blank lines': (n) => record + '\n '.repeat(n * 4) + record,
  'plain lines that look like attributes': (n) => record + 'text date="1" component="x\n'.repeat(n) + record,
  'components in turn': (n) =>
    Array.from({ length: n / 60 }, (_, i) =>
      record.replace('"C"', `"${String(i % 2500).padStart(200, 'C')}"`),
    ).join(''),
  'one long plain line': (n) => `${record}${'text '.repeat(n * 2)} date="1" component="x">\n`,
  'one long message': (n) => `<![LOG[${'text '.repeat(n * 4)}${record}`,
  'installer: banners without a date': (n) => '=== a\n'.repeat(n) + installerLine,
  'installer: stamps that never end': (n) => installerLine + 'MSI (s) (90:64) [\n'.repeat(n),
  'installer: one long line': (n) => installerLine + 'MSI (s) '.repeat(n) + 'Action '.repeat(n),
  'old format: trailer openers': (n) => oldRecord + '$$<'.repeat(n * 4),
  'old format: components': (n) => oldRecord + `$$<a>${' '.repeat(20)}`.repeat(n),
  'old format: unclosed dates': (n) => oldRecord + '$$<a><Fri '.repeat(n),
};

function milliseconds(text: string): number {
  return processorTime(() => readArtefactText(text, 'Sample.log'));
}

/** Four times the text takes four times as long when reading is linear, and sixteen times when it is quadratic. */
const worstRatio = 9;

for (const [name, shape] of Object.entries(shapes)) {
  test(`reading is linear on hostile text: ${name}`, () => {
    const size = 12_000;
    let ratio = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && ratio > worstRatio; attempt++) {
      const small = milliseconds(shape(size));
      ratio = milliseconds(shape(size * 4)) / Math.max(small, 0.05);
    }
    assert.ok(ratio <= worstRatio, `four times the text took ${ratio.toFixed(1)} times as long`);
  });
}
