import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { State } from 'vscode-languageclient/node';
import { excerptScheme, fileGrewNotification, followNotification } from '../../server/src/protocol.ts';
import { documentAtHand, documentOf, isInTab, onDidChangeDocumentAtHand } from './documentAtHand.ts';

/** The end of a log counts as in sight while so many of its last lines are. */
const linesAtEnd = 3;
/** How long VS Code gets to notice by itself that a file changed, before it is told to look. */
const patience = 1_500;
const toggleCommand = 'comgmtLens.followLog';

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
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrolled(textEditor)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#tell()),
      vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
        this.#closed(closed);
        this.#tell();
      }),
      onDidChangeDocumentAtHand(() => this.#show()),
    );
    this.#tell();
  }

  /** The logs that are followed. */
  get followed(): readonly string[] {
    return [...this.#followed.keys()];
  }

  /** What the item in the status bar shows, and what a click on it runs; null while no log is followed. */
  get item(): FollowItem | null {
    const { text, tooltip, command } = this.#item;
    const isShown = this.#followed.size > 0 && typeof tooltip === 'string' && typeof command === 'object';
    return isShown ? { text, tooltip, command } : null;
  }

  /** Follows a log, or no longer. */
  toggle(uri = documentAtHand()): void {
    if (uri === undefined) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a log to follow it.'));
      return;
    }
    if (this.#followed.has(uri.toString())) {
      this.#stop(uri);
      return;
    }
    if (uri.scheme === excerptScheme) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t(
          'An excerpt does not grow with its log, so it cannot be followed: keep it in sight, and the enrollment view says what is added to the log.',
        ),
      );
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

  /** Not as VS Code lets go of the document: it may keep one for minutes, and has none of a file above 50 MB. */
  #closed(tabs: readonly vscode.Tab[]): void {
    for (const tab of tabs) {
      const uri = documentOf(tab);
      if (uri !== undefined && !isInTab(uri)) this.#stop(uri);
    }
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
    const last = [...this.#followed.keys()].at(-1);
    if (last === undefined) {
      this.#item.hide();
      return;
    }
    const atHand = documentAtHand()?.toString() ?? '';
    const uri = this.#followed.has(atHand) ? atHand : last;
    const atEnd = this.#followed.get(uri)?.atEnd === true;
    const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1).replace(/\?.*$/, ''));
    const text = atEnd
      ? vscode.l10n.t('Following {0}', name)
      : vscode.l10n.t('Following {0}, paused: scroll to its end to go on', name);
    this.#item.text = atEnd ? `$(eye) ${text}` : `$(debug-pause) ${vscode.l10n.t('Following {0}', name)}`;
    const count = this.#followed.size;
    const stop = vscode.l10n.t('{0}. Click to stop following.', text);
    this.#item.tooltip = count === 1 ? stop : vscode.l10n.t('{0} {1} logs are followed.', stop, count);
    this.#item.accessibilityInformation = { label: text, role: 'button' };
    this.#item.command = {
      command: toggleCommand,
      title: vscode.l10n.t('Stop Following'),
      arguments: [vscode.Uri.parse(uri)],
    };
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

/** The item in the status bar: what it says, and the command of a click on it. */
export interface FollowItem {
  readonly text: string;
  readonly tooltip: string;
  readonly command: vscode.Command;
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
