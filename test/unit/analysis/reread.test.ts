import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createAnalyser } from '../../../server/src/analysis/index.ts';
import { mergeEdits } from '../../../server/src/analysis/text/textEdit.ts';
import type { TextEdit } from '../../../server/src/analysis/text/textEdit.ts';
import { createCatalogue } from '../../../server/src/catalogue/index.ts';
import { log, piece, type Chance } from './hostileLog.ts';
import { randomNumbers } from './randomNumbers.ts';
import { readingValues } from './readingValues.ts';
import { noCodes } from './noCodes.ts';

const analyser = createAnalyser(createCatalogue(noCodes));
const name = 'CoManagementHandler.log';
const read = (text: string) => analyser.read(name, text, null, text.length);

/** A random edit: something is typed, pasted, cut or replaced, more often than not at the end. */
function edited(text: string, chance: Chance): { readonly text: string; readonly edit: TextEdit } {
  const start = chance() < 0.2 ? text.length : Math.floor(chance() * (text.length + 1));
  const length = chance() < 0.5 ? 0 : Math.floor(chance() * chance() * 400);
  const oldEnd = Math.min(text.length, start + length);
  const added = chance() < 0.3 ? '' : chance() < 0.5 ? 'x' : log(chance, 1 + Math.floor(chance() * 3));
  return {
    text: text.slice(0, start) + added + text.slice(oldEnd),
    edit: { start, oldEnd, newEnd: start + added.length },
  };
}

test('reading again after an edit says what reading everything says', () => {
  const chance = randomNumbers(4);
  for (let round = 0; round < rounds; round++) {
    let text = log(chance, Math.floor(chance() * 60));
    let reading = read(text);
    for (let step = 0; step < 6; step++) {
      const next = edited(text, chance);
      reading = analyser.reread(reading, next.text, next.edit);
      const story = JSON.stringify({ round, step, edit: next.edit });
      assert.deepEqual(readingValues(reading), readingValues(read(next.text)), story);
      text = next.text;
    }
  }
});

test('several edits are one that covers them', () => {
  const chance = randomNumbers(5);
  for (let round = 0; round < rounds; round++) {
    const text = log(chance, 20);
    const first = edited(text, chance);
    const second = edited(first.text, chance);
    const { start, oldEnd, newEnd } = mergeEdits(first.edit, second.edit);
    assert.equal(text.slice(0, start), second.text.slice(0, start));
    assert.equal(text.slice(oldEnd), second.text.slice(newEnd));
  }
});

test('a log that grows at its end is read from its last record on', () => {
  const chance = randomNumbers(6);
  let text = piece(chance);
  let reading = read(text);
  for (let round = 0; round < rounds; round++) {
    const added = piece(chance);
    const edit = { start: text.length, oldEnd: text.length, newEnd: text.length + added.length };
    text += added;
    reading = analyser.reread(reading, text, edit);
  }
  assert.deepEqual(readingValues(reading), readingValues(read(text)));
});

const rounds = Number(process.env['ROUNDS'] ?? 150);
