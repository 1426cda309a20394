import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { openLinkRequest } from '../../../server/src/protocol.ts';
import { openCaseFolder } from '../caseFolders.ts';
import { rootsParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { reportFailure } from '../failure.ts';
import { openLocation } from '../openLocation.ts';
import { withProgressWhenSlow } from '../progressWhenSlow.ts';

/**
 * Follows links to lines, as *Copy Link to Line* makes them. A link comes from anywhere: it names a case, a file and a
 * line, and all that it can do is to have a line shown in a file that the server found in the folders that are open.
 */
export class LinkHandler implements vscode.UriHandler {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #log: vscode.LogOutputChannel;

  constructor(client: LanguageClient, roots: CaseRoots, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#roots = roots;
    this.#log = log;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    if (uri.path !== '/open') return;
    try {
      if (await this.#open(uri.query, true)) return;
      await this.#open(uri.query, false);
    } catch (error) {
      void reportFailure(vscode.l10n.t('Could not follow the link'), error, this.#log);
    }
  }

  /** False where the user opened another folder, so that it is worth another look. */
  async #open(link: string, canAsk: boolean): Promise<boolean> {
    const params = { ...rootsParams(this.#client, this.#roots), link };
    const { caseName, file, location } = await withProgressWhenSlow(
      {
        title: vscode.l10n.t('Looking for the line of the link'),
        location: vscode.ProgressLocation.Notification,
      },
      (token) => this.#client.sendRequest(openLinkRequest, params, token),
    );
    if (location !== null) {
      await openLocation(this.#client, location);
      return true;
    }
    const openFolder = vscode.l10n.t('Open Case Folder…');
    const choice = await vscode.window.showInformationMessage(
      file === ''
        ? vscode.l10n.t('The link does not say which line it means.')
        : vscode.l10n.t(
            'The link leads to a line of {0} in the case {1}. It is in none of the folders that are open.',
            quoted(file),
            quoted(caseName),
          ),
      ...(canAsk && file !== '' ? [openFolder] : []),
    );
    if (choice !== openFolder) return true;
    const before = this.#roots.all().length;
    await openCaseFolder(this.#roots, undefined);
    return this.#roots.all().length === before;
  }
}

/** Messages of VS Code make links of `[text](address)`, also of one that runs a command. */
function quoted(text: string): string {
  return `“${text.replace(/[[\]()]/g, ' ').slice(0, 120)}”`;
}
