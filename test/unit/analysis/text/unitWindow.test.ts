import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOfBytes } from '../../../../server/src/analysis/text/byteSource.ts';
import { slackUnits, UnitWindow } from '../../../../server/src/analysis/text/unitWindow.ts';

test('a window that became longer for one thing is as long as before behind it', () => {
  const text = Array.from({ length: 40 }, (_, i) => String.fromCharCode(0x100 + i)).join('');
  const memory = new Uint16Array(20 + 8 + slackUnits);
  const home = memory.subarray(20);
  const window = new UnitWindow(sourceOfBytes(Buffer.from(text, 'utf16le')), 'utf-16le', home);
  const seen: [text: string, isAtHome: boolean][] = [];
  for (const read of [8, 2, 12, 8]) {
    seen.push([window.text, window.units === home]);
    window.moveBy(read);
  }
  assert.deepEqual(seen, [
    [text.slice(0, 8), true],
    [text.slice(8, 16), true],
    [text.slice(10, 26), false],
    [text.slice(22, 30), true],
  ]);
  assert.deepEqual([window.text, window.isLast], [text.slice(30, 38), false]);
  assert.equal(memory.subarray(0, 20).indexOf(0x100), -1);
});
