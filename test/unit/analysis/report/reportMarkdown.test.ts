import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { lineMarkdown, verdictReportMarkdown } from '../../../../server/src/analysis/index.ts';
import { inlineText } from '../../../../server/src/analysis/report/markdownText.ts';
import { hostileReport, hostileTexts } from './hostile.ts';
import { noteOf, reporter, reportOf, sampleCase } from './sampleReport.ts';

/** The most obliging renderer: takes HTML, and makes links of whatever looks like one. */
const renderer = new MarkdownIt({ html: true, linkify: true });
const keepApart = /\u2060/g;

/** What a renderer would make of it: every kind of token that is more than text, and where its links lead. */
function constructs(markdown: string) {
  const tokens = renderer.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return {
    kinds: new Set(tokens.map(({ type }) => type)),
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => token.attrGet('href') ?? ''),
    text: tokens
      .filter(({ type }) => type === 'text' || type === 'text_special')
      .map(({ content }) => content)
      .join(''),
  };
}

describe('a Markdown report', () => {
  it('has verdict, stages, attempts, evidence, findings, notes and files', () => {
    const markdown = reporter.render([reportOf(sampleCase('failed'), [noteOf()])], 'markdown');
    assert.deepEqual(
      [...markdown.matchAll(/^#{1,2} (.*)$/gm)].map(([, title]) => title),
      [
        'failed: failed at Enrollment · 0x80180026',
        'Stages',
        'Attempts',
        'Workloads',
        'Evidence',
        'Findings',
        'Notes',
        'Files',
      ],
    );
    assert.match(markdown, /^\| Enrollment \| \*\*failed\*\* \|.*CoManagementHandler\\\.log:23 \|$/m);
    assert.match(
      markdown,
      /^\| 3 of 3 \| device credential \| failed \| 0x80180026 \| 2026-11-18 10:30:02 \|/m,
    );
    assert.match(markdown, /^`CoManagementHandler\.log:17` · \*\*cause\*\* · Robin · /m);
    assert.match(markdown, /^> Blocked by the \\\*\\\*old\\\*\\\* agent\.$/m);
    assert.match(markdown, /^\*\*Next step:\*\* .*\[.*\]\(https:\/\/learn\.microsoft\.com\/\S+\)$/m);
  });

  it('makes nothing of what logs, names and notes say', () => {
    const { kinds, links } = constructs(reporter.render([hostileReport()], 'markdown'));
    for (const kind of ['image', 'html_inline', 'html_block', 's_open']) assert.ok(!kinds.has(kind), kind);
    assert.ok(links.length > 0);
    assert.deepEqual(
      links.filter((link) => !/^https:\/\/(?:learn|techcommunity)\.microsoft\.com\//.test(link)),
      [],
    );
  });

  it('holds no control character and none that turns the direction of text', () => {
    const markdown = reporter.render([hostileReport()], 'markdown');
    assert.doesNotMatch(markdown, /[^\P{Cc}\n]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/u);
  });

  it('notifies nobody and refers to no issue', () => {
    const { text } = constructs(reporter.render([hostileReport()], 'markdown'));
    assert.doesNotMatch(text, /(?:^|\W)@EVIL|#12|GH-12/);
  });
});

describe('text in Markdown', () => {
  for (const text of hostileTexts) {
    it(`stays text: ${JSON.stringify(text)}`, () => {
      const { kinds, text: shown } = constructs(inlineText(text));
      assert.deepEqual(
        [...kinds].filter((kind) => !/^(?:paragraph|inline|text)/.test(kind)),
        [],
      );
      const expected = text
        .replace(/\s+/g, ' ')
        .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu, '\ufffd');
      assert.equal(shown.replace(keepApart, '').replace(/\p{Cs}/gu, '\ufffd'), expected.trim());
    });
  }
});

it('the verdict alone is a paragraph for a ticket', () => {
  const markdown = verdictReportMarkdown(reportOf(sampleCase('failed')));
  assert.match(
    markdown,
    /^\*\*failed: failed at Enrollment · 0x80180026\*\*\n\nEnrollment failed at try 3 of 3/,
  );
  assert.match(markdown, /\*\*Next step:\*\*/);
});

it('a line says where it stands, when it was written and what it means', () => {
  const { analysis, readings } = sampleCase('failed');
  const log = readings.find(({ path }) => path === 'CoManagementHandler.log');
  const start = log?.artefact.text.indexOf('0x80180026') ?? -1;
  const place = { file: 'CoManagementHandler.log', start, end: start };
  const [line] = reporter.report(analysis, readings, [], [place]).lines;
  assert.ok(line !== undefined);
  const markdown = lineMarkdown(line);
  assert.match(
    markdown,
    /^`CoManagementHandler\.log:15` · 2026-11-18 10:00:04\n\n```text\nFailed to enroll with /,
  );
  assert.match(markdown, /MDM enrollment is blocked/);
});

it('a note has its time in the form of every other time, in HTML as well', () => {
  for (const format of ['markdown', 'html'] as const) {
    const render = (time: string): string =>
      reporter.render([reportOf(sampleCase('failed'), [noteOf({ time })])], format);
    const text = render('2026-11-27T05:21:13.654+01:00');
    assert.match(text, /Robin · 2026-11-27 04:21:13 UTC/, format);
    // Programs read the page's data, where it stands as it was written.
    assert.doesNotMatch(text, /[^;]2026-11-27T/, format);
    assert.match(render('in spring'), /Robin · in spring/, format);
  }
});
