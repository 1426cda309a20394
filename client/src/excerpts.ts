import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  excerptPlaceRequest,
  excerptsChangedNotification,
  excerptScheme,
  excerptTextRequest,
} from '../../server/src/protocol.ts';

/** VS Code hands files beyond this to no extension: their lines are shown as excerpts. Bytes, so a first guess. */
const mostBytes = 50 * 1024 * 1024;

/** Provides the texts of excerpts: read-only documents with a part of a file that is too large to be open. */
export function provideExcerpts(client: LanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    client.onNotification(excerptsChangedNotification, ({ uris }) => {
      for (const uri of uris) changed.fire(client.protocol2CodeConverter.asUri(uri));
    }),
    vscode.workspace.registerTextDocumentContentProvider(excerptScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri, token) =>
        (await client.sendRequest(excerptTextRequest, { uri: uri.toString() }, token)) ??
        vscode.l10n.t('The file of this excerpt is not in the enrollment view any more.'),
    }),
  );
}

/** Calls back when an excerpt is opened or closed. */
export function onDidChangeOpenExcerpts(callback: () => void): vscode.Disposable {
  const look = ({ uri }: vscode.TextDocument): void => {
    if (uri.scheme === excerptScheme) callback();
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(look),
  );
}

/** Where to look at a stretch of a file: in the file itself, or in an excerpt of it. */
export async function placeToOpen(
  client: LanguageClient,
  uri: vscode.Uri,
  range: vscode.Range,
): Promise<{ readonly uri: vscode.Uri; readonly range: vscode.Range }> {
  if (!(await mayBeTooLarge(uri))) return { uri, range };
  const place = await client.sendRequest(excerptPlaceRequest, {
    uri: client.code2ProtocolConverter.asUri(uri),
    range: { start: range.start, end: range.end },
  });
  if (place === null) return { uri, range };
  return {
    uri: client.protocol2CodeConverter.asUri(place.uri),
    range: client.protocol2CodeConverter.asRange(place.range),
  };
}

async function mayBeTooLarge(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size > mostBytes;
  } catch {
    // Gone, or of a scheme without files: opening it tells better what is wrong.
    return false;
  }
}
