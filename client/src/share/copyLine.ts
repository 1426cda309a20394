import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { lineEvidenceRequest } from '../../../server/src/protocol.ts';
import type { LineEvidence, LineParams, TreeNode } from '../../../server/src/protocol.ts';
import { rootsParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { documentAtHand, positionAtHand } from '../documentAtHand.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';
import type { RedactionChoicesStore } from './redactionChoices.ts';

/** Puts a line with where it stands and what it means on the clipboard, as Markdown: that of the node, or at the cursor. */
export async function copyLine(
  client: LanguageClient,
  roots: CaseRoots,
  choices: RedactionChoicesStore,
  node: TreeNode | undefined,
): Promise<void> {
  const line = await lineAtHand(client, roots, choices, node);
  if (line === null) {
    tellThatNoLineIsAtHand();
    return;
  }
  await vscode.env.clipboard.writeText(line.markdown);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The line was copied.'), 3_000);
}

/** Puts a link on the clipboard that opens the case and the line in the editor of whoever has the same logs. */
export async function copyLinkToLine(
  client: LanguageClient,
  roots: CaseRoots,
  choices: RedactionChoicesStore,
  node: TreeNode | undefined,
  extensionId: string,
): Promise<void> {
  const line = await lineAtHand(client, roots, choices, node);
  if (line === null) {
    tellThatNoLineIsAtHand();
    return;
  }
  const link = vscode.Uri.from({
    scheme: vscode.env.uriScheme,
    authority: extensionId,
    path: '/open',
    query: line.link,
  });
  await vscode.env.clipboard.writeText(link.toString());
  vscode.window.setStatusBarMessage(vscode.l10n.t('A link to the line was copied.'), 3_000);
}

async function lineAtHand(
  client: LanguageClient,
  roots: CaseRoots,
  choices: RedactionChoicesStore,
  node: TreeNode | undefined,
): Promise<LineEvidence | null> {
  const place = placeOf(client, node);
  if (place === null) return null;
  const params = { ...rootsParams(client, roots), ...place, choices: choices.all() };
  return withProgressWhenSlow(
    { title: vscode.l10n.t('Copying the line'), location: vscode.ProgressLocation.Notification },
    (token) => client.sendRequest(lineEvidenceRequest, params, token),
  );
}

function placeOf(
  client: LanguageClient,
  node: TreeNode | undefined,
): Pick<LineParams, 'uri' | 'position'> | null {
  if (node !== undefined) {
    return node.target === null ? null : { uri: node.target.uri, position: node.target.range.start };
  }
  const uri = documentAtHand();
  const position = positionAtHand();
  if (uri === undefined || position === undefined) return null;
  return {
    uri: client.code2ProtocolConverter.asUri(uri),
    position: client.code2ProtocolConverter.asPosition(position),
  };
}

function tellThatNoLineIsAtHand(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No line of a case is at hand. Put the cursor on a line of a log, registry export or dsregcmd output.',
    ),
  );
}
