import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../server/src/protocol.ts';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionApi, flatten } from '../extension.ts';

const megabyte = 1024 * 1024;
const excerptScheme = 'comgmt-lens-excerpt';

function isExcerpt(uri: string): boolean {
  return uri.startsWith(`${excerptScheme}:`);
}

function record(message: string): string {
  return `<![LOG[${message}]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\r\n`;
}

describe('a log that VS Code keeps from extensions', () => {
  const folder = vscode.Uri.file(join(tmpdir(), `comgmt-lens-large-${process.pid}`));
  const uri = vscode.Uri.joinPath(folder, 'CoManagementHandler.log');
  const filler = record('Evaluated policy and found nothing to change for this client');
  const failure = record(
    'Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180026',
  );

  before(async () => {
    const half = filler.repeat(Math.ceil((35 * megabyte) / filler.length));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(half + failure + half));
    await vscode.commands.executeCommand('comgmtLens.openCaseFolder', folder);
  });
  after(async () => {
    await vscode.commands.executeCommand('comgmtLens.removeCaseFolder', folder);
    await closeEditors();
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('is in the tree with its verdict, and its lines open as excerpts', async () => {
    const evidence = await eventually('the failed enrollment in the tree', evidenceOfFailure);
    await vscode.commands.executeCommand('comgmtLens.openLocation', evidence.target);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { document, selection } = editor;
    assert.equal(document.uri.scheme, excerptScheme);
    assert.equal(document.languageId, 'ccmlog');
    assert.match(document.uri.path, /CoManagementHandler \(lines [\d,]+–[\d,]+\)\.log$/);
    assert.match(
      document.lineAt(0).text,
      /^Excerpt of CoManagementHandler\.log: lines [\d,]+ to [\d,]+ of [\d,]+/,
    );
    assert.equal(`${document.lineAt(selection.active.line).text}\r\n`, failure);
    await eventually('the finding in the excerpt', () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ range }) => range.start.line === selection.active.line),
    );
  });

  it('can be walked through by the links of an excerpt', async () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    assert.equal(links.length, 4);
    const earlier = await vscode.workspace.openTextDocument(links[0]?.target ?? document.uri);
    assert.match(earlier.lineAt(0).text, /^Excerpt of CoManagementHandler\.log/);
    assert.notEqual(earlier.lineAt(0).text, document.lineAt(0).text);
  });

  it('takes notes in its excerpts, which are tied to lines of the file', async () => {
    const api = await extensionApi();
    const document = vscode.workspace.textDocuments.find(({ uri: { scheme } }) => scheme === excerptScheme);
    assert.ok(document);
    const line = document.getText().split(/\r?\n/).indexOf(failure.trimEnd());
    await eventually('the excerpt among the documents of the case', async () =>
      (await api.notes()).some(({ excerpts }) => excerpts.some((excerpt) => isExcerpt(excerpt.uri))),
    );
    await vscode.commands.executeCommand('comgmtLens.addNote', {
      ...{ uri: document.uri, line, markdown: 'Nobody may enroll here' },
    });
    const [note] = (await api.notes()).flatMap(({ notes }) => notes);
    assert.ok(note);
    assert.equal(vscode.Uri.parse(note.location?.uri ?? '').toString(), uri.toString());
    assert.equal(note.location?.range.start.line, Math.ceil((35 * megabyte) / filler.length));
    const [thread] = api.noteThreads(note.id);
    assert.equal(thread?.uri.toString(), document.uri.toString());
    assert.equal(thread.range?.start.line, line);
    await vscode.commands.executeCommand('comgmtLens.saveNote', { thread, text: 'Asked the tenant team' });
    assert.equal(thread.comments.length, 2);
    const file = vscode.Uri.joinPath(folder, `${folder.path.split('/').at(-1)}.comgmt.json`);
    const { notes } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file))) as {
      notes: { anchor: { file: string; text: string; byteOffset: number } }[];
    };
    assert.equal(notes[0]?.anchor.file, 'CoManagementHandler.log');
    assert.match(notes[0].anchor.text, /^Failed to enroll/);
    assert.equal(notes[0].anchor.byteOffset % filler.length, 0);
    await closeEditors();
    await vscode.commands.executeCommand('comgmtLens.nextNote');
    assert.equal(vscode.window.activeTextEditor?.document.lineAt(line).text, failure.trimEnd());
  });

  it('cannot be followed by an excerpt of it, only by itself and while it is in a tab', async () => {
    const api = await extensionApi();
    assert.ok(isExcerpt(vscode.window.activeTextEditor?.document.uri.toString() ?? ''));
    await vscode.commands.executeCommand('comgmtLens.followLog');
    assert.deepEqual(api.followedLogs(), []);
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    await vscode.commands.executeCommand('comgmtLens.followLog');
    assert.deepEqual(api.followedLogs(), [uri.toString()]);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('the end of following', () => api.followedLogs().length === 0);
  });

  it('says in an open excerpt that it was rotated', async () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document && isExcerpt(document.uri.toString()));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(filler.repeat(13)));
    const head = await eventually('the first line of another file', () =>
      document.lineAt(0).text.includes('has no lines') ? document.lineAt(0).text : null,
    );
    assert.match(
      head,
      /^Excerpt of CoManagementHandler\.log: lines 1 to 13 of 14 {3}This file has changed since: it has no lines [\d,]+ to [\d,]+ any more$/,
    );
  });

  async function evidenceOfFailure(): Promise<TreeNode | undefined> {
    const nodes = flatten(await (await extensionApi()).tree());
    return nodes.find(
      ({ kind, target }) =>
        kind === 'evidence' && target !== null && vscode.Uri.parse(target.uri).toString() === uri.toString(),
    );
  }
});
