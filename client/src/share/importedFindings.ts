import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { importRequest } from '../../../server/src/protocol.ts';
import { caseParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { setContextKey } from '../contextKeys.ts';
import type { Explanations } from '../explanations.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';

/** Files above this are no export of ours. */
const largestFile = 64 * 1024 * 1024;

/** Findings and notes of somebody else, shown on the lines of our own copy, apart from our own. */
export class ImportedFindings implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #collection = vscode.languages.createDiagnosticCollection('comgmtLensImported');

  constructor(client: LanguageClient, roots: CaseRoots) {
    this.#client = client;
    this.#roots = roots;
  }

  /** Reads a file that somebody handed on, shows it on the case at hand, and what changed since as a page. */
  async import(explanations: Explanations, given: vscode.Uri | undefined): Promise<void> {
    const params = caseParams(this.#client, this.#roots);
    const file = given ?? (await askForFile());
    if (file === undefined) return;
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largestFile) throw new Error(vscode.l10n.t('The file is too large for an export.'));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const result = await withProgressWhenSlow(
      { title: vscode.l10n.t('Reading the findings'), location: vscode.ProgressLocation.Notification },
      (token) => this.#client.sendRequest(importRequest, { ...params, text }, token),
    );
    if (result.problem !== null) {
      void vscode.window.showWarningMessage(result.problem);
      return;
    }
    this.clear();
    for (const { uri, diagnostics } of result.diagnostics) {
      this.#collection.set(
        this.#client.protocol2CodeConverter.asUri(uri),
        await this.#client.protocol2CodeConverter.asDiagnostics([...diagnostics]),
      );
    }
    setContextKey('hasImported', result.diagnostics.length > 0);
    await explanations.show({ title: result.title, markdown: result.markdown });
  }

  /** Takes everything away that was imported. */
  clear(): void {
    this.#collection.clear();
    setContextKey('hasImported', false);
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

async function askForFile(): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Import Findings'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Exported findings')]: ['json', 'ndjson', 'sarif', 'html', 'htm'] },
  });
  return chosen?.[0];
}
