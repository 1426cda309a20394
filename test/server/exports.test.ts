import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decode } from '../../server/src/analysis/index.ts';
import {
  exportRequest,
  importRequest,
  lineEvidenceRequest,
  openLinkRequest,
  verdictMarkdownRequest,
} from '../../server/src/protocol.ts';
import { sarifErrors } from '../unit/analysis/report/sarifSchema.ts';
import { root, TestClient } from './harness.ts';

const roots = [root];
const logName = 'CoManagementHandler.log';

/** The files of the bundled samples, each below the folder given for it. */
function samples(folders: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(folders).flatMap(([folder, sample]) => {
      const from = new URL(`../../samples/${sample}/`, import.meta.url);
      return readdirSync(from).map((file) => [
        `${folder}/${file}`,
        decode(readFileSync(new URL(file, from))).text,
      ]);
    }),
  );
}

const oneCase = samples({ pc: 'failed' });
const log = TextDocument.create('', '', 0, oneCase[`pc/${logName}`] ?? '');
/** The line of the last failed attempt. */
const failure = log.getText().lastIndexOf('Failed to enroll');
const failureLine = log.positionAt(failure).line;

describe('exports', () => {
  it('come in every format, under a name of the case', async () => {
    using client = await TestClient.start(oneCase);
    const ask = (format: 'markdown' | 'html' | 'sarif' | 'json') =>
      client.connection.sendRequest(exportRequest, { roots, uri: null, format, version: '1.2.3' });
    const [markdown, html, sarif, json] = [
      await ask('markdown'),
      await ask('html'),
      await ask('sarif'),
      await ask('json'),
    ];
    assert.deepEqual(
      [markdown, html, sarif, json].map((result) => result?.fileName),
      ['pc.md', 'pc.html', 'pc.sarif', 'pc.json'],
    );
    assert.match(markdown?.text ?? '', /^# pc: failed at Enrollment/);
    assert.match(html?.text ?? '', /1\.2\.3/);
    assert.deepEqual(sarifErrors(sarif?.text ?? ''), []);
    // Files that nobody has open are read again for what is quoted of them.
    assert.match(sarif?.text ?? '', /"text": "Failed to enroll with /);
  });

  it('hold every case where none is at hand', async () => {
    using client = await TestClient.start(samples({ one: 'failed', two: 'waiting' }));
    const result = await client.connection.sendRequest(exportRequest, {
      roots,
      uri: null,
      format: 'json',
      version: '',
    });
    assert.equal(result?.fileName, 'cases.json');
    assert.equal((JSON.parse(result.text) as { cases: unknown[] }).cases.length, 2);
  });

  it('are nothing without a case', async () => {
    using client = await TestClient.start({});
    assert.equal(
      await client.connection.sendRequest(exportRequest, { roots, uri: null, format: 'html', version: '' }),
      null,
    );
    assert.equal(await client.connection.sendRequest(verdictMarkdownRequest, { roots, uri: null }), null);
  });
});

it('the verdict is a few paragraphs of Markdown', async () => {
  using client = await TestClient.start(oneCase);
  const markdown = await client.connection.sendRequest(verdictMarkdownRequest, { roots, uri: null });
  assert.match(markdown ?? '', /^\*\*pc: failed at Enrollment · 0x80180026\*\*\n\n/);
});

describe('a line', () => {
  const line = (client: TestClient) =>
    client.connection.sendRequest(lineEvidenceRequest, {
      roots,
      uri: client.uri(`pc/${logName}`),
      position: { line: failureLine, character: 30 },
    });

  it('is quoted with where it stands and what it means', async () => {
    using client = await TestClient.start(oneCase);
    const evidence = await line(client);
    assert.match(
      evidence?.markdown ?? '',
      /^`CoManagementHandler\.log:23` · 2026-11-18 10:30:04\n\n```text\nFailed to enroll with .*0x80180026\n```\n\n.*MDM enrollment is blocked/,
    );
  });

  it('is found again by its link in another copy, under another name and with other lines before it', async () => {
    using mine = await TestClient.start(oneCase);
    const { link = '' } = (await line(mine)) ?? {};
    const other = samples({ theirs: 'failed', waiting: 'waiting' });
    const name = `theirs/${logName}`;
    const first = (other[name] ?? '').split('\n')[0] ?? '';
    using yours = await TestClient.start({ ...other, [name]: `${first}\n${first}\n${other[name] ?? ''}` });
    const found = await yours.connection.sendRequest(openLinkRequest, { roots, link });
    assert.equal(found.location?.uri, yours.uri(name));
    assert.equal(found.location.range.start.line, failureLine + 2);
    assert.equal(found.caseName, 'pc');
  });

  for (const link of [
    '',
    'file=../../etc/passwd&line=1&case=pc',
    'file=file:///etc/passwd&line=1&case=pc',
    `file=${logName}&line=99999&case=pc`,
    `file=${logName}&line=x&case=pc`,
    `file=${logName}&line=1&case=other`,
    `file=${logName}&line=1&case=pc&hash=00000000&time=2026-11-18T10:30:04.000&component=x&log=x`,
    `file=${'x'.repeat(10_000)}&line=1`,
  ]) {
    it(`that is not there opens nothing: ${link.slice(0, 60)}`, async () => {
      using client = await TestClient.start(oneCase);
      const found = await client.connection.sendRequest(openLinkRequest, { roots, link });
      assert.equal(found.location, null);
    });
  }

  it('of a link without what it says is found in the same file of the same case', async () => {
    using client = await TestClient.start(oneCase);
    const link = `case=pc&file=${logName}&line=3`;
    const found = await client.connection.sendRequest(openLinkRequest, { roots, link });
    assert.equal(found.location?.range.start.line, 2);
  });
});

describe('an import', () => {
  it('shows findings on the lines of this copy, and what changed', async () => {
    using theirs = await TestClient.start(oneCase);
    for (const format of ['json', 'sarif', 'html'] as const) {
      const exported = await theirs.connection.sendRequest(exportRequest, {
        roots,
        uri: null,
        format,
        version: '',
      });
      using mine = await TestClient.start(samples({ mine: 'failed' }));
      const result = await mine.connection.sendRequest(importRequest, {
        roots,
        uri: null,
        text: exported?.text ?? '',
      });
      assert.equal(result.problem, null);
      assert.equal(result.title, 'mine: still failed; no stage changed');
      assert.match(result.markdown, /^Compared with pc\.$/m);
      const onLog = result.diagnostics.find(({ uri }) => uri === mine.uri(`mine/${logName}`));
      assert.ok(onLog !== undefined);
      assert.ok(onLog.diagnostics.some(({ range }) => range.start.line === failureLine));
      assert.ok(onLog.diagnostics.every(({ source }) => source === 'Co-management Lens (imported)'));
    }
  });

  it('names findings whose lines are not here', async () => {
    using theirs = await TestClient.start(oneCase);
    const exported = await theirs.connection.sendRequest(exportRequest, {
      roots,
      uri: null,
      format: 'json',
      version: '',
    });
    using mine = await TestClient.start(samples({ pc: 'enrolled' }));
    const text = exported?.text ?? '';
    const { title, markdown } = await mine.connection.sendRequest(importRequest, { roots, uri: null, text });
    assert.match(title, /^pc: failed, then enrolled with device credential; /);
    assert.match(markdown, /^## Not found in this copy \(\d+\)$/m);
  });

  it('of anything else says why not', async () => {
    using client = await TestClient.start(oneCase);
    const result = await client.connection.sendRequest(importRequest, { roots, uri: null, text: 'hello' });
    assert.match(result.problem ?? '', /^This is no export of Co-management Lens\./);
    assert.deepEqual(result.diagnostics, []);
  });
});
