import * as vscode from 'vscode';
import type { NotesOfCase } from '../../../server/src/protocol.ts';
import { documentAtHand } from '../documentAtHand.ts';

/** The case at hand, else the only one, else the one that the user chooses. */
export async function chooseCase(
  cases: readonly NotesOfCase[],
  caseOf: (uri: vscode.Uri) => NotesOfCase | undefined,
): Promise<NotesOfCase | undefined> {
  const uri = documentAtHand();
  const own = uri === undefined ? undefined : caseOf(uri);
  if (own !== undefined && cases.includes(own)) return own;
  if (cases.length < 2) return cases[0];
  const items = cases.map((each) => ({
    label: each.caseName,
    description: vscode.l10n.t('{0} notes', each.notes.length),
    each,
  }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Choose the case') });
  return chosen?.each;
}
