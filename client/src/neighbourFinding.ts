import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { neighbourFindingRequest } from '../../server/src/protocol.ts';
import type { NeighbourFinding, NeighbourFindingParams } from '../../server/src/protocol.ts';
import { caseParams } from './caseQuestion.ts';
import type { CaseRoots } from './caseRoots.ts';
import { positionAtHand } from './documentAtHand.ts';
import { openLocation } from './openLocation.ts';
import { withProgressWhenSlow } from './progressWhenSlow.ts';
import { statusBarText } from './statusBarText.ts';

/** Steps from finding to finding of the case at hand, across its files, and says which one it is. */
export class NeighbourFindings implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #item: vscode.StatusBarItem;
  readonly #selectionListener: vscode.Disposable;
  #shownAt: string | undefined;
  #shown: NeighbourFinding | null = null;

  constructor(client: LanguageClient, roots: CaseRoots) {
    this.#client = client;
    this.#roots = roots;
    this.#item = vscode.window.createStatusBarItem('comgmtLens.finding', vscode.StatusBarAlignment.Left, 9);
    this.#item.name = vscode.l10n.t('Finding at Hand');
    this.#item.command = 'workbench.actions.view.problems';
    this.#selectionListener = vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (placeOf(textEditor) !== this.#shownAt) this.#hide();
    });
  }

  /** The finding that the status bar shows; null when it shows none. */
  get shown(): NeighbourFinding | null {
    return this.#shown;
  }

  /** Answers the file that it went to; undefined where there is no finding. */
  async go(direction: NeighbourFindingParams['direction']): Promise<string | undefined> {
    const position = positionAtHand();
    const params = {
      ...caseParams(this.#client, this.#roots),
      position: position === undefined ? null : this.#client.code2ProtocolConverter.asPosition(position),
      direction,
    };
    const finding = await withProgressWhenSlow(
      {
        title: vscode.l10n.t('Looking for the findings of the case'),
        location: vscode.ProgressLocation.Notification,
      },
      (token) => this.#client.sendRequest(neighbourFindingRequest, params, token),
    );
    if (finding === null) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The case at hand has no findings, or no case is open.'),
      );
      return undefined;
    }
    await openLocation(this.#client, finding.location);
    this.#show(finding);
    return finding.location.uri;
  }

  dispose(): void {
    this.#selectionListener.dispose();
    this.#item.dispose();
  }

  #show(finding: NeighbourFinding): void {
    const editor = vscode.window.activeTextEditor;
    this.#shownAt = editor === undefined ? undefined : placeOf(editor);
    this.#shown = finding;
    const { ordinal, total, message } = finding;
    const text = vscode.l10n.t('{0} of {1}: {2}', ordinal, total, message);
    this.#item.text = `$(list-ordered) ${statusBarText(text)}`;
    this.#item.tooltip = text;
    // The role makes screen readers read the text out whenever it changes, without a notification per step.
    this.#item.accessibilityInformation = { label: text, role: 'status' };
    this.#item.show();
  }

  #hide(): void {
    this.#shown = null;
    this.#item.hide();
  }
}

function placeOf(editor: vscode.TextEditor): string {
  return `${editor.document.uri.toString()}#${editor.selection.active.line}`;
}
