import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { exportRequest } from '../../../server/src/protocol.ts';
import type { ExportFormat } from '../../../server/src/protocol.ts';
import { caseParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';
import { tellThatNoCaseIsOpen } from './noCase.ts';
import type { RedactionChoicesStore } from './redactionChoices.ts';
import { reviewRedaction } from './redactionPreview.ts';

/** Saves the case at hand as a file to hand on, and opens it. Asks for what is not given. */
export async function exportFindings(
  client: LanguageClient,
  roots: CaseRoots,
  choices: RedactionChoicesStore,
  version: string,
  givenFormat: ExportFormat | undefined,
  givenTarget: vscode.Uri | undefined,
): Promise<void> {
  const params = caseParams(client, roots);
  const format = givenFormat ?? (await chooseFormat());
  if (format === undefined) return;
  // A caller that names the file has decided everything.
  if (givenTarget === undefined && !(await reviewRedaction(client, roots, choices))) return;
  const file = await withProgressWhenSlow(
    { title: vscode.l10n.t('Writing the report'), location: vscode.ProgressLocation.Notification },
    (token) =>
      client.sendRequest(exportRequest, { ...params, format, version, choices: choices.all() }, token),
  );
  if (file === null) {
    tellThatNoCaseIsOpen();
    return;
  }
  const target = givenTarget ?? (await chooseTarget(file.fileName, roots));
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file.text));
  await open(format, target);
}

async function chooseFormat(): Promise<ExportFormat | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly format: ExportFormat })[] = [
    {
      format: 'html',
      label: vscode.l10n.t('Web page'),
      description: 'HTML',
      detail: vscode.l10n.t('One file that opens in any browser and prints well.'),
    },
    {
      format: 'markdown',
      label: vscode.l10n.t('Text for tickets and chats'),
      description: 'Markdown',
      detail: vscode.l10n.t('To paste where Markdown is shown.'),
    },
    {
      format: 'sarif',
      label: vscode.l10n.t('Findings for other tools'),
      description: 'SARIF 2.1.0',
      detail: vscode.l10n.t('Opens in SARIF viewers, with the lines beside it.'),
    },
    {
      format: 'json',
      label: vscode.l10n.t('Data'),
      description: 'JSON',
      detail: vscode.l10n.t('What the command line writes with --format json.'),
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Export Findings'),
    placeHolder: vscode.l10n.t('Choose a format'),
    matchOnDescription: true,
  });
  return chosen?.format;
}

async function chooseTarget(fileName: string, roots: CaseRoots): Promise<vscode.Uri | undefined> {
  const [folder] = roots.all();
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Findings'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
}

/** A page opens in the browser, if the user wants; everything else in the editor. */
async function open(format: ExportFormat, target: vscode.Uri): Promise<void> {
  switch (format) {
    case 'html':
      void offerBrowser(target);
      return;
    case 'markdown':
    case 'sarif':
    case 'json':
      await vscode.commands.executeCommand('vscode.open', target);
  }
}

async function offerBrowser(target: vscode.Uri): Promise<void> {
  const inBrowser = vscode.l10n.t('Open in Browser');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The report was saved as {0}.', vscode.workspace.asRelativePath(target)),
    inBrowser,
  );
  if (choice === inBrowser) await vscode.env.openExternal(target);
}
