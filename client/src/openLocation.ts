import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Location } from 'vscode-languageclient/node';
import { placeToOpen } from './excerpts.ts';

/**
 * Opens a file and selects a stretch of it. The cursor goes to the start of the stretch, because records are
 * longer than the window is wide and the editor scrolls to the cursor.
 */
export async function openLocation(client: LanguageClient, location: Location): Promise<void> {
  const { uri, range } = await placeToOpen(
    client,
    client.protocol2CodeConverter.asUri(location.uri),
    client.protocol2CodeConverter.asRange(location.range),
  );
  const document = await openDocument(uri);
  if (document === undefined) {
    await vscode.commands.executeCommand('vscode.open', uri, { selection: range });
    return;
  }
  const editor = await vscode.window.showTextDocument(document, { preview: true });
  editor.selection = new vscode.Selection(range.end, range.start);
  editor.revealRange(
    new vscode.Range(range.start, range.start),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
}

/** Undefined where VS Code does not hand the file to extensions; the workbench may still open it. */
async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
