import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { LanguageClient } from 'vscode-languageclient/node';
import { setContextKey } from './contextKeys.ts';

/**
 * Keeps the context keys for the server's state, on which the view's welcome texts rest.
 *
 * @param onRunningAgain Called when the server runs after it had stopped. Not at the first start, for which
 *   questions wait by themselves.
 */
export function followServerState(client: LanguageClient, onRunningAgain: () => void): vscode.Disposable {
  let ranBefore = false;
  const listener = client.onDidChangeState(({ newState }) => {
    setContextKey('ready', newState === State.Running);
    setContextKey('failed', newState === State.StartFailed || newState === State.Stopped);
    if (newState !== State.Running) return;
    if (ranBefore) onRunningAgain();
    ranBefore = true;
  });
  return vscode.Disposable.from(listener);
}

/** Starts the server anew. A client whose first start failed cannot be started again; the window then must be. */
export async function restartServer(client: LanguageClient): Promise<void> {
  if (client.state === State.Running) return client.restart();
  if (client.state !== State.StartFailed) return client.start();
  const reload = vscode.l10n.t('Reload Window');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t('The language server could not be started. Reload the window to try again.'),
    reload,
  );
  if (choice === reload) await vscode.commands.executeCommand('workbench.action.reloadWindow');
}
