import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLog } from './readLog.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface WrittenRecord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** A good log: several components, messages over several lines, all line ends. No message quotes an opener. */
function writeLog(count: number): { readonly text: string; readonly records: readonly WrittenRecord[] } {
  const records: WrittenRecord[] = [];
  let text = '';
  for (let i = 0; i < count; i++) {
    const message =
      i % 5 === 0 ? `Record ${i}\r\ninstance of Status\r\n{\r\n\tId = ${i};\r\n}` : `Record ${i} went well`;
    const second = String(i % 60).padStart(2, '0');
    const record = `<![LOG[${message}]LOG]!><time="10:00:${second}.125+300" date="11-20-2026" component="Part${i % 3}" context="" type="1" thread="${i}" file="a.cpp:${i}">`;
    records.push({ text: record, start: text.length, end: text.length + record.length, message });
    text += record + (['\r\n', '\n', '\r', ''][i % 4] ?? '');
  }
  return { text, records };
}

/** Cuts a piece out of a log; every record outside of the piece must be found, whole and not torn. */
function checkCut(text: string, records: readonly WrittenRecord[], from: number, to: number): void {
  const left = text.slice(0, from) + text.slice(to);
  const survivors = records.filter(({ start, end }) => end <= from || start >= to);
  if (survivors.length === 0) return;
  const found = new Set(
    readLog(left)
      .records.filter(({ torn, localTime }) => !torn && localTime !== null)
      .map((record) => left.slice(record.start, record.end)),
  );
  for (const survivor of survivors) {
    assert.ok(found.has(survivor.text), `cut ${from} to ${to} loses: ${survivor.message}`);
  }
}

test('wherever a piece is cut out of a log, every record outside of the cut is found whole', () => {
  const { text, records } = writeLog(12);
  const random = numbers(20261122);
  for (let round = 0; round < 1500; round++) {
    const a = Math.floor(random() * (text.length + 1));
    const b = Math.floor(random() * (text.length + 1));
    checkCut(text, records, Math.min(a, b), Math.max(a, b));
  }
});

test('cuts at the delimiters, where they hurt most', () => {
  const { text, records } = writeLog(6);
  const edges = records.flatMap(({ start, end }) => {
    const closer = text.indexOf(']LOG]!>', start);
    return [start, start + 3, start + 7, closer, closer + 4, closer + 7, closer + 10, end - 1, end];
  });
  for (const from of edges) {
    for (const to of edges) if (from < to) checkCut(text, records, from, to);
  }
});

test('a log cut at every single place, from the front and from behind', () => {
  const { text, records } = writeLog(5);
  for (let at = 0; at <= text.length; at++) {
    const head = text.slice(0, at);
    const wholeInHead = records.filter(({ end }) => end <= at).length;
    if (head.includes('<![LOG[')) {
      assert.equal(readLog(head).records.filter(({ torn }) => !torn).length, wholeInHead, `head of ${at}`);
    }
    const tail = text.slice(at);
    const wholeInTail = records.filter(({ start }) => start >= at).length;
    if (tail.includes('<![LOG[')) {
      assert.equal(readLog(tail).records.filter(({ torn }) => !torn).length, wholeInTail, `tail from ${at}`);
    }
  }
});
