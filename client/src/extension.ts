import * as vscode from 'vscode';
import { treeChangedNotification } from '../../server/src/protocol.ts';
import type { CoManagementLensApi } from './api.ts';
import { CaseRoots } from './caseRoots.ts';
import { registerCommands } from './commands.ts';
import { onDidChangeDocumentAtHand } from './documentAtHand.ts';
import { onDidChangeOpenExcerpts, provideExcerpts } from './excerpts.ts';
import { Explanations } from './explanations.ts';
import { followCases } from './followCases.ts';
import { FollowLog } from './followLog.ts';
import { createLanguageClient } from './languageClient.ts';
import { NeighbourFindings } from './neighbourFinding.ts';
import { Notes } from './notes/notes.ts';
import { watchNotesFiles } from './notes/notesWatcher.ts';
import { NoteAtHand } from './notes/noteAtHand.ts';
import { NoteThreads } from './notes/noteThreads.ts';
import { NoteWalk } from './notes/noteWalk.ts';
import { followServerState } from './serverState.ts';
import { ImportedFindings } from './share/importedFindings.ts';
import { LinkHandler } from './share/linkHandler.ts';
import { RedactionChoicesStore } from './share/redactionChoices.ts';
import { StageTree } from './stageTree.ts';
import { StatusBar } from './statusBar.ts';

/** Builds everything, top to bottom, and starts the server. Does not wait for it: questions do. */
export function activate(context: vscode.ExtensionContext): CoManagementLensApi {
  const log = vscode.window.createOutputChannel('Co-management Lens', { log: true });
  const roots = new CaseRoots(context.workspaceState);
  const client = createLanguageClient(context, log);
  const tree = new StageTree(client, roots, log);
  const statusBar = new StatusBar(client, roots, log);
  const findings = new NeighbourFindings(client, roots);
  const explanations = new Explanations();
  const followLog = new FollowLog(client);
  const imported = new ImportedFindings(client, roots);
  const links = new LinkHandler(client, roots, log);
  const notes = new Notes(client, roots, log, context.workspaceState);
  const threads = new NoteThreads(client, notes);
  const walk = new NoteWalk(client, notes, threads);
  const noteAtHand = new NoteAtHand(threads);

  const refresh = (): void => {
    tree.refresh();
    void notes.refresh();
    void statusBar.refresh();
  };
  const readOn = (): void => {
    tree.readOn();
    void notes.refresh();
    void statusBar.refresh();
  };
  context.subscriptions.push(
    log,
    roots,
    { dispose: () => (client.isRunning() ? client.dispose() : undefined) },
    tree,
    statusBar,
    findings,
    explanations,
    followLog,
    notes,
    threads,
    walk,
    noteAtHand,
    watchNotesFiles(roots, () => void notes.refresh()),
    onDidChangeOpenExcerpts(() => void notes.refresh()),
    imported,
    vscode.window.registerUriHandler(links),
    followServerState(client, readOn),
    followCases(tree, statusBar),
    provideExcerpts(client),
    client.onNotification(treeChangedNotification, refresh),
    roots.onDidChange(readOn),
    onDidChangeDocumentAtHand(() => void statusBar.refresh()),
    registerCommands({
      client,
      log,
      roots,
      tree,
      findings,
      explanations,
      followLog,
      imported,
      redactionChoices: new RedactionChoicesStore(context.workspaceState),
      extension: context.extension,
      notes: { notes, threads, walk, atHand: noteAtHand },
      readOn,
    }),
  );
  void statusBar.refresh();
  void notes.refresh();
  // A failure to start is told by the state, in the view; the log holds the reason.
  client.start().catch((error: unknown) => log.error('The language server did not start:', String(error)));

  return {
    tree: () => tree.cases(),
    status: async () => {
      await statusBar.refresh();
      return statusBar.shown;
    },
    findingAtHand: () => findings.shown,
    followedLogs: () => followLog.followed,
    followItem: () => followLog.item,
    openLink: (link) => links.handleUri(link),
    notes: () => notes.refresh(),
    noteThreads: (id) => threads.of(id),
    noteAtHand: () => walk.noteId,
  };
}
