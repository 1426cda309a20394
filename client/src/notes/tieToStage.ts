import * as vscode from 'vscode';
import type { NoteFields, ShownNote } from '../../../server/src/protocol.ts';
import { documentAtHand } from '../documentAtHand.ts';
import type { Notes } from './notes.ts';

/** Asks for a stage, from the list that the server gives, and ties the note to it. */
export async function tieToStage(
  notes: Notes,
  note: ShownNote | undefined,
  set: (fields: Partial<NoteFields>) => Promise<void>,
): Promise<void> {
  const uri = documentAtHand();
  const own = note !== undefined ? notes.caseOf(note) : uri === undefined ? undefined : notes.caseOf(uri);
  if (own === undefined) {
    throw new Error(vscode.l10n.t('Notes can be made on lines of the files of a case. Open one of them.'));
  }
  const noStage = { label: vscode.l10n.t('No stage'), stage: null };
  const items = own.stages.map(({ id, title }) => ({
    label: title,
    stage: id,
    ...(note?.stage === id ? { description: vscode.l10n.t('now') } : {}),
  }));
  const chosen = await vscode.window.showQuickPick([...items, noStage], {
    title: vscode.l10n.t('Tie Note to Stage'),
    placeHolder: vscode.l10n.t('Choose the stage that the line belongs to'),
  });
  if (chosen !== undefined) await set({ stage: chosen.stage });
}
