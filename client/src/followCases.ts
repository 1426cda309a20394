import * as vscode from 'vscode';
import { setContextKey } from './contextKeys.ts';
import type { StageTree } from './stageTree.ts';
import type { StatusBar } from './statusBar.ts';

/** Keeps the context key for "there is a case": the view may know of one, or the status bar, whichever asked. */
export function followCases(tree: StageTree, statusBar: StatusBar): vscode.Disposable {
  let inTree = false;
  let atHand = false;
  const tell = (): void => setContextKey('hasCases', inTree || atHand);
  return vscode.Disposable.from(
    tree.onDidRead((any) => {
      inTree = any;
      tell();
    }),
    statusBar.onDidRead((any) => {
      atHand = any;
      tell();
    }),
  );
}
