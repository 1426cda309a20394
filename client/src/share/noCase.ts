import * as vscode from 'vscode';

/** Says why nothing was done: there is no case, or none of several is at hand. */
export function tellThatNoCaseIsOpen(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No case is at hand. Open a folder with the logs of a device, or a file of the case that you mean.',
    ),
  );
}
