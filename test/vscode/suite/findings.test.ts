import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { caseNamed, closeEditors, extensionApi, openSample, sampleUri, stagesOf } from '../extension.ts';

const failedLog = 'failed/CoManagementHandler.log';

async function diagnosticsOf(path: string): Promise<readonly vscode.Diagnostic[]> {
  return eventually(`findings in ${path}`, () => {
    const diagnostics = vscode.languages.getDiagnostics(sampleUri(path));
    return diagnostics.length > 0 ? diagnostics : null;
  });
}

describe('findings', () => {
  before(extensionApi);
  afterEach(closeEditors);

  it('stand under the lines that failed', async () => {
    await openSample(failedLog);
    const errors = (await diagnosticsOf(failedLog)).filter(
      ({ severity }) => severity === vscode.DiagnosticSeverity.Error,
    );
    assert.ok(errors.length > 0);
    for (const { message, range } of errors) {
      assert.notEqual(message, '');
      assert.ok(!range.isEmpty);
    }
  });

  it('are explained on hover, by text that is not trusted', async () => {
    const { document } = await openSample(failedLog);
    const [finding] = await diagnosticsOf(failedLog);
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start,
    );
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    assert.ok(contents.some(({ value }) => value.length > 20));
    assert.deepEqual(
      contents.filter(({ isTrusted, supportHtml }) => isTrusted === true || supportHtml === true),
      [],
    );
  });

  it('are reached by a jump from anywhere in the case', async () => {
    const cases = await (await extensionApi()).tree();
    const failed = stagesOf(caseNamed(cases, 'failed')).find(({ colour }) => colour === 'bad');
    await openSample('failed/dsregcmd-status.txt');
    await vscode.commands.executeCommand('comgmtLens.jumpToFailingStage');
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), vscode.Uri.parse(failed?.target?.uri ?? '').toString());
    assert.equal(editor.selection.start.line, failed?.target?.range.start.line);
    assert.ok(!editor.selection.isEmpty, 'the deciding line is not selected');
  });

  it('follow one another across the files of the case, and wrap around', async () => {
    const api = await extensionApi();
    await openSample(failedLog);
    const next = async (): Promise<string> => {
      await vscode.commands.executeCommand('comgmtLens.nextFinding');
      const finding = api.findingAtHand();
      assert.ok(finding, 'no finding is shown');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), vscode.Uri.parse(finding.location.uri).toString());
      assert.equal(editor.selection.start.line, finding.location.range.start.line);
      return `${finding.ordinal} of ${finding.total}`;
    };
    const first = await next();
    const total = api.findingAtHand()?.total ?? 0;
    assert.ok(total > 1, `the failed sample has ${total} findings`);
    const second = await next();
    assert.notEqual(second, first);
    await vscode.commands.executeCommand('comgmtLens.previousFinding');
    const back = api.findingAtHand();
    assert.equal(`${back?.ordinal} of ${back?.total}`, first);
    const seen = new Set([first]);
    for (let step = 0; step < total && seen.size < total; step++) seen.add(await next());
    assert.equal(await next(), first, 'it does not come back to where it began');
  });

  it('are no longer announced once the cursor moves away', async () => {
    const api = await extensionApi();
    const editor = await openSample(failedLog);
    await vscode.commands.executeCommand('comgmtLens.nextFinding');
    assert.ok(api.findingAtHand());
    const last = vscode.window.activeTextEditor ?? editor;
    const other = last.selection.active.line === 0 ? 1 : 0;
    last.selection = new vscode.Selection(other, 0, other, 0);
    await eventually('the announcement to go', () => api.findingAtHand() === null);
  });
});
