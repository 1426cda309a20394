import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadTokeniser } from './tokeniser.ts';

/** The editor gives no colour to longer lines. */
const longestLine = 20_000;

const lines: readonly (readonly [what: string, unit: string])[] = [
  ['starts of records', '<![LOG['],
  ['ends of records', ']LOG]!>'],
  ['closing brackets', ']'],
  ['ends with tails', ']LOG]!><time="1" date="2" component="3" context="" type="3"'],
  ['starts and ends', '<![LOG[a]LOG]!><a type="3'],
  ['opening angle brackets', '<'],
  ['quotes', '"'],
  ['old trailers that do not end', '$$<a><'],
  ['registry key starts', '[HKEY_'],
  ['backslashes', '\\'],
  ['hex types', 'hex(hex('],
  ['words', 'word '],
  ['letters', 'a'],
  ['colons', 'a : '],
  ['pluses', '+-'],
  ['bars', '| a '],
  ['digits', '2026-'],
  ['blanks', ' '],
];

for (const language of ['ccmlog', 'registry-export', 'dsregcmd']) {
  const file = join(import.meta.dirname, '..', '..', 'syntaxes', `${language}.tmLanguage.json`);
  const tokeniser = await loadTokeniser(readFileSync(file, 'utf8'), `source.${language}`);
  const prefixes = ['', '<![LOG[', '"a"="', '"a"=hex:', '| '];

  for (const [what, unit] of lines) {
    test(`${language} gets through a long line of ${what}`, () => {
      const line = unit.repeat(Math.ceil(longestLine / unit.length)).slice(0, longestLine);
      for (const prefix of prefixes) {
        const spent = tokeniser.run([prefix + line]);
        // Tens of milliseconds are usual. The editor gives a line up after 500; the machine may be busy.
        assert.ok(spent < 1500, `${prefix}: ${spent} ms`);
      }
    });
  }
}
