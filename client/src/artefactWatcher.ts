import * as vscode from 'vscode';
import type { CaseRoots } from './caseRoots.ts';

/**
 * The file names to watch: wide enough for what may hold text from a device, rotated logs (`.log.1`) included, and
 * no wider, as every event wakes the server. Which of the files are artefacts is for the server to say.
 */
const extensions = ['log', 'lo_', 'txt', 'reg', 'cmtrace', 'hiv', 'old', 'bak'];
const inAnyCase = [...extensions, ...extensions.map((extension) => extension.toUpperCase())].join(',');
const pattern = `**/*.{${inAnyCase},log.*,lo_.*}`;

/**
 * Watches the files of the workspace and of the case folders outside it. To the language client it is one
 * watcher like any other, although the folders behind it come and go.
 */
export class ArtefactWatcher extends vscode.Disposable implements vscode.FileSystemWatcher {
  readonly ignoreCreateEvents = false;
  readonly ignoreChangeEvents = false;
  readonly ignoreDeleteEvents = false;

  readonly #created = new vscode.EventEmitter<vscode.Uri>();
  readonly #modified = new vscode.EventEmitter<vscode.Uri>();
  readonly #deleted = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidCreate = this.#created.event;
  readonly onDidChange = this.#modified.event;
  readonly onDidDelete = this.#deleted.event;

  readonly #roots: CaseRoots;
  readonly #workspaceWatcher: vscode.Disposable;
  readonly #rootsListener: vscode.Disposable;
  readonly #folderWatchers = new Map<string, vscode.Disposable>();

  constructor(roots: CaseRoots) {
    super(() => undefined);
    this.#roots = roots;
    this.#workspaceWatcher = this.#watch(pattern);
    this.#rootsListener = roots.onDidChange(() => this.#follow());
    this.#follow();
  }

  override dispose(): void {
    this.#rootsListener.dispose();
    this.#workspaceWatcher.dispose();
    for (const watcher of this.#folderWatchers.values()) watcher.dispose();
    this.#created.dispose();
    this.#modified.dispose();
    this.#deleted.dispose();
  }

  #follow(): void {
    const folders = new Map(
      this.#roots.caseFoldersOutsideWorkspace().map((folder) => [folder.toString(), folder]),
    );
    for (const [key, watcher] of this.#folderWatchers) {
      if (folders.has(key)) continue;
      watcher.dispose();
      this.#folderWatchers.delete(key);
    }
    for (const [key, folder] of folders) {
      if (this.#folderWatchers.has(key)) continue;
      this.#folderWatchers.set(key, this.#watch(new vscode.RelativePattern(folder, pattern)));
    }
  }

  #watch(glob: vscode.GlobPattern): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    watcher.onDidCreate((uri) => this.#created.fire(uri));
    watcher.onDidChange((uri) => this.#modified.fire(uri));
    watcher.onDidDelete((uri) => this.#deleted.fire(uri));
    return watcher;
  }
}
