import * as vscode from 'vscode';
import type { NoteFields } from '../../../server/src/protocol.ts';

/** Asks what a line is to the story, and marks its note so. */
export async function chooseMark(set: (fields: Partial<NoteFields>) => Promise<void>): Promise<void> {
  const items = [
    {
      label: vscode.l10n.t('Cause'),
      detail: vscode.l10n.t('It is listed among the problems'),
      mark: 'cause',
    },
    { label: vscode.l10n.t('Symptom'), detail: vscode.l10n.t('Something else led to it'), mark: 'symptom' },
    {
      label: vscode.l10n.t('Red herring'),
      detail: vscode.l10n.t('It looks bad and has nothing to do with it'),
      mark: 'red-herring',
    },
    { label: vscode.l10n.t('No mark'), mark: null },
  ] as const;
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Mark Line'),
    placeHolder: vscode.l10n.t('What is this line to the story?'),
  });
  if (chosen !== undefined) await set({ mark: chosen.mark });
}
