import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { createAnalyser, readSource } from '../../../server/src/analysis/index.ts';
import { sourceOfBytes } from '../../../server/src/analysis/text/byteSource.ts';
import { assembleCatalogue, catalogueData } from '../../../server/src/catalogue/index.ts';
import { CaseExports } from '../../../server/src/shell/caseExports.ts';
import type { KnownCase, KnownFile, Snapshot } from '../../../server/src/shell/knownCase.ts';
import { NotesStore } from '../../../server/src/shell/notesStore.ts';
import { createSnapshot } from '../../../server/src/shell/snapshot.ts';
import { failed, logName, logOf, queued } from '../../server/artefacts.ts';
import { MemoryFiles, root } from '../../server/harness.ts';
import { noCodes } from '../analysis/noCodes.ts';

const analyser = createAnalyser(assembleCatalogue(catalogueData, noCodes));
const options = { now: null, bias: null };
const { token } = new CancellationTokenSource();
const megabyte = 1024 * 1024;

/** Cases by name, with files by name, whose texts were let go after they were read; each says to have so many bytes. */
function closedCases(
  files: MemoryFiles,
  cases: Readonly<Record<string, Readonly<Record<string, string>>>>,
  bytes: number,
): Snapshot {
  const known = Object.entries(cases).map(([name, texts]): KnownCase => {
    const ofCase = Object.entries(texts).map(([path, text]): KnownFile => {
      files.write(`${name}/${path}`, text);
      const uri = `${root}/${name}/${path}`;
      const source = sourceOfBytes(new TextEncoder().encode(text));
      const reading = { ...readSource(analyser, path, source, false), bytes };
      const document = TextDocument.create(uri, 'ccmlog', 1, text);
      return { uri, reading, document, version: 1, open: false };
    });
    const readings = ofCase.map(({ reading }) => reading);
    return {
      id: `${root}/${name}`,
      analysis: analyser.analyse(name, readings, options),
      files: ofCase,
      documents: (path) => ofCase.find(({ reading }) => reading.path === path)?.document ?? null,
    };
  });
  return createSnapshot(known, []);
}

function exportsOf(files: MemoryFiles, redacts: boolean): CaseExports {
  return new CaseExports(
    analyser,
    files,
    new NotesStore(analyser, files, 50 * 1024 * 1024),
    () => options,
    () => redacts,
  );
}

const other = 'WUAHandler.log';
const roots = [root];
const uri = `${root}/pc/${logName}`;
const lineAt = { roots, uri, position: { line: 0, character: 0 } };
const twoFiles = { pc: { [logName]: logOf(failed), [other]: logOf(queued) } };

describe('a line of a file that nobody has open', () => {
  it('has only its file read again', async () => {
    const files = new MemoryFiles();
    const snapshot = closedCases(files, twoFiles, 200 * megabyte);
    const line = await exportsOf(files, false).lineEvidence(snapshot, lineAt, token);
    assert.match(line?.markdown ?? '', /0x80180026/);
    assert.deepEqual(files.reads, [uri]);
  });

  it('has the whole case read again where it is redacted, as any file may tell what names somebody', async () => {
    const files = new MemoryFiles();
    await exportsOf(files, true).lineEvidence(closedCases(files, twoFiles, megabyte), lineAt, token);
    assert.equal(files.reads.length, 2);
  });
});

it('files that are too large together are refused with the reason, and none of them is read', async () => {
  const files = new MemoryFiles();
  const snapshot = closedCases(files, twoFiles, 200 * megabyte);
  await assert.rejects(exportsOf(files, true).verdictMarkdown(snapshot, { roots, uri }, token), {
    code: LSPErrorCodes.RequestFailed,
    message: /^The files of pc .* 400 MB together, .* at most 256 MB .* comgmt-lens report/,
  });
  assert.deepEqual(files.reads, []);
});

it('no further file is read once the question is withdrawn', async () => {
  const files = new MemoryFiles();
  const source = new CancellationTokenSource();
  const readFile = files.readFile.bind(files);
  files.readFile = (read) => {
    source.cancel();
    return readFile(read);
  };
  const snapshot = closedCases(files, twoFiles, megabyte);
  await assert.rejects(exportsOf(files, false).verdictMarkdown(snapshot, { roots, uri }, source.token), {
    code: LSPErrorCodes.RequestCancelled,
  });
  assert.equal(files.reads.length, 1);
});

describe('a link', () => {
  const link = async (files: MemoryFiles, snapshot: Snapshot): Promise<string> => {
    const line = await exportsOf(files, false).lineEvidence(snapshot, lineAt, token);
    files.reads.length = 0;
    return line?.link ?? '';
  };
  const late = logOf(failed).replace('10:00:00', '23:00:00');

  it('has only files read again that may hold its line', async () => {
    const files = new MemoryFiles();
    const texts = { pc: { [logName]: logOf(failed), [other]: late }, second: { [logName]: late } };
    const snapshot = closedCases(files, texts, megabyte);
    const { location } = await exportsOf(files, false).openLink(
      snapshot,
      { roots, link: await link(files, snapshot) },
      token,
    );
    assert.equal(location?.uri, uri);
    assert.deepEqual(files.reads, [uri]);
  });

  it('finds a line of which nothing was kept', async () => {
    const files = new MemoryFiles();
    const text = logOf(
      queued,
      ...Array.from({ length: 59 }, (_, index) => `Nothing to do ${'x'.repeat(index)}`),
    );
    const filled = text + text.replaceAll('10:00', '11:00') + text.replaceAll('10:00', '12:00');
    const snapshot = closedCases(files, { pc: { [logName]: filled } }, megabyte);
    const position = { line: 30, character: 0 };
    const line = await exportsOf(files, false).lineEvidence(snapshot, { ...lineAt, position }, token);
    const { location } = await exportsOf(files, false).openLink(
      snapshot,
      { roots, link: line?.link ?? '' },
      token,
    );
    assert.equal(location?.range.start.line, 30);
  });

  it('has all cases together read no more than the limit, and says that it did not look everywhere', async () => {
    const files = new MemoryFiles();
    const first = closedCases(files, { pc: { [logName]: logOf(failed) } }, megabyte);
    const wanted = (await link(files, first)).replace(/hash=[0-9a-f]{8}/, 'hash=00000001');
    const cases = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, { [logName]: logOf(failed) }]),
    );
    const snapshot = closedCases(files, cases, 100 * megabyte);
    await assert.rejects(exportsOf(files, false).openLink(snapshot, { roots, link: wanted }, token), {
      code: LSPErrorCodes.RequestFailed,
      message: /at most 256 MB/,
    });
    assert.equal(files.reads.length, 2);
  });
});
