import * as vscode from 'vscode';
import type { CaseRoots } from './caseRoots.ts';

/** Adds a folder to the view, and shows the view. Asks for the folder unless it is given. */
export async function openCaseFolder(roots: CaseRoots, given: vscode.Uri | undefined): Promise<void> {
  const folder = given ?? (await askForFolder());
  if (folder === undefined) return;
  await vscode.workspace.fs.stat(folder);
  await roots.add(folder);
  await vscode.commands.executeCommand('comgmtLens.enrollment.focus');
}

/** Takes a folder out of the view that was added before. Its files stay where they are. */
export async function removeCaseFolder(roots: CaseRoots, given: vscode.Uri | undefined): Promise<void> {
  const folder = given ?? (await chooseFolder(roots.caseFolders()));
  if (folder !== undefined) await roots.remove(folder);
}

async function askForFolder(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t("Open a folder with a device's logs"),
    openLabel: vscode.l10n.t('Open Case Folder'),
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: false,
  });
  return chosen?.[0];
}

async function chooseFolder(folders: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'No case folder was added to the view. Folders of the workspace leave it with the workspace: use File > Close Folder.',
      ),
    );
    return undefined;
  }
  const items = folders.map((folder) => ({ label: vscode.workspace.asRelativePath(folder), folder }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Remove Case Folder'),
    placeHolder: vscode.l10n.t('Choose the folder to take out of the view; its files are not touched'),
  });
  return chosen?.folder;
}
