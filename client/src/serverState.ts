import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import type { LanguageClient } from 'vscode-languageclient/node';
import { setContextKey } from './contextKeys.ts';

/** Keeps the context keys for the server's state, on which the view's welcome texts rest. */
export function followServerState(client: LanguageClient, onRunning: () => void): vscode.Disposable {
  const listener = client.onDidChangeState(({ newState }) => {
    setContextKey('ready', newState === State.Running);
    setContextKey('failed', newState === State.StartFailed || newState === State.Stopped);
    if (newState === State.Running) onRunning();
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
