import * as vscode from 'vscode';

/**
 * The document that the user looks at; undefined when none is visible. Taken from the tabs, not from the active
 * editor: an output panel with the focus is an editor too, and a file above 50 MB has a tab but, for extensions, no
 * editor. Beside a page that is no document, such as an explanation, the log next to it stays the one at hand.
 */
export function documentAtHand(): vscode.Uri | undefined {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  for (const { activeTab } of [activeTabGroup, ...all]) {
    const uri = activeTab === undefined ? undefined : documentOf(activeTab);
    if (uri !== undefined) return uri;
  }
  return undefined;
}

/** Whether a tab has the document, whether in front or behind others. */
export function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => documentOf(tab)?.toString() === uri.toString()),
  );
}

/** Where the cursor stands in the document at hand: the start of the selection. */
export function positionAtHand(): vscode.Position | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.toString() === documentAtHand()?.toString()
    ? editor?.selection.start
    : undefined;
}

/** Calls back when another document comes to hand. */
export function onDidChangeDocumentAtHand(callback: () => void): vscode.Disposable {
  let last = documentAtHand()?.toString();
  const look = (): void => {
    const now = documentAtHand()?.toString();
    if (now === last) return;
    last = now;
    callback();
  };
  return vscode.Disposable.from(
    vscode.window.tabGroups.onDidChangeTabs(look),
    vscode.window.tabGroups.onDidChangeTabGroups(look),
  );
}

/** Undefined for a tab with something else, such as a page. */
export function documentOf({ input }: vscode.Tab): vscode.Uri | undefined {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  if (input instanceof vscode.TabInputTextDiff) return input.modified;
  return undefined;
}
