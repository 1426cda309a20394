import * as vscode from 'vscode';

/** The context keys that the manifest's `when` clauses rest on, all of them under `comgmtLens.`. */
export type ContextKey =
  /** The server runs. */
  | 'ready'
  /** The server does not run and will not start again by itself. */
  | 'failed'
  /** The cases are being read, and the reading can be stopped. */
  | 'reading'
  /** The cases could not be read; the server runs. */
  | 'unread'
  /** The cases were read at least once, so that an empty view means that there are none. */
  | 'answered'
  /** There are files, and none of them is an artefact. */
  | 'hasOtherFiles'
  /** At least one case is known. */
  | 'hasCases'
  /** At least one folder outside the workspace was added to the view. */
  | 'hasCaseFolders'
  /** Findings of somebody else are shown. */
  | 'hasImported'
  /** At least one case has notes. */
  | 'hasNotes';

/** Sets a context key of ours. */
export function setContextKey(key: ContextKey, value: boolean): void {
  void vscode.commands.executeCommand('setContext', `comgmtLens.${key}`, value);
}
