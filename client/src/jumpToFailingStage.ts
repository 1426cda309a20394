import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { jumpTargetsRequest } from '../../server/src/protocol.ts';
import type { JumpTarget } from '../../server/src/protocol.ts';
import { caseParams } from './caseQuestion.ts';
import type { CaseRoots } from './caseRoots.ts';
import { openLocation } from './openLocation.ts';
import { withProgressWhenSlow } from './progressWhenSlow.ts';

/**
 * Goes to the line that decided the case at hand; asks which case where none is at hand and there are several. Answers
 * the file that it went to.
 */
export async function jumpToFailingStage(
  client: LanguageClient,
  roots: CaseRoots,
): Promise<string | undefined> {
  const { targets, left } = await withProgressWhenSlow(
    {
      title: vscode.l10n.t('Looking for the stage where enrollment stands'),
      location: vscode.ProgressLocation.Notification,
    },
    (token) => client.sendRequest(jumpTargetsRequest, caseParams(client, roots), token),
  );
  const target = await chooseTarget(targets, left);
  if (target === undefined) return undefined;
  await openLocation(client, target.location);
  return target.location.uri;
}

async function chooseTarget(targets: readonly JumpTarget[], left: number): Promise<JumpTarget | undefined> {
  if (targets.length === 0) {
    await tellThatNothingFails();
    return undefined;
  }
  if (targets.length === 1) return targets[0];
  const items = targets.map((target) => ({
    label: target.caseName,
    description: target.detail,
    detail: target.label,
    target,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Jump to Failing Stage'),
    placeHolder:
      left === 0
        ? vscode.l10n.t('Choose the case')
        : vscode.l10n.t('Choose the case; {0} more are in the Enrollment view', left.toLocaleString('en')),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.target;
}

async function tellThatNothingFails(): Promise<void> {
  const showView = vscode.l10n.t('Show Enrollment View');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('No stage fails or waits in the case at hand, or no case is open.'),
    showView,
  );
  if (choice === showView) await vscode.commands.executeCommand('comgmtLens.enrollment.focus');
}
