import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegistryKey } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { registryKeys } from '../../../../server/src/analysis/artefacts/registryKeyAt.ts';
import { readRegistryFilePieces } from '../../../../server/src/analysis/artefacts/registryFilePieces.ts';
import { readRegistryFileText } from '../../../../server/src/analysis/artefacts/registryFileText.ts';
import { sourceOfBytes } from '../../../../server/src/analysis/text/byteSource.ts';
import { decodeAs } from '../../../../server/src/analysis/text/decode.ts';
import { LineStarts } from '../../../../server/src/analysis/text/lineStarts.ts';
import { textAgain } from '../../../../server/src/analysis/text/textPieces.ts';
import { randomNumbers } from '../randomNumbers.ts';
import { randomRegistryFile } from './randomRegistryFile.ts';
import { processorTime } from '../processorTime.ts';

/** Some keys are wanted, some not, and below some nothing is. */
function filter(path: string): number {
  if (path.startsWith('HKEY_USERS')) return 'HKEY_USERS'.length;
  return path.includes('Contoso') ? -1 : 0;
}

/** Checks that windows of a size give what the whole text gives. */
function check(bytes: Uint8Array, isMarked: boolean, windowLength: number | undefined): void {
  const text = decodeAs(bytes.subarray(isMarked ? 2 : 0), 'utf-16le');
  const source = sourceOfBytes(bytes);
  const encoding = isMarked ? 'utf-16le-bom' : 'utf-16le';
  const { artefact, pieces } = readRegistryFilePieces(source, encoding, filter, windowLength);
  const { table, problems } = readRegistryFileText(text);
  const { held, ...columns } = artefact.table;
  assert.deepEqual({ ...columns, held: new Map() }, table);
  assert.deepEqual(artefact.problems, problems);

  const lines = new LineStarts();
  lines.add(text);
  assert.equal(pieces.length, text.length);
  assert.deepEqual(pieces.lineStarts, lines.finish());
  for (let start = 0; start < text.length; start += 97) {
    assert.equal(textAgain(source, pieces, start, start + 150), text.slice(start, start + 150));
  }

  const wanted = [...registryKeys({ kind: 'registry-file', table, text })].map(
    (key, i): [number, RegistryKey] => [i, key],
  );
  assert.deepEqual(
    held,
    new Map(wanted.filter(([, key]) => filter(text.slice(key.pathStart, key.pathEnd)) < 0)),
  );
}

test('a file read in windows of any size gives what its whole text gives', () => {
  const random = randomNumbers(16);
  for (let round = 0; round < 150; round++) {
    const text = randomRegistryFile(random, 40);
    const isMarked = round % 2 === 0;
    const bytes = Buffer.from(isMarked ? `\ufeff${text}` : text, 'utf16le');
    for (const windowLength of [8, 100, 500, undefined]) check(bytes, isMarked, windowLength);
  }
});

test('an odd byte at the end, alone or behind half a pair', () => {
  for (const end of ['', '"', '\ud83d', '\n\ud83d']) {
    const bytes = Buffer.from(`REGEDIT4\r\n[HKEY_USERS\\a]\r\n"b"="c${end}`, 'utf16le');
    check(bytes.subarray(0, -1), false, 8);
    check(Buffer.concat([bytes, Buffer.of(0x41)]), false, undefined);
  }
});

test('an empty file, a mark alone, and one blank line after the other', () => {
  check(Buffer.alloc(0), false, undefined);
  check(Buffer.from('\ufeff', 'utf16le'), true, 8);
  check(Buffer.from(`${'\r\n'.repeat(500)}REGEDIT4`, 'utf16le'), false, 8);
});

test('hostile input is read in linear time', () => {
  for (const pattern of [
    '"a"="',
    '"a"="x\n',
    '"a"="x\n\\',
    '"a"=hex:01,\\\n',
    '"a"=hex:01,\\\n\n',
    '\n',
    '[HKEY_USERS\\a',
    '[HKLM\\a]\n',
  ]) {
    const small = hostile(pattern, 250_000);
    const large = hostile(pattern, 1_000_000);
    milliseconds(small);
    const ratio = milliseconds(large) / Math.max(1, milliseconds(small));
    // Four times the text takes four times as long when reading is linear, and sixteen times when it is quadratic.
    assert.ok(ratio < 9, `${JSON.stringify(pattern)}: ${ratio.toFixed(1)} times as long`);
  }
});

function hostile(pattern: string, length: number): Buffer {
  return Buffer.from(`REGEDIT4\n[HKEY_USERS\\a]\n${pattern.repeat(length / pattern.length)}`, 'utf16le');
}

function milliseconds(bytes: Buffer): number {
  return processorTime(() => readRegistryFilePieces(sourceOfBytes(bytes), 'utf-16le', () => -1));
}
