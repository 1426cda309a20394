import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { statusRequest } from '../../server/src/protocol.ts';
import type { StatusResult } from '../../server/src/protocol.ts';
import { caseParams } from './caseQuestion.ts';
import type { CaseRoots } from './caseRoots.ts';
import { isCancellation } from './failure.ts';
import { statusBarText } from './statusBarText.ts';

/** The verdict of the case at hand, in the status bar. A click goes to the line that decided it. */
export class StatusBar implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #log: vscode.LogOutputChannel;
  readonly #item: vscode.StatusBarItem;
  readonly #caseKnown = new vscode.EventEmitter<boolean>();
  #question: vscode.CancellationTokenSource | undefined;
  #shown: StatusResult | null = null;

  /** Fires after each answer of the server, with whether there is a case at hand. */
  readonly onDidRead = this.#caseKnown.event;

  constructor(client: LanguageClient, roots: CaseRoots, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#roots = roots;
    this.#log = log;
    this.#item = vscode.window.createStatusBarItem('comgmtLens.verdict', vscode.StatusBarAlignment.Left, 10);
    this.#item.name = vscode.l10n.t('Enrollment Verdict');
    this.#item.command = 'comgmtLens.jumpToFailingStage';
  }

  /** What the status bar shows; null when it shows nothing. */
  get shown(): StatusResult | null {
    return this.#shown;
  }

  /** Asks for the verdict again. A question that is still open is withdrawn: its answer would be outdated. */
  async refresh(): Promise<void> {
    this.#question?.cancel();
    const question = new vscode.CancellationTokenSource();
    this.#question = question;
    try {
      const params = caseParams(this.#client, this.#roots);
      const status = await this.#client.sendRequest(statusRequest, params, question.token);
      if (this.#question === question) this.#show(status);
    } catch (error) {
      if (!isCancellation(error))
        this.#log.error('No verdict:', error instanceof Error ? error : String(error));
      // No verdict is shown that may not hold any more; whether there is a case is not known.
      if (this.#question === question && !isCancellation(error)) this.#hide();
    } finally {
      question.dispose();
    }
  }

  dispose(): void {
    this.#question?.cancel();
    this.#item.dispose();
    this.#caseKnown.dispose();
  }

  #show(status: StatusResult | null): void {
    this.#caseKnown.fire(status !== null);
    if (status === null) {
      this.#hide();
      return;
    }
    this.#shown = status;
    this.#item.text = `$(${status.icon}) ${statusBarText(status.text)}`;
    this.#item.tooltip = status.tooltip;
    this.#item.accessibilityInformation = {
      label: vscode.l10n.t('{0}, case {1}', status.text, status.caseName),
      role: 'button',
    };
    this.#item.show();
  }

  #hide(): void {
    this.#shown = null;
    this.#item.hide();
  }
}
