import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goalsAt } from '../goals.ts';
import { Progress } from '../progress.ts';
import { report } from '../report.ts';
import { mostTime, runLine } from '../runLine.ts';

const goals = goalsAt(0.1);
const results = { index: { time: [40, 44, 48] }, rg: { time: [10, 10, 10] }, openers: { time: [2, 2, 2] } };

test('for a terminal the columns are aligned, and nothing is Markdown', () => {
  const text = report(goals, results, 'Run: here.', 'terminal');
  const rows = text.split('\n').filter((line) => /^(?:goal|G\d+|growth) /.test(line));
  assert.equal(rows.length, goals.length + 1);
  const verdictAt = rows[0]?.indexOf('verdict') ?? 0;
  for (const row of rows) assert.match(row.slice(verdictAt - 2), /^ {2}(?:verdict|met|missed|within|not)/);
  assert.doesNotMatch(text, /[|`]/);
  assert.match(text, /file to full index, against rg +≤ 4\.00 × +4\.40 × {2}within noise\n/);
});

test('for the file both tables are Markdown, with the notes between them and the run at the end', () => {
  const text = report(goals, results, 'Run: here.', 'markdown');
  assert.match(
    text,
    /^\| goal \| what \| limit \| measured \| verdict \|\n\| --- \| --- \| ---: \| ---: \| --- \|\n/,
  );
  assert.match(text, /\n\n- "within noise": .+ 1\.3 times/);
  assert.match(text, /\n- `openers`: .+\n- `echo`: .+\n- `growth`: .+\n- G13, .+ tests\.\n\n\| case \|/);
  assert.match(text, /\n\nRun: here\.\n$/);
});

test('names are explained only where they occur', () => {
  const text = report(
    goals.filter(({ id }) => id === 'G3'),
    {},
    '',
    'markdown',
  );
  assert.doesNotMatch(text, /openers|echo|growth/);
});

test('the last line tells the scale, the rounds and the machine', () => {
  const options = { scale: 0.1, rounds: 3, slowRounds: 1, quick: true, only: [] };
  assert.equal(
    runLine(options, { processors: 2, loadAverage: 3.14, node: 'v24.0.0' }),
    "Run: scale 0.1 (a log of 20 MB; open documents and the tail's log have 10 MB at any scale); 3 rounds, 1 of the slow cases; 2 processors; load average 3.1 at the start; Node v24.0.0.",
  );
  assert.match(
    runLine({ ...options, rounds: 1 }, { processors: 1, loadAverage: null, node: 'v24.0.0' }),
    /; 1 round; 1 processor; Node/,
  );
});

test('what took most of the time comes first', () => {
  assert.equal(
    mostTime({ index: 1.5, grammar: 13.04 }),
    'The cases took 15 s in all, most of it: grammar 13.0 s, index 1.5 s.',
  );
});

test('progress is a line a case, or one line that changes in a terminal', () => {
  const told = (isTTY: boolean): string => {
    let text = '';
    const progress = new Progress({ isTTY, write: (part) => (text += part) });
    progress.begin('a long name');
    progress.end('a long name', 1.25);
    progress.begin('b');
    progress.end('b', 2);
    progress.clear();
    return text;
  };
  assert.equal(told(false), 'a long name, 1.3 s\nb, 2.0 s\n');
  assert.equal(told(true), '\ra long name\rb          \r \r');
});
