import * as vscode from 'vscode';
import type { ShownNote } from '../../../server/src/protocol.ts';
import type { NoteLine, Notes } from './notes.ts';

/** Lists the notes whose line was not found, with what it said, and what can be done about one. */
export async function chooseLostNote(notes: Notes, lineAtHand: () => NoteLine | undefined): Promise<void> {
  const lost = notes.cases.flatMap((own) =>
    own.notes
      .filter(({ location }) => location === null)
      .map((note) => ({
        label: note.summary,
        description: `${own.caseName} · ${note.lineWas}`,
        detail: note.lineText,
        note,
      })),
  );
  if (lost.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Every note has found its line.'));
    return;
  }
  const chosen = await vscode.window.showQuickPick(lost, {
    title: vscode.l10n.t('Notes Not Found'),
    placeHolder: vscode.l10n.t('Notes whose line is in none of the files of their case'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await decide(notes, chosen.note, lineAtHand());
}

async function decide(notes: Notes, note: ShownNote, line: NoteLine | undefined): Promise<void> {
  const tie = vscode.l10n.t('Tie It to the Line at the Cursor');
  const copy = vscode.l10n.t('Copy Its Text');
  const remove = vscode.l10n.t('Delete It');
  const isSameCase = line !== undefined && notes.caseOf(line.uri) === notes.caseOf(note);
  const choice = await vscode.window.showQuickPick([...(isSameCase ? [tie] : []), copy, remove], {
    title: note.summary,
    placeHolder: note.lineText,
  });
  switch (choice) {
    case tie:
      return notes.edit(note, { kind: 're-anchor', id: note.id }, line);
    case copy: {
      const comments = note.comments.map(({ author, markdown }) => `${author}: ${markdown}`);
      return vscode.env.clipboard.writeText([note.lineWas, note.lineText, ...comments].join('\n'));
    }
    case remove:
      return notes.edit(note, { kind: 'delete', id: note.id });
    case undefined:
      return;
  }
}
