import { FileChangeType, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  Connection,
  DidChangeWatchedFilesParams,
  FileEvent,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import { artefactGlob, createAnalyser, createEditorFeatures, isArtefactName } from './analysis/index.ts';
import type { OpenDocument } from './analysis/index.ts';
import { assembleCatalogue, lazyCodeTable } from './catalogue/index.ts';
import {
  explainCodeRequest,
  fileGrewNotification,
  followNotification,
  jumpTargetsRequest,
  neighbourFindingRequest,
  refreshNotification,
  statusRequest,
  treeChildrenRequest,
  treeRequest,
} from './protocol.ts';
import type { FollowParams } from './protocol.ts';
import { parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import {
  jumpTargetsAnswer,
  neighbourAnswer,
  statusAnswer,
  treeAnswer,
  treeChildrenAnswer,
} from './shell/caseAnswers.ts';
import { createBackground } from './shell/background.ts';
import { CaseExports } from './shell/caseExports.ts';
import { CaseStore } from './shell/caseStore.ts';
import { ChangedExcerpts } from './shell/changedExcerpts.ts';
import { ClientUpdates } from './shell/clientUpdates.ts';
import { connectionLog } from './shell/connectionLog.ts';
import { DiagnosticsPublisher } from './shell/diagnosticsPublisher.ts';
import { EditedDocuments } from './shell/editedDocuments.ts';
import { ExcerptDiagnostics } from './shell/excerptDiagnostics.ts';
import { Excerpts, fileOfExcerpt, isExcerpt } from './shell/excerpts.ts';
import { FollowedFiles } from './shell/followedFiles.ts';
import { followSettings } from './shell/followSettings.ts';
import { createGuard } from './shell/guard.ts';
import type { Snapshot } from './shell/knownCase.ts';
import { NotesInExcerpts } from './shell/notesInExcerpts.ts';
import { NotesStore } from './shell/notesStore.ts';
import { createPause } from './shell/pause.ts';
import { Questions } from './shell/questions.ts';
import { lazily, makeNow } from './shell/lazily.ts';
import type { AnswerAtHand } from './shell/questions.ts';
import { ReadingProgressReporter } from './shell/readingProgressReporter.ts';
import { registerEditorFeatures } from './shell/registerEditorFeatures.ts';
import { registerExcerpts } from './shell/registerExcerpts.ts';
import { registerExports } from './shell/registerExports.ts';
import { registerNotes } from './shell/registerNotes.ts';
import type { Runtime } from './shell/runtime.ts';
import { WatchedRoots, watchSupportOf } from './shell/watchedRoots.ts';
import type { WatchSupport } from './shell/watchedRoots.ts';

/**
 * Serves one client. Diagnostics are pushed, not pulled: a change in one file moves the findings of others in its
 * case, also of files that are not open, and the server knows which; a client that pulls would have to ask for
 * all of them every time. Everything else is asked for, and can be answered again at any time.
 */
export function startServer(connection: Connection, runtime: Runtime): void {
  // Made after the start, not at it: the client waits for the answer to `initialize` and does nothing meanwhile.
  const catalogue = lazily(() =>
    assembleCatalogue(runtime.loadCatalogue(), lazyCodeTable(runtime.loadCodeTable)),
  );
  const analyser = lazily(() => createAnalyser(catalogue));
  const features = lazily(() => createEditorFeatures(catalogue));
  const edited = new EditedDocuments();
  const documents = new TextDocuments<OpenDocument>({
    create: (...document) => edited.create(...document),
    update: (...change) => edited.update(...change),
  });
  const log = connectionLog(connection);
  const guard = createGuard(log);
  const inBackground = createBackground(log);
  const pause = createPause(
    () => runtime.timers.now(),
    () => new Promise((resolve) => void runtime.timers.after(0, resolve)),
  );
  const progress = new ReadingProgressReporter(connection, runtime.timers, inBackground, () =>
    store.stopReading(),
  );
  const store = new CaseStore({
    analyser,
    features,
    files: runtime.files,
    pool: runtime.createReadPool?.(() => catalogue.messages) ?? null,
    isCandidate: (name) => isArtefactName(name),
    edited,
    openDocuments: () => documents.all().filter(({ uri }) => !isExcerpt(uri)),
    onProgress: (state) => progress.report(state),
    pause,
    log,
  });
  const excerpts = new Excerpts(runtime.files, features, runtime.longestDocument);
  const openExcerpts = (): readonly OpenDocument[] => documents.all().filter(({ uri }) => isExcerpt(uri));
  const notes = new NotesStore(analyser, runtime.files, runtime.longestDocument);
  const caseExports = new CaseExports(
    analyser,
    runtime.files,
    notes,
    () => ({ now: null, bias: settings.bias }),
    () => settings.redactExports,
  );
  const followedFiles = new FollowedFiles({
    files: runtime.files,
    timers: runtime.timers,
    analyser,
    known: (uri) => {
      if (documents.get(uri) !== undefined) return null;
      const reading = store.latest.fileOf(uri)?.file.reading;
      return reading?.artefact.kind === 'ccm-log' ? reading : null;
    },
    onGrown: (uri, reading, stat) => {
      store.fileGrew(uri, reading, stat);
      followSoon();
    },
    onChanged: (uri) => {
      if (documents.get(uri) === undefined) store.filesChanged([uri]);
      else
        inBackground('telling of a file that grew', () =>
          connection.sendNotification(fileGrewNotification, { uri }),
        );
      followSoon();
    },
    onFailure: (error) => log(`following a file: ${String(error)}`),
  });
  const publisher = new DiagnosticsPublisher(
    features,
    (params) => inBackground('sending diagnostics', () => connection.sendDiagnostics(params)),
    pause,
  );
  let inSight: ReadonlySet<string> = new Set();
  const excerptDiagnostics = new ExcerptDiagnostics(
    excerpts,
    () => openExcerpts().filter(({ uri }) => inSight.has(uri)),
    (params) => connection.sendDiagnostics(params),
  );
  let settings: Settings = parseSettings(null);
  let canAskForSettings = false;
  let watchSupport: WatchSupport | null = null;

  const updates = new ClientUpdates({
    connection,
    timers: runtime.timers,
    inBackground,
    store,
    notes,
    publisher,
    excerpts: excerptDiagnostics,
    changedExcerpts: new ChangedExcerpts(connection, excerpts, openExcerpts),
  });
  const followSoon = (): void => updates.soon();
  const watched = new WatchedRoots(connection.client, inBackground, () => artefactGlob());
  const currentBelow = async (roots: readonly string[]): Promise<Snapshot> => {
    store.setRoots(roots);
    watched.watch(roots);
    const snapshot = await store.current();
    updates.wereRead(snapshot);
    return snapshot;
  };
  /** Handles a notification, for which nobody waits. */
  const notified =
    <Params>(what: string, handle: (params: Params) => void) =>
    (params: Params): void =>
      inBackground(what, () => handle(params));
  const questions = new Questions(connection, guard, currentBelow);
  /** About the cases, where the document at hand may be an excerpt: its file is meant. */
  const answerAtHand: AnswerAtHand = (type, answer) =>
    questions.answerFromCases(type, async (snapshot, params, token) => {
      if (params.uri === null || !isExcerpt(params.uri)) return answer(snapshot, params, token);
      const inFile = await excerpts.inFile(snapshot, params.uri, params.position ?? null);
      return answer(snapshot, { ...params, ...inFile }, token);
    });
  connection.onInitialize((params): InitializeResult => {
    const roots = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    store.setRoots(roots);
    watched.watch(roots);
    watchSupport = watchSupportOf(params);
    canAskForSettings = params.capabilities.workspace?.configuration === true;
    return { capabilities, serverInfo: { name: 'Co-management Lens' } };
  });
  const askForSettings = followSettings(
    connection,
    () => canAskForSettings,
    (changed) => {
      const isSameZone = changed.bias === settings.bias;
      settings = changed;
      if (isSameZone) return;
      store.setOptions({ now: null, bias: settings.bias });
      followSoon();
    },
  );
  const onInitialized = (): void => {
    askForSettings();
    if (watchSupport !== null) watched.start(watchSupport);
    // While the client gets its first document ready. What is asked meanwhile would have waited for the same.
    runtime.timers.after(0, () =>
      inBackground('getting ready', () => makeNow(catalogue, analyser, features)),
    );
  };
  connection.onInitialized(notified('initialized', onInitialized));

  // Who opens a document looks at it; who changed one is about to change more of it.
  const known = new WeakSet<OpenDocument>();
  const onContent = ({ document }: { readonly document: OpenDocument }): void => {
    if (!isExcerpt(document.uri)) store.documentsChanged();
    if (known.has(document)) return updates.soon();
    known.add(document);
    updates.now();
  };
  documents.onDidChangeContent(notified('a change of a document', onContent));
  const onClosed = ({ document }: { readonly document: OpenDocument }): void => {
    if (!isExcerpt(document.uri)) store.documentsChanged();
    updates.soon();
  };
  documents.onDidClose(notified('the closing of a document', onClosed));
  const onWatchedFiles = ({ changes }: DidChangeWatchedFilesParams): void => {
    // A followed file is read from where it was read to; the others are read anew.
    const isFollowed = ({ uri, type }: FileEvent): boolean =>
      type === FileChangeType.Changed && followedFiles.follows(uri);
    if (changes.some(isFollowed)) inBackground('following a file', () => followedFiles.look());
    const others = changes.filter((change) => !isFollowed(change));
    if (others.length > 0) store.filesChanged(others.map(({ uri }) => uri));
    followSoon();
  };
  connection.onDidChangeWatchedFiles(notified('a change of files', onWatchedFiles));
  const onFollow = ({ uris }: FollowParams): void => {
    const before = inSight;
    inSight = new Set(uris.filter(isExcerpt));
    if ([...inSight].join('\n') !== [...before].join('\n')) updates.now();
    followedFiles.set(uris.map((uri) => fileOfExcerpt(uri) ?? uri));
  };
  connection.onNotification(followNotification, notified(followNotification.method, onFollow));
  connection.onShutdown(notified('shutdown', () => followedFiles.set([])));
  const onRefresh = (): void => {
    store.forgetFiles();
    followSoon();
  };
  connection.onNotification(refreshNotification, notified(refreshNotification.method, onRefresh));

  registerEditorFeatures({
    connection,
    guard,
    features,
    store,
    documentOf: (uri) => documents.get(uri),
    settings: () => settings,
  });

  questions.answerFromCases(treeChildrenRequest, (snapshot, { id }) =>
    treeChildrenAnswer(features, snapshot, id, notes, runtime.timers.now()),
  );
  questions.answer(treeRequest, async ({ roots }, token) => {
    // This is the request that reads everything; who withdraws it wants the reading to end.
    const stopping = token.onCancellationRequested(() => store.stopReading());
    try {
      const snapshot = await currentBelow(roots);
      updates.showsTreeOf(snapshot);
      return await treeAnswer(
        features,
        snapshot,
        roots,
        notes,
        runtime.longestDocument,
        runtime.timers.now(),
      );
    } finally {
      stopping.dispose();
    }
  });
  answerAtHand(statusRequest, (snapshot, { uri }) => statusAnswer(features, snapshot, uri));
  answerAtHand(jumpTargetsRequest, (snapshot, { uri }) => jumpTargetsAnswer(features, snapshot, uri));
  answerAtHand(neighbourFindingRequest, (snapshot, params) => neighbourAnswer(features, snapshot, params));
  questions.answer(explainCodeRequest, ({ text }) => features.explainCode(text));
  registerExcerpts(connection, guard, questions, excerpts, store);
  registerExports(questions, answerAtHand, caseExports);
  registerNotes(questions, notes, new NotesInExcerpts(excerpts, openExcerpts), () => {
    // The tree and the diagnostics show the notes, too.
    updates.showsTreeOf(null);
    followSoon();
  });

  documents.listen(connection);
  connection.listen();
}

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: { label: 'Enrollment' },
  foldingRangeProvider: true,
  documentLinkProvider: {},
};
