import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyser } from '../../../server/src/analysis/index.ts';
import type { Reading } from '../../../server/src/analysis/index.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { createCatalogue } from '../../../server/src/catalogue/index.ts';
import { FollowedFile } from '../../../server/src/shell/followedFile.ts';
import { MemoryFiles, root } from '../../server/harness.ts';
import { log, record } from '../analysis/hostileLog.ts';
import { randomNumbers } from '../analysis/randomNumbers.ts';
import { readingValues } from '../analysis/readingValues.ts';
import { noCodes } from '../analysis/noCodes.ts';

const analyser = createAnalyser(createCatalogue(noCodes));
const name = 'CoManagementHandler.log';
const utf8 = new TextEncoder();

function bytesOf(text: string): Uint8Array {
  return utf8.encode(text);
}

function whole(bytes: Uint8Array): unknown {
  return readingValues(analyser.readBytes(name, sourceOfBytes(bytes)));
}

function start(text: string) {
  const files = new MemoryFiles({ [name]: text });
  const file = new FollowedFile(`${root}/${name}`, name, files, analyser);
  const look = async (): Promise<Reading | null> => {
    const sight = await file.look();
    assert.notEqual(sight.kind, 'other');
    return sight.kind === 'changed' ? sight.reading : null;
  };
  return { files, file, look };
}

test('whatever happens to a file, what is known of it is what a whole reading says', async () => {
  const chance = randomNumbers(9);
  for (let round = 0; round < 60; round++) {
    let bytes = bytesOf(`${record(chance)}\r\n`);
    const { files, look } = start(new TextDecoder().decode(bytes));
    let known = await look();
    for (let step = 0; step < 8; step++) {
      const what = chance();
      const more = bytesOf(`${log(chance, Math.floor(chance() * 4))}\n`);
      const anew = bytesOf(`${record(chance)}\r\n${log(chance, Math.floor(chance() * 4))}\n`);
      if (what < 0.6) bytes = Buffer.concat([bytes, more]);
      else bytes = anew;
      files.writeBytes(name, bytes, what > 0.8);
      known = (await look()) ?? known;
      assert.ok(known);
      assert.deepEqual(readingValues(known), whole(bytes), `round ${round}, step ${step}`);
    }
  }
});

test('growth is read from where the last look ended', async () => {
  const chance = randomNumbers(10);
  const text = `${record(chance)}\r\n`.repeat(2_000);
  const { files, look } = start(text);
  await look();
  files.bytesRead = 0;
  const more = `${record(chance)}\r\n`;
  files.write(name, text + more);
  assert.ok(await look());
  assert.ok(files.bytesRead <= more.length + 2 * 64, `${files.bytesRead} bytes were read`);
  assert.equal(await look(), null);
});

test('a character that is written in two halves is one', async () => {
  const text =
    '<![LOG[größer]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="C" context="" type="1" thread="1" file="">\n';
  const bytes = bytesOf(text);
  const cut = text.indexOf('ö') + 1;
  const { files, look } = start('');
  files.writeBytes(name, bytes.subarray(0, cut));
  await look();
  files.writeBytes(name, bytes);
  const reading = await look();
  assert.ok(reading);
  assert.deepEqual(readingValues(reading), whole(bytes));
});

test('a file that turns out not to be UTF-8 is read anew as what it is', async () => {
  const chance = randomNumbers(11);
  const text = `${record(chance)}\r\n`;
  const { files, look } = start('');
  const bytes = Buffer.concat([
    bytesOf(text.replace(/[^\0-\x7f]/g, 'e')),
    Buffer.from([0xe4, 0xf6]),
    bytesOf('\n'),
  ]);
  files.writeBytes(name, bytesOf(text.replace(/[^\0-\x7f]/g, 'e')));
  await look();
  files.writeBytes(name, bytes);
  const reading = await look();
  assert.equal(reading?.encoding, 'windows-1252');
  assert.deepEqual(readingValues(reading), whole(bytes));
});

test('while a file is away, between two of its name, nothing changes', async () => {
  const { files, look } = start(record(randomNumbers(12)));
  await look();
  files.remove(name);
  assert.equal(await look(), null);
});
