import * as vscode from 'vscode';
import { chooseCase } from './chooseCase.ts';
import { askForNotesFile } from './notes.ts';
import type { Notes } from './notes.ts';

/** Merges the notes of somebody else's file into those of a case. Asks for the file unless it is given. */
export async function importNotes(notes: Notes, given: vscode.Uri | undefined): Promise<void> {
  const own = await chooseCase(notes.cases, (uri) => notes.caseOf(uri));
  if (own === undefined) return tellThatThereIsNoCase();
  const file = given ?? (await askForFile());
  if (file === undefined) return;
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  await notes.editCase(own.caseId, { kind: 'merge', text });
}

/** Saves all notes of a case in a file of the user's choice, which is used from then on. */
export async function moveNotesFile(notes: Notes): Promise<void> {
  const own = await chooseCase(
    notes.cases.filter((each) => each.notes.length > 0),
    (uri) => notes.caseOf(uri),
  );
  if (own === undefined) return tellThatThereIsNoCase();
  const target = await askForNotesFile(notes.placeOf(own.caseId)?.fileName ?? 'notes.comgmt.json');
  if (target !== undefined) await notes.moveTo(own.caseId, target);
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import notes'),
    openLabel: vscode.l10n.t('Import Notes'),
    filters: { [vscode.l10n.t('Notes')]: ['json'] },
  });
  return chosen?.[0];
}

async function tellThatThereIsNoCase(): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t('There is no case with notes at hand.'));
}
