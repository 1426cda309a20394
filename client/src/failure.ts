import * as vscode from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient/node';

/**
 * Tells the user what did not work, why, and what to do about it. A cancelled request is no failure: the user
 * asked for that, or a later question made it pointless.
 *
 * @param what A sentence without its full stop: what could not be done.
 */
export async function reportFailure(
  what: string,
  error: unknown,
  log: vscode.LogOutputChannel,
): Promise<void> {
  if (isCancellation(error)) return;
  log.error(`${what}:`, error instanceof Error ? error : String(error));
  const showLog = vscode.l10n.t('Show Log');
  const restart = vscode.l10n.t('Restart Server');
  const why = asSentence(error instanceof Error ? error.message : String(error));
  const choice = isRefusal(error)
    ? await vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', what, why), showLog)
    : await vscode.window.showErrorMessage(
        vscode.l10n.t(
          '{0}: {1} Restart the language server and try again; the log of Co-management Lens says more.',
          what,
          why,
        ),
        restart,
        showLog,
      );
  if (choice === showLog) log.show();
  if (choice === restart) await vscode.commands.executeCommand('comgmtLens.restartServer');
}

export function isCancellation(error: unknown): boolean {
  if (error instanceof vscode.CancellationError) return true;
  if (!(error instanceof ResponseError)) return false;
  return error.code === LSPErrorCodes.RequestCancelled || error.code === LSPErrorCodes.ServerCancelled;
}

/** The server says no, for a reason that its sentence names; another try would end the same way. */
function isRefusal(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
