import * as vscode from 'vscode';
import { chooseCase } from './chooseCase.ts';
import type { Notes } from './notes.ts';

/** Lets the user put the notes of a case into the order of the walk, with a button up and one down for each. */
export async function reorderNotes(notes: Notes): Promise<void> {
  const own = await chooseCase(
    notes.cases.filter((each) => each.notes.length > 1),
    (uri) => notes.caseOf(uri),
  );
  if (own === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There are no two notes to put in order.'));
    return;
  }
  const before = own.notes.map(({ id, summary, label }) => ({
    id,
    label: summary,
    description: label,
    buttons,
  }));
  const after = await askForOrder(before);
  if (after !== undefined) await notes.editCase(own.caseId, { kind: 'reorder', ids: after });
}

interface NoteItem extends vscode.QuickPickItem {
  readonly id: string;
}

const up = { iconPath: new vscode.ThemeIcon('arrow-up'), tooltip: vscode.l10n.t('Move Up') };
const down = { iconPath: new vscode.ThemeIcon('arrow-down'), tooltip: vscode.l10n.t('Move Down') };
const buttons = [up, down];

function askForOrder(items: readonly NoteItem[]): Promise<readonly string[] | undefined> {
  const picker = vscode.window.createQuickPick<NoteItem>();
  picker.title = vscode.l10n.t('Reorder Notes');
  picker.placeholder = vscode.l10n.t('Move notes up or down, then press Enter to keep the order');
  picker.items = items;
  return new Promise((resolve) => {
    picker.onDidTriggerItemButton(({ item, button }) => {
      picker.items = moved(picker.items, item, button === up ? -1 : 1);
      picker.activeItems = picker.items.filter(({ id }) => id === item.id);
    });
    picker.onDidAccept(() => {
      resolve(picker.items.map(({ id }) => id));
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function moved(items: readonly NoteItem[], item: NoteItem, by: number): readonly NoteItem[] {
  const from = items.findIndex(({ id }) => id === item.id);
  const others = items.filter((_, index) => index !== from);
  others.splice(Math.max(0, Math.min(from + by, others.length)), 0, item);
  return others;
}
