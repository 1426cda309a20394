/** Notes must find their lines again, whatever happened to the files: tried with changes drawn at random. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from '../../../../server/src/analysis/caseAnalysis.ts';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import { Anchors } from '../../../../server/src/analysis/notes/anchors.ts';
import { wholeFile } from '../../../../server/src/analysis/notes/stretch.ts';
import { decode } from '../../../../server/src/analysis/text/decode.ts';
import { randomNumbers as pseudoRandom } from '../randomNumbers.ts';

const runs = 60;
const logName = 'CCM/Logs/CoManagementHandler.log';

interface Entry {
  /** Told nowhere but in an attribute that no anchor looks at: so the test knows which record was found. */
  readonly id: number;
  readonly message: string;
  readonly time: number;
}

type Random = () => number;

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  assert.ok(item !== undefined);
  return item;
}

/** Records with few different messages, so that the same one comes again and again, at times within one instant. */
function entriesOf(random: Random, count: number, firstId: number): Entry[] {
  const messages = [
    'Queuing enrollment timer',
    'Failed to enroll with error code 0x80180026',
    'Über die Richtlinie entschieden – 3 €',
    'Line one\nline two\nline three',
    'Retry',
  ];
  let time = Date.UTC(2026, 10, 1) + firstId * 1_000_000;
  return Array.from({ length: count }, (_, index) => {
    if (random() > 0.3) time += 1 + Math.floor(random() * 90_000);
    return { id: firstId + index, message: pick(random, messages), time };
  });
}

function textOf(entries: readonly Entry[], lineEnd = '\r\n'): string {
  return entries
    .map(({ id, message, time }) => {
      const [date = '', clock = ''] = new Date(time).toISOString().slice(0, -1).split('T');
      const [year = '', month = '', day = ''] = date.split('-');
      return (
        `<![LOG[${message.replaceAll('\n', lineEnd)}]LOG]!><time="${clock}-060" date="${month}-${day}-${year}" ` +
        `component="CoManagementHandler" context="" type="1" thread="7" file="a.cpp:${id}">${lineEnd}`
      );
    })
    .join('');
}

function reading(path: string, text: string, encoding: string | null = 'utf-8'): Reading {
  const artefact = readArtefactText(text, path.slice(path.lastIndexOf('/') + 1));
  return { path, encoding, bytes: text.length, artefact, observations: [], unexplained: [] };
}

/** The id of the record at an offset. */
function idAt(text: string, offset: number): number {
  return Number(/file="a\.cpp:(\d+)"/.exec(text.slice(offset))?.[1]);
}

interface Outcome {
  readonly how: string;
  readonly id: number | null;
  readonly file: string | null;
  readonly start: number;
}

/** Ties a note to a record drawn at random, and looks for it in other readings. */
function follow(
  random: Random,
  entries: readonly Entry[],
  after: readonly Reading[],
): Outcome & { wanted: number } {
  const anchors = new Anchors();
  const before = reading(logName, textOf(entries));
  const wanted = pick(random, entries).id;
  const { text } = before.artefact;
  const anchor = anchors.make(
    wholeFile(before),
    text.lastIndexOf('<![LOG[', text.indexOf(`a.cpp:${wanted}"`)),
  );
  assert.ok(anchor);
  const found = anchors.find(anchor, after.map(wholeFile));
  if (found.how === 'not-found') return { how: found.how, id: null, file: null, start: 0, wanted };
  const file = after.find(({ path }) => path === found.place.file);
  assert.ok(file);
  return {
    how: found.how,
    id: idAt(file.artefact.text, found.place.start),
    start: found.place.start,
    file: found.place.file,
    wanted,
  };
}

function tried(seed: number): { random: Random; entries: Entry[] } {
  const random = pseudoRandom(seed);
  return { random, entries: entriesOf(random, 5 + Math.floor(random() * 60), 1_000) };
}

test('in the same file every note stays where it is', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const { how, id, wanted } = follow(random, entries, [reading(logName, textOf(entries))]);
    assert.deepEqual({ how, id }, { how: 'exact', id: wanted }, `seed ${seed}`);
  }
});

test('a log that has grown changes nothing', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const grown = [...entries, ...entriesOf(random, 20, 5_000)];
    const { how, id, wanted } = follow(random, entries, [reading(logName, textOf(grown))]);
    assert.deepEqual({ how, id }, { how: 'exact', id: wanted }, `seed ${seed}`);
  }
});

