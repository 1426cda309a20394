import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { verdictMarkdownRequest } from '../../../server/src/protocol.ts';
import { caseParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';
import { tellThatNoCaseIsOpen } from './noCase.ts';
import type { RedactionChoicesStore } from './redactionChoices.ts';

/** Puts the verdict of the case at hand on the clipboard, as Markdown. */
export async function copyVerdict(
  client: LanguageClient,
  roots: CaseRoots,
  choices: RedactionChoicesStore,
): Promise<void> {
  const params = { ...caseParams(client, roots), choices: choices.all() };
  const markdown = await withProgressWhenSlow(
    { title: vscode.l10n.t('Copying the verdict'), location: vscode.ProgressLocation.Notification },
    (token) => client.sendRequest(verdictMarkdownRequest, params, token),
  );
  if (markdown === null) {
    tellThatNoCaseIsOpen();
    return;
  }
  await vscode.env.clipboard.writeText(markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The verdict was copied.'), 3_000);
}
