import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileTemplate, matchTemplate } from '../../../../server/src/analysis/matching/template.ts';
import { processorTime } from '../processorTime.ts';

/** What a template makes of a message: its values, or null. */
function valuesOf(template: string, message: string): Readonly<Record<string, string>> | null {
  return matchTemplate(compileTemplate(template), message)?.values ?? null;
}

describe('a template', () => {
  it('matches literal text anywhere, without regard to case and to the number of blanks', () => {
    const match = matchTemplate(compileTemplate('Device is provisioned'), '  ** device  IS\tprovisioned.');
    assert.deepEqual(match, { values: {}, start: 5, end: 27 });
  });

  it('does not match where a word is missing or blanks are', () => {
    assert.equal(valuesOf('Device is provisioned', 'Device is not provisioned'), null);
    assert.equal(valuesOf('Device is provisioned', 'Deviceis provisioned'), null);
  });

  it('gives an untyped hole the text up to the next literal', () => {
    assert.deepEqual(valuesOf("'{name}' is '{value}'", "'A' is 'B is C'"), { name: 'A', value: 'B is C' });
    assert.deepEqual(valuesOf('Text {rest}', 'Text up to the end \n of all'), {
      rest: 'up to the end \n of all',
    });
    assert.deepEqual(valuesOf("Url = '{url}'", "Url = ''"), { url: '' });
  });

  it('gives a typed hole text of its type only', () => {
    assert.deepEqual(valuesOf('Try #{number:number} out of {of:number}', 'Try #2 out of 3'), {
      number: '2',
      of: '3',
    });
    assert.equal(valuesOf('Try #{number:number} out of', 'Try #two out of'), null);
    assert.deepEqual(valuesOf('flags {flags:flags}', 'flags 0x2007.'), { flags: '0x2007' });
    assert.deepEqual(valuesOf('code ({code:code})', 'code (0x80180026)'), { code: '0x80180026' });
    assert.deepEqual(valuesOf('code {code:code}', 'code -2145910746!'), { code: '-2145910746' });
    assert.deepEqual(valuesOf('by {who:word}.', 'by SCCM.'), { who: 'SCCM' });
    assert.deepEqual(valuesOf('id {id:guid},', 'id {0D6F2A31-9b7c-4f1e-8a55-c1b2d3e4f506},'), {
      id: '{0D6F2A31-9b7c-4f1e-8a55-c1b2d3e4f506}',
    });
  });

  it('takes a time as it is written, and dots for none', () => {
    const template = 'to fire at {time:time}';
    assert.deepEqual(valuesOf(template, 'to fire at 11/24/2026 9:41:07 AM'), {
      time: '11/24/2026 9:41:07 AM',
    });
    assert.equal(valuesOf(template, 'to fire at...'), null);
  });

  it('gives an exact hole this text only, as a word of its own', () => {
    assert.deepEqual(valuesOf('code {code=7}', 'code 7.'), { code: '7' });
    assert.equal(valuesOf('code {code=7}', 'code 70'), null);
    assert.deepEqual(valuesOf("is '{value=true}'", "is 'True'"), { value: 'True' });
    assert.equal(valuesOf("is '{value=true}'", "is 'false'"), null);
  });

  it('looks further when a typed hole does not fit at the first place', () => {
    const values = { gap: 'with hr', code: '0x80180014' };
    assert.deepEqual(valuesOf('failed{gap} {code:code}', 'It failed with hr 0x80180014'), values);
    assert.deepEqual(valuesOf('code {code:code}', 'code unknown, code 0x80180014'), { code: '0x80180014' });
  });

  it('reads doubled braces as braces', () => {
    assert.deepEqual(valuesOf('{{{id:word}}}', 'x {a-b}'), { id: 'a-b' });
  });

  it('keeps offsets where lower case is longer than upper case', () => {
    const match = matchTemplate(compileTemplate('Device {x}.'), 'İİ Device İ.');
    assert.deepEqual(match, { values: { x: 'İ' }, start: 3, end: 12 });
  });

  it('refuses what it does not understand', () => {
    for (const source of ['{a}', 'a {b', 'a }', 'a {b}{c}', 'a {b:colour}', 'a {B}', ' ']) {
      assert.throws(() => compileTemplate(source), Error, source);
    }
  });

  it('takes time in proportion to the message, whatever that holds', () => {
    const template = compileTemplate(
      "Merged value for '{setting}' is '{flags:flags}' at {time:time} by {who:word}",
    );
    const pieces = ["Merged value for '", 'Merged ', ' ', "' is '", "Merged value for 'x' is '1' at ", 'a'];
    for (const piece of pieces) {
      const short = piece.repeat(Math.ceil(200_000 / piece.length));
      let ratio = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < 4 && ratio > worstRatio; attempt++) {
        const least = Math.max(milliseconds(template, short), 0.05);
        ratio = milliseconds(template, short.repeat(4)) / least;
      }
      assert.ok(ratio <= worstRatio, `${piece}: four times the text took ${ratio.toFixed(1)} times as long`);
    }
  });
});

/** Four times the text takes four times as long when matching is linear, and sixteen times when it is quadratic. */
const worstRatio = 9;

function milliseconds(template: ReturnType<typeof compileTemplate>, message: string): number {
  return processorTime(() => assert.equal(matchTemplate(template, message), null));
}
