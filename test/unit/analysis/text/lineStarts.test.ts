import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LineStarts } from '../../../../server/src/analysis/text/lineStarts.ts';

const texts = ['', 'a', '\n', '\r', '\r\n', 'a\r\nb\nc\rd', '\r\r\n\n\r', 'ab\r\n\r\ncd\r', '\n\n\n'];

/** What an editor makes of the text. */
function expected(text: string): number[] {
  const document = TextDocument.create('', '', 0, text);
  return Array.from({ length: document.lineCount }, (_, line) => document.offsetAt({ line, character: 0 }));
}

test('lines begin where an editor lets them begin, wherever the text is cut in pieces', () => {
  for (const text of texts) {
    for (let first = 0; first <= text.length; first++) {
      for (let second = first; second <= text.length; second++) {
        const lines = new LineStarts();
        for (const piece of [text.slice(0, first), text.slice(first, second), text.slice(second)]) {
          lines.add(piece);
        }
        assert.deepEqual([...lines.finish()], expected(text), JSON.stringify([text, first, second]));
      }
    }
  }
});
