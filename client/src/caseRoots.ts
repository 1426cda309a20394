import * as vscode from 'vscode';
import { setContextKey } from './contextKeys.ts';

const memoryKey = 'caseFolders';

/**
 * The folders that the enrollment view covers: those of the workspace, and those that the user added as case
 * folders. The latter are remembered per workspace.
 */
export class CaseRoots implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #workspaceListener = vscode.workspace.onDidChangeWorkspaceFolders(() => this.#changed.fire());

  /** Fires after a folder came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    setContextKey('hasCaseFolders', this.caseFolders().length > 0);
  }

  /** The folders that the user added, in the order of adding. */
  caseFolders(): readonly vscode.Uri[] {
    return this.#memory.get<readonly string[]>(memoryKey, []).map((folder) => vscode.Uri.parse(folder, true));
  }

  /** Every folder to look at, each once; folders inside the workspace are left to the workspace. */
  all(): readonly vscode.Uri[] {
    const workspaceFolders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    return [...workspaceFolders, ...this.caseFoldersOutsideWorkspace()];
  }

  caseFoldersOutsideWorkspace(): readonly vscode.Uri[] {
    return this.caseFolders().filter((folder) => vscode.workspace.getWorkspaceFolder(folder) === undefined);
  }

  /** Adds a folder; adding one that is there already only fires the event, so that it is read again. */
  async add(folder: vscode.Uri): Promise<void> {
    const others = this.#without(folder);
    await this.#remember([...others, folder]);
  }

  async remove(folder: vscode.Uri): Promise<void> {
    await this.#remember(this.#without(folder));
  }

  dispose(): void {
    this.#workspaceListener.dispose();
    this.#changed.dispose();
  }

  #without(folder: vscode.Uri): readonly vscode.Uri[] {
    return this.caseFolders().filter((other) => other.toString() !== folder.toString());
  }

  async #remember(folders: readonly vscode.Uri[]): Promise<void> {
    await this.#memory.update(
      memoryKey,
      folders.map((folder) => folder.toString()),
    );
    setContextKey('hasCaseFolders', folders.length > 0);
    this.#changed.fire();
  }
}
