import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { State } from 'vscode-languageclient/node';
import { excerptScheme, fileGrewNotification, followNotification } from '../../server/src/protocol.ts';
import { documentAtHand } from './documentAtHand.ts';

/** The end of a log counts as in sight while so many of its last lines are. */
const linesAtEnd = 3;
/** How long VS Code gets to notice by itself that a file changed, before it is told to look. */
const patience = 1_500;

/**
 * Follows logs that are being written: keeps the last record in sight until the user scrolls away, and has the
 * server look after the files that are visible or followed.
 */
export class FollowLog implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: vscode.Disposable;
  /** The followed logs, by uri, with what was seen of them last. */
  readonly #followed = new Map<string, Followed>();
  #told = '';

  constructor(client: LanguageClient) {
    this.#client = client;
    this.#item = vscode.window.createStatusBarItem('comgmtLens.follow', vscode.StatusBarAlignment.Left, 8);
    this.#item.name = vscode.l10n.t('Followed Log');
    this.#item.command = 'comgmtLens.followLog';
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      client.onNotification(fileGrewNotification, ({ uri }) =>
        this.#fileGrew(client.protocol2CodeConverter.asUri(uri)),
      ),
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) return;
        this.#told = '';
        this.#tell();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#documentChanged(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#stop(uri)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#tell()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.#tell()),
    );
    this.#tell();
  }

  /** The logs that are followed. */
  get followed(): readonly string[] {
    return [...this.#followed.keys()];
  }

  /** Follows the log at hand, or no longer. */
  toggle(): void {
    const uri = documentAtHand();
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a log to follow it.'));
      return;
    }
    if (this.#followed.has(uri.toString())) {
      this.#stop(uri);
      return;
    }
    const editor = editorOf(uri.toString());
    this.#followed.set(uri.toString(), { atEnd: true, lineCount: editor?.document.lineCount ?? 0 });
    if (editor !== undefined) revealEnd(editor);
    this.#show();
    this.#tell();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #stop(uri: vscode.Uri): void {
    if (!this.#followed.delete(uri.toString())) return;
    this.#show();
    this.#tell();
  }

  #documentChanged(document: vscode.TextDocument): void {
    const followed = this.#followed.get(document.uri.toString());
    if (followed === undefined) return;
    followed.lineCount = document.lineCount;
    if (!followed.atEnd) return;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document === document) revealEnd(editor);
    }
  }

  /** Somebody who scrolls up wants to read there; who comes back to the end wants to go on. */
  #scrolled(editor: vscode.TextEditor): void {
    const followed = this.#followed.get(editor.document.uri.toString());
    const last = editor.visibleRanges.at(-1)?.end.line;
    if (followed === undefined || last === undefined) return;
    // While lines are being added the end of before may be in sight, and not yet the new one.
    const atEnd = last >= followed.lineCount - 1 - linesAtEnd;
    if (atEnd === followed.atEnd) return;
    followed.atEnd = atEnd;
    this.#show();
  }

  /** Windows raises no event while a writer keeps its file open, so VS Code may not know that it has to read it again. */
  #fileGrew(uri: vscode.Uri): void {
    const key = uri.toString();
    const before = editorOf(key)?.document.version;
    if (before === undefined || !this.#followed.has(key)) return;
    setTimeout(() => {
      const active = vscode.window.activeTextEditor?.document;
      if (active?.uri.toString() !== key || active.isDirty || active.version !== before) return;
      void vscode.commands.executeCommand('workbench.action.files.revert');
    }, patience);
  }

  #show(): void {
    const [first] = this.#followed;
    if (first === undefined) {
      this.#item.hide();
      return;
    }
    const [uri, { atEnd }] = first;
    const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1).replace(/\?.*$/, ''));
    const text = atEnd
      ? vscode.l10n.t('Following {0}', name)
      : vscode.l10n.t('Following {0}, paused: scroll to its end to go on', name);
    this.#item.text = atEnd ? `$(eye) ${text}` : `$(debug-pause) ${vscode.l10n.t('Following {0}', name)}`;
    this.#item.tooltip = vscode.l10n.t('{0}. Click to stop following.', text);
    this.#item.accessibilityInformation = { label: text, role: 'button' };
    this.#item.show();
  }

  /** Tells the server which files somebody looks at; it looks after no others. */
  #tell(): void {
    if (!this.#client.isRunning()) return;
    const visible = vscode.window.visibleTextEditors
      .map(({ document: { uri } }) => uri)
      .filter(({ scheme }) => scheme === 'file' || scheme === excerptScheme);
    const atHand = documentAtHand();
    const uris = new Set(
      [...visible, ...(atHand?.scheme === 'file' ? [atHand] : [])].map((uri) =>
        this.#client.code2ProtocolConverter.asUri(uri),
      ),
    );
    for (const uri of this.#followed.keys()) {
      uris.add(this.#client.code2ProtocolConverter.asUri(vscode.Uri.parse(uri)));
    }
    const told = [...uris].sort().join('\n');
    if (told === this.#told) return;
    this.#told = told;
    void this.#client.sendNotification(followNotification, { uris: [...uris] });
  }
}

interface Followed {
  /** The end is in sight, so that it is kept there. */
  atEnd: boolean;
  lineCount: number;
}

function editorOf(uri: string): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
}

function revealEnd(editor: vscode.TextEditor): void {
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.start;
  editor.revealRange(new vscode.Range(end, end));
}
