import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnalyser, readSource, TailDecoder } from '../../../server/src/analysis/index.ts';
import type { Reading } from '../../../server/src/analysis/index.ts';
import type { RecordRows } from '../../../server/src/analysis/artefacts/recordTable.ts';
import { LogTail } from '../../../server/src/analysis/logTail.ts';
import { createMessageMatcher } from '../../../server/src/analysis/matching/messageMatcher.ts';
import { KnownMessages } from '../../../server/src/analysis/matching/knownMessages.ts';
import { RecordObserver } from '../../../server/src/analysis/matching/recordObserver.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { createCatalogue } from '../../../server/src/catalogue/index.ts';
import { failed, logOf, queued } from '../../server/artefacts.ts';
import { log, record } from './hostileLog.ts';
import { randomNumbers } from './randomNumbers.ts';
import { readingValues } from './readingValues.ts';
import { noCodes } from './noCodes.ts';

const catalogue = createCatalogue(noCodes);
const analyser = createAnalyser(catalogue);
const name = 'CoManagementHandler.log';

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
  const text = logOf(failed).repeat(1_500);
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

test('what reads a followed log holds no more rows than a piece of it has', () => {
  const text = logOf(queued).repeat(1_000);
  const widths: number[] = [];
  const matcher = createMessageMatcher(catalogue.messages, catalogue.logs);
  const messages = new KnownMessages(matcher, catalogue);
  class WatchingObserver extends RecordObserver {
    override add(rows: RecordRows, from: number, to: number, window: string, base: number): void {
      widths.push(rows.columns.start.length);
      super.add(rows, from, to, window, base);
    }
  }
  const tail = new LogTail(name, (collector) => new WatchingObserver(name, messages, collector, true), true);
  for (let piece = 0; piece < 20; piece++) {
    tail.add(text, piece * text.length);
    tail.reading('utf-8', (piece + 1) * text.length, false);
  }
  const { artefact } = tail.reading('utf-8', text.length * 20, false);
  assert.equal(artefact.type === 'log' && artefact.records.count, 20_000);
  assert.ok(Math.max(...widths) <= 2_048, `room for ${Math.max(...widths)} rows`);
});

const rounds = Number(process.env['ROUNDS'] ?? 150);
