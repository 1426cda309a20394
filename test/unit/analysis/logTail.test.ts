import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createAnalyser, readSource, TailDecoder } from '../../../server/src/analysis/index.ts';
import type { Reading } from '../../../server/src/analysis/index.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { createCatalogue } from '../../../server/src/catalogue/index.ts';
import { failed, logOf, queued } from '../../server/artefacts.ts';
import { log, record } from './hostileLog.ts';
import { randomNumbers } from './randomNumbers.ts';
import { readingValues } from './readingValues.ts';
import { noCodes } from './noCodes.ts';

const analyser = createAnalyser(createCatalogue(noCodes));
const name = 'CoManagementHandler.log';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a whole reading says, as a tail says it: without texts, and with the quotes of what was observed. */
function whole(text: string): unknown {
  const source = new TextEncoder().encode(text);
  const reading = analyser.readBytes(name, {
    size: source.length,
    read(target, position) {
      const part = source.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  });
  return values(reading);
}

function values(reading: Reading): unknown {
  return { ...(readingValues(reading) as object), lines: [...(reading.dropped?.lineStarts ?? [])] };
}

test('a log that grows by random pieces says what a whole reading says, also where a character is cut', () => {
  const chance = randomNumbers(7);
  for (let round = 0; round < rounds; round++) {
    // The first record makes it a CCM log, whatever follows.
    const text = `${record(chance)}\r\n${log(chance, Math.floor(chance() * 40))}`;
    const bytes = new TextEncoder().encode(text);
    const decoder = new TailDecoder('utf-8');
    const tail = analyser.follow(name);
    const looks: { readonly reading: Reading; readonly said: unknown }[] = [];
    for (let at = 0; at < bytes.length;) {
      const end = Math.min(bytes.length, at + 1 + Math.floor(chance() * chance() * 900));
      tail.add(decoder.add(bytes.subarray(at, end)), at);
      at = end;
      // Looking at it in between changes nothing.
      if (chance() < 0.2) {
        const reading = tail.reading('utf-8', at, chance() < 0.5);
        looks.push({ reading, said: values(reading) });
      }
    }
    assert.deepEqual(values(tail.reading('utf-8', bytes.length, false)), whole(text), `round ${round}`);
    // Nor does what follows change what was seen before.
    for (const { reading, said } of looks) assert.deepEqual(values(reading), said, `round ${round}`);
  }
});

test('a last record that is being written waits for its rest', () => {
  const chance = randomNumbers(8);
  const [first, second] = [record(chance), record(chance)];
  const tail = analyser.follow(name);
  const count = (): number => {
    const { artefact } = tail.reading('utf-8', 0, true);
    assert.ok(artefact.type === 'log');
    assert.deepEqual(artefact.problems, []);
    return artefact.records.count;
  };
  tail.add(`${first}\r\n${second.slice(0, 30)}`, 0);
  assert.equal(count(), 1);
  tail.add(second.slice(30, -10), 0);
  assert.equal(count(), 1);
  tail.add(second.slice(-10), 0);
  assert.equal(count(), 2);
});

test('what a followed log repeats is left out and told as in a closed one', () => {
  const text = logOf(failed).repeat(400);
  const bytes = new TextEncoder().encode(text);
  const tail = analyser.follow(name);
  tail.add(text, 0);
  const followed = tail.reading('utf-8', bytes.length, false);
  const closed = readSource(analyser, name, sourceOfBytes(bytes), false);
  assert.deepEqual(
    closed.artefact.problems.map(({ id }) => id),
    ['repeated-lines'],
  );
  assert.deepEqual(followed.artefact.problems, closed.artefact.problems);
});

test('a followed log holds its records once', () => {
  const text = logOf(queued).repeat(1_000);
  const held = (follow: () => Reading): number => {
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const reading = follow();
    collectGarbage();
    const bytes = process.memoryUsage().arrayBuffers - before;
    assert.ok(reading.artefact.type === 'log');
    return bytes / reading.artefact.records.count;
  };
  const tail = analyser.follow(name);
  const bytesEach = held(() => {
    for (let piece = 0; piece < 300; piece++) tail.add(text, piece * text.length);
    return tail.reading('utf-8', text.length * 300, false);
  });
  // 33 in the columns, which may be twice as wide as needed, and 4 where its line starts, likewise.
  assert.ok(bytesEach < 75, `${bytesEach.toFixed(1)} bytes a record`);
});

const rounds = Number(process.env['ROUNDS'] ?? 150);
