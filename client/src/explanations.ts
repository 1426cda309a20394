import * as vscode from 'vscode';
import type { ExplainCodeResult } from '../../server/src/protocol.ts';

const scheme = 'comgmt-lens';

/**
 * Explanations as read-only Markdown documents, shown in VS Code's Markdown preview: text that can be searched,
 * selected and copied, and that a screen reader walks through heading by heading.
 */
export class Explanations implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(scheme, this);
  readonly #closeListener = vscode.workspace.onDidCloseTextDocument((document) => {
    this.#texts.delete(document.uri.toString());
  });

  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? vscode.l10n.t('Use the command “Explain Code…” to ask again.');
  }

  /** Shows an explanation beside the log that it was asked for. */
  async show(explanation: ExplainCodeResult): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${fileName(explanation.title)}.md` });
    this.#texts.set(uri.toString(), `## ${escaped(explanation.title)}\n\n${explanation.markdown}\n`);
    this.#changed.fire(uri);
    const command =
      vscode.window.activeTextEditor === undefined ? 'markdown.showPreview' : 'markdown.showPreviewToSide';
    try {
      await vscode.commands.executeCommand(command, uri);
    } catch {
      // The built-in Markdown extension can be switched off; its source reads well enough.
      await vscode.window.showTextDocument(uri, { preview: true });
    }
  }

  dispose(): void {
    this.#closeListener.dispose();
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** A title as it may stand in an address: letters, digits and blanks, not too many. */
function fileName(title: string): string {
  return title
    .replace(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .trim()
    .slice(0, 60);
}

/** A title as Markdown that shows it letter by letter. */
function escaped(title: string): string {
  return title.replace(/[\\`*_{}[\]<>#|!&~]/g, '\\$&');
}
