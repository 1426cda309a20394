import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadTokeniser } from './tokeniser.ts';
import type { Tokeniser } from './tokeniser.ts';

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

/** Four times the line takes four times as long when the grammar is linear, and sixteen times when it is quadratic. */
const worstRatio = 9;

/** Least of several runs, which is the one that the rest of the machine disturbed least. */
function milliseconds(tokeniser: Tokeniser, line: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) least = Math.min(least, tokeniser.run([line]));
  return least;
}

for (const language of ['ccmlog', 'registry-export', 'dsregcmd']) {
  const file = join(import.meta.dirname, '..', '..', 'syntaxes', `${language}.tmLanguage.json`);
  const tokeniser = await loadTokeniser(readFileSync(file, 'utf8'), `source.${language}`);
  const prefixes = ['', '<![LOG[', '"a"="', '"a"=hex:', '| '];

  for (const [what, unit] of lines) {
    test(`${language} gets through a long line of ${what}`, () => {
      const line = unit.repeat(Math.ceil(longestLine / unit.length)).slice(0, longestLine);
      for (const prefix of prefixes) {
        const [short, long] = [prefix + line.slice(0, longestLine / 4), prefix + line];
        let ratio = Number.POSITIVE_INFINITY;
        for (let attempt = 0; attempt < 4 && ratio > worstRatio; attempt++) {
          ratio = milliseconds(tokeniser, long) / Math.max(milliseconds(tokeniser, short), 0.5);
        }
        assert.ok(
          ratio <= worstRatio,
          `${prefix}: four times the line took ${ratio.toFixed(1)} times as long`,
        );
      }
    });
  }
}
