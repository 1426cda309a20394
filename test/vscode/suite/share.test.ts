import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { closeEditors, extensionApi, extensionId, openSample, sampleUri } from '../extension.ts';

const log = 'failed/CoManagementHandler.log';
/** The line of the last failed attempt, from 0. */
const failureLine = 22;

async function openFailure(): Promise<void> {
  const editor = await openSample(log);
  const { document } = editor;
  await vscode.languages.setTextDocumentLanguage(document, 'ccmlog');
  editor.selection = new vscode.Selection(failureLine, 30, failureLine, 30);
  const api = await extensionApi();
  await eventually('the case of the file', async () => (await api.status())?.caseName === 'failed');
}

/** Empties the clipboard, runs the command, and gives back what it put there. */
async function copied(command: string): Promise<string> {
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand(command);
  return eventually('a text on the clipboard', async () => await vscode.env.clipboard.readText());
}

describe('sharing', () => {
  let folder = '';
  before(async () => {
    await extensionApi();
    folder = await mkdtemp(join(tmpdir(), 'comgmt-lens-'));
  });
  beforeEach(openFailure);
  afterEach(closeEditors);
  after(() => rm(folder, { recursive: true }));

  it('copies the verdict of the case at hand as Markdown', async () => {
    assert.match(
      await copied('comgmtLens.copyVerdict'),
      /^\*\*failed: failed at Enrollment · 0x80180026\*\*\n\n/,
    );
  });

  it('copies the line at the cursor with what it means', async () => {
    const markdown = await copied('comgmtLens.copyEvidenceLine');
    assert.match(
      markdown,
      /^`CoManagementHandler\.log:23` · 2026-11-18 10:30:04\n\n```text\nFailed to enroll/,
    );
  });

  it('copies a link that leads back to the line', async () => {
    const link = await copied('comgmtLens.copyLinkToLine');
    assert.match(link, new RegExp(`^${vscode.env.uriScheme}://${extensionId}/open\\?`));
    await closeEditors();
    await (await extensionApi()).openLink(vscode.Uri.parse(link, true));
    const editor = await eventually('the file', () => vscode.window.activeTextEditor);
    assert.equal(editor.document.uri.toString(), sampleUri(log).toString());
    assert.equal(editor.selection.active.line, failureLine);
  });

  for (const query of ['', 'file=../../../etc/passwd&line=1&case=failed', 'command=x']) {
    it(`follows no link to what is no line of a case: ${query}`, async () => {
      await closeEditors();
      let told = false;
      const link = vscode.Uri.from({
        scheme: vscode.env.uriScheme,
        authority: extensionId,
        path: '/open',
        query,
      });
      void (await extensionApi()).openLink(link).then(() => (told = true));
      await eventually('the message that says so, closed', async () => {
        await vscode.commands.executeCommand('notifications.clearAll');
        return told;
      });
      assert.equal(vscode.window.activeTextEditor, undefined);
    });
  }

  for (const format of ['markdown', 'sarif', 'json', 'html'] as const) {
    it(`exports the case at hand: ${format}`, async () => {
      const target = vscode.Uri.file(join(folder, `failed.${format}`));
      await vscode.commands.executeCommand('comgmtLens.exportFindings', format, target);
      assert.match(await readFile(target.fsPath, 'utf8'), /80180026/);
    });
  }

  it('shows imported findings on their lines, apart from our own, and takes them away again', async () => {
    const target = vscode.Uri.file(join(folder, 'theirs.sarif'));
    await vscode.commands.executeCommand('comgmtLens.exportFindings', 'sarif', target);
    await openFailure();
    await vscode.commands.executeCommand('comgmtLens.importFindings', target);
    const imported = () =>
      vscode.languages
        .getDiagnostics(sampleUri(log))
        .filter(({ source }) => source === 'Co-management Lens (imported)');
    const found = await eventually('imported findings', () =>
      imported().length > 0 ? imported() : undefined,
    );
    assert.ok(found.some(({ range }) => range.start.line === failureLine));
    const page = await eventually('the comparison', () =>
      vscode.workspace.textDocuments.find(
        ({ uri }) => uri.scheme === 'comgmt-lens' && uri.path.includes('still failed'),
      ),
    );
    assert.match(page.getText(), /\| Enrollment \| failed \| failed \|/);
    await vscode.commands.executeCommand('comgmtLens.clearImportedFindings');
    assert.deepEqual(imported(), []);
  });
});
