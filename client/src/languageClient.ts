import * as vscode from 'vscode';
import { LanguageClient, RevealOutputChannelOn, TransportKind } from 'vscode-languageclient/node';

import { excerptScheme } from '../../server/src/protocol.ts';

/** The languages that the manifest contributes. */
const languages = ['ccmlog', 'registry-export', 'dsregcmd'];

/**
 * Where the documents may lie. Written out rather than left open, so that the old side of a diff (`git:`) does
 * not count as another file of the case.
 */
const schemes = ['file', 'untitled', excerptScheme, 'vscode-remote', 'vscode-vfs', 'vscode-test-web'];

/** Builds the client of the language server, which is a Node process beside the extension host. Not started yet. */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  return new LanguageClient(
    'comgmtLens',
    vscode.l10n.t('Co-management Lens'),
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--nolazy', '--inspect=6019'] } },
    },
    {
      documentSelector: languages.flatMap((language) => schemes.map((scheme) => ({ language, scheme }))),
      diagnosticCollectionName: 'comgmtLens',
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      textSynchronization: { delayOpenNotifications: true },
      // Settings and changes of files are not pushed: the server asks for them and registers for their changes.
      markdown: { isTrusted: false, supportHtml: false },
    },
  );
}
