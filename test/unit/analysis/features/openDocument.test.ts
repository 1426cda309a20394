/** A document of ours answers everything as the document of the library does, whatever is typed into it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { OpenDocument } from '../../../../server/src/analysis/features/openDocument.ts';
import { randomNumbers } from '../randomNumbers.ts';

const next = randomNumbers(11);
const below = (limit: number): number => Math.floor(next() * limit);
const pieces = ['a', 'bc', '\n', '\r', '\r\n', 'ü', '', '\n\n', 'x\r', '\ny'];
const someText = (): string => Array.from({ length: below(8) }, () => pieces[below(pieces.length)]).join('');

/** The library itself may keep a wrong line start where an edit joins CR and LF, so it is asked about a fresh text. */
function assertAnswersAlike(document: OpenDocument): void {
  const text = document.getText();
  const fresh = TextDocument.create('', '', 0, text);
  const seen = JSON.stringify(text);
  assert.equal(document.lineCount, fresh.lineCount, seen);
  for (let offset = -1; offset <= text.length + 1; offset++) {
    assert.deepEqual(document.positionAt(offset), fresh.positionAt(offset), `${seen} ${offset}`);
  }
  for (let line = -1; line <= fresh.lineCount; line++) {
    assert.deepEqual(document.getLineRange(line), fresh.getLineRange(line), `${seen} line ${line}`);
    assert.equal(document.getEOLCharacters(line), fresh.getEOLCharacters(line), `${seen} line ${line}`);
    for (let character = -1; character < 5; character++) {
      const position = { line, character };
      assert.equal(document.offsetAt(position), fresh.offsetAt(position), `${seen} ${line}:${character}`);
    }
  }
}

test('after any edits, lines and offsets are those of the text', () => {
  for (let round = 0; round < 300; round++) {
    const document = new OpenDocument('file:///a.log', 'ccmlog', 1, someText());
    assertAnswersAlike(document);
    for (let edit = 0; edit < 6; edit++) {
      const [one, other] = [below(12), below(12)];
      const range = { start: document.positionAt(one), end: document.positionAt(other) };
      const library = TextDocument.create('', '', 0, document.getText());
      const text = someText();
      const made = document.change({ range, text });
      TextDocument.update(library, [{ range, text }], 1);
      assert.equal(document.getText(), library.getText());
      assert.equal(document.getText().slice(made?.start, made?.newEnd), text);
      assertAnswersAlike(document);
    }
  }
});

test('a change without a range replaces the whole text', () => {
  const document = new OpenDocument('file:///a.log', 'ccmlog', 1, 'a\nb');
  assert.equal(document.lineCount, 2);
  assert.equal(document.change({ text: 'c' }), null);
  document.isNow(2);
  assert.equal(document.version, 2);
  assertAnswersAlike(document);
});

test('a stretch of the text is given by its range', () => {
  const document = new OpenDocument('file:///a.log', 'ccmlog', 1, 'one\r\ntwo\r\nthree');
  assert.equal(
    document.getText({ start: { line: 0, character: 1 }, end: { line: 1, character: 9 } }),
    'ne\r\ntwo',
  );
});