test('another encoding or other line ends change nothing but the offset', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const encode = pick(random, [
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
      (text: string) => Buffer.from(text, 'utf16le'),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf8'),
      (text: string) => Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1'),
    ]);
    const { text, encoding } = decode(encode(textOf(entries, pick(random, ['\n', '\r\n']))));
    const { how, id, wanted } = follow(random, entries, [reading(logName, text, encoding)]);
    assert.equal(id, wanted, `seed ${seed}`);
    assert.ok(how === 'exact' || how === 'moved', `seed ${seed}: ${how}`);
  }
});

test('records put in anywhere move a note and lose none', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const others = entriesOf(random, 30, 5_000);
    const mixed = [...entries];
    for (const other of others) mixed.splice(Math.floor(random() * mixed.length), 0, other);
    const { how, id, wanted } = follow(random, entries, [reading(logName, textOf(mixed))]);
    if (how !== 'ambiguous') assert.equal(id, wanted, `seed ${seed}`);
    assert.notEqual(how, 'not-found', `seed ${seed}`);
  }
});

test('a rotated log keeps its notes: the line is found in the sibling, not in the new file', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const sibling = pick(random, ['CoManagementHandler.lo_', 'CoManagementHandler-20261120-101500.log']);
    const { how, id, file, wanted } = follow(random, entries, [
      reading(logName, textOf(entriesOf(random, 30, 5_000))),
      reading(`CCM/Logs/${sibling}`, textOf(entries)),
    ]);
    assert.deepEqual(
      { how, id, file },
      { how: 'rotated', id: wanted, file: `CCM/Logs/${sibling}` },
      `seed ${seed}`,
    );
  }
});

test('another folder, or another level of it, does not matter', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const path = pick(random, ['CoManagementHandler.log', 'PC-0815/CCM/Logs/CoManagementHandler.log']);
    const { how, id, wanted } = follow(random, entries, [reading(path, textOf(entries))]);
    assert.deepEqual({ how, id }, { how: 'exact', id: wanted }, `seed ${seed}`);
  }
});

test('a copy under any name is found', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const { how, id, wanted } = follow(random, entries, [reading('attachment (3).txt', textOf(entries))]);
    assert.deepEqual({ how, id }, { how: 'other-copy', id: wanted }, `seed ${seed}`);
  }
});

test('of a log that lost its start or its end, what is left is found and what is gone is not', () => {
  let gone = 0;
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const from = Math.floor(random() * entries.length);
    const to = from + 1 + Math.floor(random() * (entries.length - from));
    const left = entries.slice(from, to);
    const { how, id, wanted } = follow(random, entries, [reading(logName, textOf(left))]);
    const isLeft = left.some((entry) => entry.id === wanted);
    // Of several equal lines of one instant nobody can tell which of them are gone.
    if (how === 'ambiguous') continue;
    assert.equal(id, isLeft ? wanted : null, `seed ${seed}`);
    if (!isLeft) gone++;
  }
  assert.ok(gone > 10, `only ${gone} lines were cut away`);
});

test('a log cut anywhere, also within a record, leads no note astray', () => {
  for (let seed = 0; seed < runs; seed++) {
    const { random, entries } = tried(seed);
    const text = textOf(entries);
    const from = Math.floor(random() * text.length);
    const cut = text.slice(from, from + Math.floor(random() * (text.length - from)));
    const { how, start, wanted } = follow(random, entries, [reading(logName, cut)]);
    if (how === 'ambiguous' || how === 'not-found') continue;
    // Told by the whole text, as the cut may have taken what the test knows a record by.
    assert.equal(idAt(text, from + start), wanted, `seed ${seed}`);
  }
});

test('all of it at once', () => {
  const outcomes: Record<string, number> = {};
  for (let seed = 0; seed < runs * 3; seed++) {
    const { random, entries } = tried(seed);
    const kept = entries.filter(() => random() > 0.1);
    const mixed = [...kept];
    for (const other of entriesOf(random, 10, 5_000)) {
      mixed.splice(Math.floor(random() * mixed.length), 0, other);
    }
    const { how, id, wanted } = follow(random, entries, [
      reading('Logs/CoManagementHandler.log', textOf(entriesOf(random, 30, 9_000))),
      reading('Logs/CoManagementHandler.lo_', textOf(mixed, '\n')),
    ]);
    outcomes[how] = (outcomes[how] ?? 0) + 1;
    if (how === 'ambiguous') continue;
    assert.equal(id, kept.some((entry) => entry.id === wanted) ? wanted : null, `seed ${seed}`);
  }
  assert.ok((outcomes['rotated'] ?? 0) > runs * 2, JSON.stringify(outcomes));
});
