import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ExportFormat, TreeNode } from '../../../server/src/protocol.ts';
import type { CaseRoots } from '../caseRoots.ts';
import type { Explanations } from '../explanations.ts';
import { copyLine, copyLinkToLine } from './copyLine.ts';
import { copyVerdict } from './copyVerdict.ts';
import { exportFindings } from './exportFindings.ts';
import type { ImportedFindings } from './importedFindings.ts';
import type { RedactionChoicesStore } from './redactionChoices.ts';
import { reviewRedaction } from './redactionPreview.ts';

/** What the commands work with. */
export interface ShareParts {
  readonly client: LanguageClient;
  readonly roots: CaseRoots;
  readonly explanations: Explanations;
  readonly imported: ImportedFindings;
  readonly redactionChoices: RedactionChoicesStore;
  readonly extension: vscode.Extension<unknown>;
}

type Register = (
  id: string,
  what: string,
  run: (first: unknown, second: unknown) => Promise<void> | void,
) => vscode.Disposable;

/** The commands by which findings leave the editor and come back. */
export function registerShareCommands(register: Register, parts: ShareParts): vscode.Disposable {
  const { client, roots, explanations, imported, redactionChoices, extension } = parts;
  const version = (extension.packageJSON as { readonly version: string }).version;
  return vscode.Disposable.from(
    register('comgmtLens.exportFindings', vscode.l10n.t('Could not export the findings'), (format, target) =>
      exportFindings(
        client,
        roots,
        redactionChoices,
        version,
        typeof format === 'string' ? (format as ExportFormat) : undefined,
        target instanceof vscode.Uri ? target : undefined,
      ),
    ),
    register('comgmtLens.importFindings', vscode.l10n.t('Could not import the findings'), (file) =>
      imported.import(explanations, file instanceof vscode.Uri ? file : undefined),
    ),
    register(
      'comgmtLens.clearImportedFindings',
      vscode.l10n.t('Could not take the imported findings away'),
      () => imported.clear(),
    ),
    register(
      'comgmtLens.reviewRedaction',
      vscode.l10n.t('Could not show what will be replaced'),
      async () => {
        await reviewRedaction(client, roots, redactionChoices);
      },
    ),
    register('comgmtLens.copyVerdict', vscode.l10n.t('Could not copy the verdict'), () =>
      copyVerdict(client, roots, redactionChoices),
    ),
    register('comgmtLens.copyEvidenceLine', vscode.l10n.t('Could not copy the line'), (node) =>
      copyLine(client, roots, redactionChoices, nodeOf(node)),
    ),
    register('comgmtLens.copyLinkToLine', vscode.l10n.t('Could not copy a link to the line'), (node) =>
      copyLinkToLine(client, roots, redactionChoices, nodeOf(node), extension.id),
    ),
  );
}

/** A menu of the view hands over the node; the palette nothing, and the editor's menu the document's address. */
function nodeOf(given: unknown): TreeNode | undefined {
  return typeof given === 'object' && given !== null && 'target' in given ? (given as TreeNode) : undefined;
}
