import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { Location } from 'vscode-languageclient/node';
import { refreshNotification } from '../../server/src/protocol.ts';
import type { TreeNode } from '../../server/src/protocol.ts';
import { openCaseFolder, removeCaseFolder } from './caseFolders.ts';
import type { CaseRoots } from './caseRoots.ts';
import { copyNodes, copyNodesWithDetails } from './copy.ts';
import { explainCode } from './explainCode.ts';
import type { Explanations } from './explanations.ts';
import { reportFailure } from './failure.ts';
import type { FollowLog } from './followLog.ts';
import { jumpToFailingStage } from './jumpToFailingStage.ts';
import type { NeighbourFindings } from './neighbourFinding.ts';
import { registerNoteCommands } from './notes/noteCommands.ts';
import type { NoteParts } from './notes/noteCommands.ts';
import { openLocation } from './openLocation.ts';
import { restartServer } from './serverState.ts';
import type { ImportedFindings } from './share/importedFindings.ts';
import type { RedactionChoicesStore } from './share/redactionChoices.ts';
import { registerShareCommands } from './share/shareCommands.ts';
import type { StageTree } from './stageTree.ts';

/** What the commands work with. */
export interface CommandParts {
  readonly client: LanguageClient;
  readonly log: vscode.LogOutputChannel;
  readonly roots: CaseRoots;
  readonly tree: StageTree;
  readonly findings: NeighbourFindings;
  readonly explanations: Explanations;
  readonly followLog: FollowLog;
  readonly imported: ImportedFindings;
  readonly redactionChoices: RedactionChoicesStore;
  readonly extension: vscode.Extension<unknown>;
  readonly notes: NoteParts;
  /** Has every view ask the server again, also after the user stopped the reading. */
  readonly readOn: () => void;
}

/** Registers a command under its id; `what` says what could not be done when it fails. */
export type Register = (
  id: string,
  what: string,
  run: (first: unknown, second: unknown) => Promise<void> | void,
) => vscode.Disposable;

/** Registers every command of the manifest. A command that fails says which one, why, and what to do. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { client, log, roots, tree, findings, explanations, followLog, readOn } = parts;
  // What VS Code hands over depends on where the command was called from; see each handler.
  const register: Register = (id, what, run) =>
    vscode.commands.registerCommand(id, async (first: unknown, second: unknown) => {
      try {
        await run(first, second);
      } catch (error) {
        void reportFailure(what, error, log);
      }
    });

  const reveal = async (uri: string | undefined): Promise<void> => {
    if (uri !== undefined) await tree.revealCaseOf(uri);
  };
  return vscode.Disposable.from(
    registerNoteCommands(register, parts.notes),
    register('comgmtLens.jumpToFailingStage', vscode.l10n.t('Could not jump to the failing stage'), () =>
      jumpToFailingStage(client, roots).then(reveal),
    ),
    register('comgmtLens.nextFinding', vscode.l10n.t('Could not go to the next finding'), () =>
      findings.go('next').then(reveal),
    ),
    register('comgmtLens.previousFinding', vscode.l10n.t('Could not go to the previous finding'), () =>
      findings.go('previous').then(reveal),
    ),
    register('comgmtLens.explainCode', vscode.l10n.t('Could not explain the code'), (text) =>
      explainCode(client, explanations, typeof text === 'string' ? text : undefined),
    ),
    register('comgmtLens.followLog', vscode.l10n.t('Could not follow the log'), (uri) =>
      followLog.toggle(uri instanceof vscode.Uri ? uri : undefined),
    ),
    register('comgmtLens.openCaseFolder', vscode.l10n.t('Could not open the case folder'), (folder) =>
      openCaseFolder(roots, folder instanceof vscode.Uri ? folder : undefined),
    ),
    register('comgmtLens.removeCaseFolder', vscode.l10n.t('Could not remove the case folder'), (folder) =>
      removeCaseFolder(roots, folder instanceof vscode.Uri ? folder : undefined),
    ),
    register('comgmtLens.refresh', vscode.l10n.t('Could not refresh the enrollment view'), async () => {
      await client.sendNotification(refreshNotification, null);
      readOn();
    }),
    register('comgmtLens.stopReading', vscode.l10n.t('Could not stop reading'), () => tree.stopReading()),
    register('comgmtLens.openLocation', vscode.l10n.t('Could not open the file'), (location) =>
      openLocation(client, location as Location),
    ),
    register('comgmtLens.copy', vscode.l10n.t('Could not copy'), (node, nodes) =>
      copyNodes(chosenNodes(tree, node as TreeNode | undefined, nodes as readonly TreeNode[] | undefined)),
    ),
    register('comgmtLens.copyWithDetails', vscode.l10n.t('Could not copy'), (node, nodes) =>
      copyNodesWithDetails(
        chosenNodes(tree, node as TreeNode | undefined, nodes as readonly TreeNode[] | undefined),
      ),
    ),
    register('comgmtLens.restartServer', vscode.l10n.t('Could not restart the language server'), () =>
      restartServer(client),
    ),
    registerShareCommands(register, parts),
    register('comgmtLens.showLog', vscode.l10n.t('Could not show the log'), () => log.show()),
  );
}

/** A menu hands over the node clicked and, where that is one of several selected, all of them; a key hands over none. */
function chosenNodes(
  tree: StageTree,
  node: TreeNode | undefined,
  nodes: readonly TreeNode[] | undefined,
): readonly TreeNode[] {
  if (nodes !== undefined && nodes.length > 0) return nodes;
  return node === undefined ? tree.selection : [node];
}
