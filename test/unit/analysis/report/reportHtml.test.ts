import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { escapeHtml, html, unescapeHtml } from '../../../../server/src/analysis/report/htmlText.ts';
import { hostileReport, hostileTexts } from './hostile.ts';
import { noteOf, reporter, reportOf, sampleCase } from './sampleReport.ts';

const page = reporter.render([reportOf(sampleCase('failed'), [noteOf()])], 'html');
const hostilePage = reporter.render([hostileReport()], 'html');

/** Every tag of a page, with its attributes. */
function tags(text: string): readonly string[] {
  return [...text.matchAll(/<[a-z!][^>]*>/gi)].map(([tag]) => tag);
}

describe('an HTML report', () => {
  it('names by its hash the one style that it may use, and nothing else', () => {
    const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = unescapeHtml(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '');
    assert.equal(
      policy,
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.equal(page.match(/<style/g)?.length, 1);
    assert.doesNotMatch(style, /url\(|@import|expression/);
  });

  it('has no script, no handler, no style attribute and nothing that is loaded', () => {
    for (const text of [page, hostilePage]) {
      for (const tag of tags(text)) {
        assert.doesNotMatch(tag, /^<(?:script|img|iframe|object|embed|link|base|form|audio|video|source)\b/i);
        assert.doesNotMatch(tag.replace(/"[^"]*"/g, ''), /\s(?:on\w+|style|src|srcset|background)\s*=/i, tag);
      }
    }
  });

  it('links to its own sections and to pages of the catalogue only', () => {
    const links = tags(hostilePage + page).flatMap((tag) => /href="([^"]*)"/.exec(tag)?.[1] ?? []);
    assert.ok(links.some((link) => link.startsWith('https://learn.microsoft.com/')));
    assert.deepEqual(
      links.filter((link) => !/^(?:#[\w-]+$|https:\/\/(?:learn|techcommunity)\.microsoft\.com\/)/.test(link)),
      [],
    );
  });

  it('has the same tags whatever the texts say', () => {
    const known = new Set(tags(page).map((tag) => /^<[\w!]+/.exec(tag)?.[0]));
    const more = new Set(tags(hostilePage).map((tag) => /^<[\w!]+/.exec(tag)?.[0]));
    assert.deepEqual(
      [...more].filter((tag) => !known.has(tag)),
      ['<p'].filter((tag) => !known.has(tag)),
    );
  });

  it('holds no control character and none that turns the direction of text', () => {
    assert.doesNotMatch(hostilePage, /[^\P{Cc}\n\t]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('has one heading of the first level, headings without gaps, and ids that occur once', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1));
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, id = ''] of page.matchAll(/aria-labelledby="([^"]*)"/g))
      for (const one of id.split(' ')) assert.ok(ids.includes(one), one);
  });

  it('shows the stages as a picture with the same in words', () => {
    assert.match(page, /<svg [^>]*role="img"/);
    assert.match(page, /<desc [^>]*>[^<]*Enrollment: failed; Provisioning: not reached;[^<]*<\/desc>/);
  });

  it('shows evidence with the numbers of its lines, and notes as they were typed', () => {
    assert.match(page, /<span class="line">23<\/span><span>Failed to enroll with/);
    assert.match(page, /<blockquote>Blocked by the \*\*old\*\* agent\.<\/blockquote>/);
  });

  it('is the same each time', () => {
    assert.equal(reporter.render([reportOf(sampleCase('failed'), [noteOf()])], 'html'), page);
  });
});

describe('html', () => {
  for (const text of hostileTexts) {
    it(`escapes ${JSON.stringify(text)}`, () => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      assert.equal(markup, `<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`);
      assert.doesNotMatch(escapeHtml(text), /[<>"'`]|&(?!#\d+;)/);
      assert.equal(unescapeHtml(escapeHtml(text)), text);
    });
  }
});
