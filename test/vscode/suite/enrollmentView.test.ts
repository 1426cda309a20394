import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually.ts';
import { caseNamed, closeEditors, extensionApi, flatten, sampleUri, stagesOf } from '../extension.ts';

describe('enrollment view', () => {
  after(closeEditors);

  it('shows each sample as a case with its nine stages', async () => {
    const cases = await (await extensionApi()).tree();
    for (const name of ['enrolled', 'failed', 'waiting']) {
      assert.equal(stagesOf(caseNamed(cases, name)).length, 9, name);
    }
  });

  it('marks the stage that failed, and only in the case that failed', async () => {
    const cases = await (await extensionApi()).tree();
    const bad = (name: string): number =>
      stagesOf(caseNamed(cases, name)).filter(({ colour }) => colour === 'bad').length;
    assert.equal(bad('failed'), 1);
    assert.equal(bad('enrolled'), 0);
    assert.equal(bad('waiting'), 0);
  });

  it('says every state in words too, for screen readers and for copying', async () => {
    const nodes = flatten(await (await extensionApi()).tree());
    assert.deepEqual(
      nodes.filter(({ accessibleLabel, copyText }) => accessibleLabel === '' || copyText === ''),
      [],
    );
    for (const stage of nodes.filter(({ kind }) => kind === 'stage')) {
      const [state] = (stage.description ?? '').split(' · ');
      assert.ok(state !== undefined && state !== '' && stage.accessibleLabel.includes(state), stage.label);
    }
  });

  it('gives every node an id of its own that outlives a refresh', async () => {
    const api = await extensionApi();
    const before = flatten(await api.tree()).map(({ id }) => id);
    assert.equal(new Set(before).size, before.length);
    await vscode.commands.executeCommand('comgmtLens.refresh');
    assert.deepEqual(
      flatten(await api.tree()).map(({ id }) => id),
      before,
    );
  });

  it('opens the place of a node, with the cursor at its start', async () => {
    const cases = await (await extensionApi()).tree();
    const target = stagesOf(caseNamed(cases, 'failed')).find(({ colour }) => colour === 'bad')?.target;
    assert.ok(target, 'the failed stage has no place to go to');
    await vscode.commands.executeCommand('comgmtLens.openLocation', target);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), vscode.Uri.parse(target.uri).toString());
    assert.equal(editor.selection.active.line, target.range.start.line);
    assert.equal(editor.selection.active.character, target.range.start.character);
  });

  it('follows what is typed into a log that is open', async () => {
    const api = await extensionApi();
    const failure = await vscode.workspace.openTextDocument(sampleUri('failed/CoManagementHandler.log'));
    const document = await vscode.workspace.openTextDocument({ language: 'ccmlog', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    const before = (await api.tree()).length;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), failure.getText()));
    await eventually(
      'a case for the document that was typed',
      async () => (await api.tree()).length > before,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('its case to go with it', async () => (await api.tree()).length === before);
  });

  it('adds a folder from outside the workspace, and takes it out again', async () => {
    const api = await extensionApi();
    const before = (await api.tree()).length;
    const folder = vscode.Uri.joinPath(sampleUri(''), '..', 'test', 'fixtures', 'caseFolder');
    await vscode.commands.executeCommand('comgmtLens.openCaseFolder', folder);
    await eventually('a case for the folder', async () => (await api.tree()).length === before + 1);
    await vscode.commands.executeCommand('comgmtLens.removeCaseFolder', folder);
    await eventually('the case to go', async () => (await api.tree()).length === before);
  });

  it('copies a case, alone and with everything below it', async () => {
    const failed = caseNamed(await (await extensionApi()).tree(), 'failed');
    await vscode.commands.executeCommand('comgmtLens.copy', failed);
    const alone = await vscode.env.clipboard.readText();
    assert.equal(alone, failed.copyText);
    await vscode.commands.executeCommand('comgmtLens.copyWithDetails', failed);
    const lines = (await vscode.env.clipboard.readText()).split('\n');
    assert.ok(lines.join('\n').startsWith(alone));
    for (const stage of stagesOf(failed)) assert.ok(lines.includes(`  ${stage.copyText}`), stage.label);
    const [verdict = ''] = failed.children.map(({ label }) => label);
    assert.equal(lines.filter((line) => line.includes(verdict)).length, 1, 'the verdict stands there twice');
  });
});
