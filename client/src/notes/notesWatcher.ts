import * as vscode from 'vscode';
import type { CaseRoots } from '../caseRoots.ts';

const pattern = '**/*.comgmt.json';

/** Calls back when a notes file comes, changes or goes, in the workspace or in a case folder outside of it. */
export function watchNotesFiles(roots: CaseRoots, callback: () => void): vscode.Disposable {
  const inside = watch(pattern, callback);
  let outside = watchOutside(roots, callback);
  const listener = roots.onDidChange(() => {
    outside.dispose();
    outside = watchOutside(roots, callback);
  });
  return vscode.Disposable.from(inside, listener, { dispose: () => void outside.dispose() });
}

function watchOutside(roots: CaseRoots, callback: () => void): vscode.Disposable {
  const folders = roots.caseFoldersOutsideWorkspace();
  return vscode.Disposable.from(
    ...folders.map((folder) => watch(new vscode.RelativePattern(folder, pattern), callback)),
  );
}

function watch(glob: vscode.GlobPattern, callback: () => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(glob);
  watcher.onDidCreate(callback);
  watcher.onDidChange(callback);
  watcher.onDidDelete(callback);
  return watcher;
}
