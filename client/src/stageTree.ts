import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { treeChildrenRequest, treeRequest } from '../../server/src/protocol.ts';
import type { TreeNode, TreeResult } from '../../server/src/protocol.ts';
import { rootsParams } from './caseQuestion.ts';
import type { CaseRoots } from './caseRoots.ts';
import { setContextKey } from './contextKeys.ts';
import { isCancellation } from './failure.ts';
import { themeColour } from './nodeColours.ts';
import { OneAtATime } from './oneAtATime.ts';
import { withProgressWhenSlow } from './progressWhenSlow.ts';

export const stageTreeViewId = 'comgmtLens.enrollment';

/** The enrollment view: the cases, their stages and the evidence, as the server tells them. */
export class StageTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #casesKnown = new vscode.EventEmitter<boolean>();
  readonly #view: vscode.TreeView<TreeNode>;
  #cases: readonly TreeNode[] = [];
  readonly #reading = new OneAtATime(() => this.#read());
  #stop: (() => void) | undefined;
  #stopped = false;

  readonly onDidChangeTreeData = this.#changed.event;
  /** Fires after each answer of the server, with whether there is any case. */
  readonly onDidRead = this.#casesKnown.event;

  constructor(client: LanguageClient, roots: CaseRoots, log: vscode.LogOutputChannel) {
    this.#client = client;
    this.#roots = roots;
    this.#log = log;
    this.#view = vscode.window.createTreeView(stageTreeViewId, {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
  }

  /** The nodes that the user has selected. */
  get selection(): readonly TreeNode[] {
    return this.#view.selection;
  }

  /** Has the view ask the server again. Nodes keep their ids, so what is unfolded stays unfolded. */
  refresh(): void {
    this.#changed.fire();
  }

  /** As `refresh`, also after the user stopped the reading. */
  readOn(): void {
    this.#stopped = false;
    this.refresh();
  }

  /** Stops a reading that takes long; the view keeps what it showed, and reads no more until told to. */
  stopReading(): void {
    this.#stopped = true;
    this.#stop?.();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node === undefined) return [...(await this.cases())];
    if (node.deferred !== true) return [...node.children];
    const params = { ...rootsParams(this.#client, this.#roots), id: node.id };
    return [...(await this.#client.sendRequest(treeChildrenRequest, params))];
  }

  /** Only cases are revealed, and they stand at the top. */
  getParent(): undefined {
    return undefined;
  }

  /** Shows the case that a file belongs to, where the view is in sight. */
  async revealCaseOf(uri: string): Promise<void> {
    const isIn = ({ id, kind }: TreeNode): boolean =>
      kind === 'case' && (uri === id || uri.startsWith(`${id.replace(/\/$/, '')}/`));
    // A case may lie in the folder of another one.
    const [node] = this.#cases.filter(isIn).sort((left, right) => right.id.length - left.id.length);
    if (node === undefined || !this.#view.visible) return;
    try {
      await this.#view.reveal(node, { select: true, focus: false, expand: true });
    } catch (error) {
      // The view is being read again; the file is open all the same.
      this.#log.debug('The case was not revealed:', String(error));
    }
  }

  /** Asks the server for the cases. */
  cases(): Promise<readonly TreeNode[]> {
    return this.#reading.run();
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon(node.icon, themeColour(node.colour));
    item.contextValue = node.kind;
    item.accessibilityInformation = { label: node.accessibleLabel };
    if (node.description !== null) item.description = node.description;
    if (node.target !== null) {
      const title = vscode.l10n.t('Open');
      item.command = { command: 'comgmtLens.openLocation', title, arguments: [node.target] };
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.tooltip === null) return item;
    const tooltip = new vscode.MarkdownString(node.tooltip);
    tooltip.isTrusted = false;
    tooltip.supportHtml = false;
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    this.#view.dispose();
    this.#changed.dispose();
    this.#casesKnown.dispose();
  }

  /** Opens no dialog when it fails: the view itself says so. */
  async #read(): Promise<readonly TreeNode[]> {
    if (this.#stopped) return this.#cases;
    try {
      const answer = await withProgressWhenSlow(
        {
          title: vscode.l10n.t('Reading the cases'),
          location: { viewId: stageTreeViewId },
          onShown: (cancel) => this.#offerStop(cancel),
        },
        (token) => this.#client.sendRequest(treeRequest, rootsParams(this.#client, this.#roots), token),
      );
      if (this.#wasStopped()) throw new vscode.CancellationError();
      this.#show(answer);
    } catch (error) {
      this.#tellWhyNotRead(error);
    } finally {
      this.#offerStop(undefined);
    }
    return this.#cases;
  }

  // A method, because the compiler does not expect a field to change while one awaits.
  #wasStopped(): boolean {
    return this.#stopped;
  }

  #show({ cases, message, isComplete, filesSeen }: TreeResult): void {
    this.#cases = cases;
    // Where there is no case the view shows its welcome text, which has the buttons to go on with; a message hides it.
    this.#say(cases.length === 0 && isComplete ? undefined : (message ?? undefined));
    const isWithoutArtefact = cases.length === 0 && filesSeen > 0;
    setContextKey('hasOtherFiles', isWithoutArtefact);
    // The welcome text cannot count; the title of the view can.
    (this.#view as { description: string | undefined }).description = isWithoutArtefact
      ? noArtefactIn(filesSeen)
      : undefined;
    setContextKey('unread', false);
    setContextKey('answered', true);
    this.#casesKnown.fire(cases.length > 0);
  }

  #tellWhyNotRead(error: unknown): void {
    if (isCancellation(error)) {
      this.#say(vscode.l10n.t('Reading was stopped. Refresh the view to read on.'));
      return;
    }
    this.#log.error('The cases could not be read:', error instanceof Error ? error : String(error));
    setContextKey('unread', true);
    const shownIsOld = this.#cases.length > 0;
    this.#say(
      shownIsOld
        ? vscode.l10n.t('The cases could not be read again. This is the state from before; refresh to retry.')
        : undefined,
    );
  }

  #say(message: string | undefined): void {
    // The declared type lacks `undefined`, although the documentation names it as the way to remove a message.
    (this.#view as { message: string | undefined }).message = message;
  }

  #offerStop(stop: (() => void) | undefined): void {
    this.#stop = stop;
    setContextKey('reading', stop !== undefined);
  }
}

function noArtefactIn(files: number): string {
  return files === 1
    ? vscode.l10n.t('no artefact in the only file')
    : vscode.l10n.t('no artefact in {0} files', files.toLocaleString());
}

function collapsibleState(node: TreeNode): vscode.TreeItemCollapsibleState {
  if (node.children.length === 0 && node.deferred !== true) return vscode.TreeItemCollapsibleState.None;
  return node.expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
