import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { explainCodeRequest } from '../../server/src/protocol.ts';
import type { ExplainCodeResult } from '../../server/src/protocol.ts';
import type { Explanations } from './explanations.ts';
import { withProgressWhenSlow } from './progressWhenSlow.ts';

/** Longest selection that is offered as the code to explain. */
const longestOffer = 40;

/** Asks for a code, unless it is given, and shows what the server knows of it as a page to read and copy from. */
export async function explainCode(
  client: LanguageClient,
  explanations: Explanations,
  given: string | undefined,
): Promise<void> {
  const text = given ?? (await askForCode(client));
  if (text === undefined) return;
  const explanation = await withProgressWhenSlow(
    { title: vscode.l10n.t('Looking up {0}', text), location: vscode.ProgressLocation.Notification },
    (token) => client.sendRequest(explainCodeRequest, { text }, token),
  );
  if (explanation === null) {
    void vscode.window.showWarningMessage(whatToType(text));
    return;
  }
  await explanations.show(explanation);
}

async function askForCode(client: LanguageClient): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Explain Code'),
    prompt: vscode.l10n.t(
      'A code as it stands in a log: hexadecimal, decimal or negative decimal, AADSTS50076, or a name such as MENROLL_E_USERLICENSE.',
    ),
    value: selectedText(),
    validateInput: async (text) => {
      if (text.trim() === '') return undefined;
      try {
        const explanation = await client.sendRequest(explainCodeRequest, { text });
        return explanation === null ? whatToType(text) : titleOf(explanation);
      } catch {
        // A check that throws would lock the box. The code can be entered, and then it is told what went wrong.
        return undefined;
      }
    },
  });
}

function titleOf(explanation: ExplainCodeResult): vscode.InputBoxValidationMessage {
  return { message: explanation.title, severity: vscode.InputBoxValidationSeverity.Info };
}

function whatToType(text: string): string {
  return vscode.l10n.t(
    '“{0}” holds no code. Type it in hexadecimal (with or without 0x) or decimal, as AADSTS number, or by its name.',
    text,
  );
}

function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !editor.selection.isSingleLine) return '';
  const text = editor.document.getText(editor.selection).trim();
  return text.length <= longestOffer ? text : '';
}
