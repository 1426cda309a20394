import { FileChangeType, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver';
import type {
  Connection,
  DocumentLink,
  DocumentLinkParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FileEvent,
  FoldingRange,
  FoldingRangeParams,
  HoverParams,
  InitializeResult,
  Location,
  Position,
  ServerCapabilities,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyser, createEditorFeatures, isArtefactName } from './analysis/index.ts';
import type { NavigationParams } from './analysis/index.ts';
import { assembleCatalogue, lazyCodeTable } from './catalogue/index.ts';
import {
  editNotesRequest,
  excerptPlaceRequest,
  excerptTextRequest,
  explainCodeRequest,
  fileGrewNotification,
  followNotification,
  exportRequest,
  importRequest,
  jumpTargetsRequest,
  lineEvidenceRequest,
  neighbourFindingRequest,
  notesPlacesRequest,
  notesRequest,
  openLinkRequest,
  redactionPreviewRequest,
  refreshNotification,
  statusRequest,
  treeChangedNotification,
  treeRequest,
  verdictMarkdownRequest,
} from './protocol.ts';
import type {
  CaseParams,
  EditNotesParams,
  ExcerptPlaceParams,
  ExcerptTextParams,
  ExplainCodeParams,
  ExportParams,
  ImportParams,
  LineParams,
  NeighbourFindingParams,
  NotesParams,
  OpenLinkParams,
  RootsParams,
  VerdictParams,
} from './protocol.ts';
import { parseSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { jumpTargetsAnswer, neighbourAnswer, statusAnswer, treeAnswer } from './shell/caseAnswers.ts';
import { CaseExports } from './shell/caseExports.ts';
import { CaseStore } from './shell/caseStore.ts';
import { debounced } from './shell/debounce.ts';
import { DiagnosticsPublisher } from './shell/diagnosticsPublisher.ts';
import { EditedDocuments } from './shell/editedDocuments.ts';
import { Excerpts, fileOfExcerpt, isExcerpt } from './shell/excerpts.ts';
import { FollowedFiles } from './shell/followedFiles.ts';
import { followSettings } from './shell/followSettings.ts';
import { createGuard } from './shell/guard.ts';
import type { Snapshot } from './shell/knownCase.ts';
import { navigationFrom } from './shell/navigation.ts';
import { notesPlaces, NotesStore } from './shell/notesStore.ts';
import { lazily } from './shell/lazily.ts';
import { ReadingProgressReporter } from './shell/readingProgressReporter.ts';
import type { Runtime } from './shell/runtime.ts';
import { showsTheSame } from './shell/snapshot.ts';

/** How long to wait for the next key stroke or file before looking again. */
const restMilliseconds = 250;

/**
 * Serves one client. Diagnostics are pushed, not pulled: a change in one file moves the findings of others in its
 * case, also of files that are not open, and the server knows which; a client that pulls would have to ask for
 * all of them every time. Everything else is asked for, and can be answered again at any time.
 */
export function startServer(connection: Connection, runtime: Runtime): void {
  // Made with the first question, not at the start: whoever opens a log in a large workspace waits for neither.
  const catalogue = lazily(() =>
    assembleCatalogue(runtime.loadCatalogue(), lazyCodeTable(runtime.loadCodeTable)),
  );
  const analyser = lazily(() => createAnalyser(catalogue));
  const features = lazily(() => createEditorFeatures(catalogue));
  const edited = new EditedDocuments();
  const documents = new TextDocuments<TextDocument>({
    create: (...document) => edited.create(...document),
    update: (...change) => edited.update(...change),
  });
  const guard = createGuard((line) => connection.console.error(line));
  const progress = new ReadingProgressReporter(connection, runtime.timers, () => store.stopReading());
  const store = new CaseStore({
    analyser,
    features,
    files: runtime.files,
    pool: runtime.createReadPool?.(() => catalogue.messages) ?? null,
    isCandidate: isArtefactName,
    edited,
    openDocuments: () => documents.all().filter(({ uri }) => !isExcerpt(uri)),
    onProgress: (state) => progress.report(state),
    log: (line) => connection.console.error(line),
  });
  const excerpts = new Excerpts(runtime.files, features, runtime.longestDocument);
  const notes = new NotesStore(analyser, runtime.files);
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
      else void connection.sendNotification(fileGrewNotification, { uri });
      followSoon();
    },
    onFailure: (error) => connection.console.error(`following a file: ${String(error)}`),
  });
  const publisher = new DiagnosticsPublisher(features, (params) => void connection.sendDiagnostics(params));
  let settings: Settings = parseSettings(null);
  let canAskForSettings = false;
  let followed: Snapshot | null = null;
  /** What the client has seen or was told to ask for. */
  let told: Snapshot | null = null;

  const follow = async (): Promise<void> => {
    const snapshot = await store.current();
    followed = snapshot;
    publisher.publish(snapshot, await notes.byCase(snapshot));
    for (const document of documents.all().filter(({ uri }) => isExcerpt(uri))) {
      const { uri, version } = document;
      await connection.sendDiagnostics({
        uri,
        version,
        diagnostics: await excerpts.diagnostics(snapshot, document),
      });
    }
    if (told !== null && showsTheSame(told, snapshot)) return;
    told = snapshot;
    await connection.sendNotification(treeChangedNotification, null);
  };
  const followSoon = debounced(runtime.timers, restMilliseconds, () => {
    follow().catch((error: unknown) => connection.console.error(`following a change: ${String(error)}`));
  });
  const currentBelow = async (roots: readonly string[]): Promise<Snapshot> => {
    store.setRoots(roots);
    const snapshot = await store.current();
    if (snapshot !== followed) followSoon();
    return snapshot;
  };
  const answerFromCases = <Params extends RootsParams, Result>(
    { method }: { readonly method: string },
    empty: Result,
    answer: (snapshot: Snapshot, params: Params) => Result | Promise<Result>,
  ) =>
    guard<Params, Result>(method, empty, async (params) => answer(await currentBelow(params.roots), params));
  /** The same where the document at hand may be an excerpt: its file is meant. */
  const answerAtHand = <Params extends CaseParams & { readonly position?: Position | null }, Result>(
    type: { readonly method: string },
    empty: Result,
    answer: (snapshot: Snapshot, params: Params) => Result | Promise<Result>,
  ) =>
    answerFromCases<Params, Result>(type, empty, async (snapshot, params) => {
      if (params.uri === null || !isExcerpt(params.uri)) return answer(snapshot, params);
      return answer(snapshot, {
        ...params,
        ...(await excerpts.inFile(snapshot, params.uri, params.position ?? null)),
      });
    });
  const withDocument = <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    method: string,
    empty: Result,
    answer: (document: TextDocument, params: Params) => Result | Promise<Result>,
  ) =>
    guard<Params, Result>(method, empty, (params) => {
      const document = documents.get(params.textDocument.uri);
      return document === undefined ? empty : answer(document, params);
    });

  connection.onInitialize((params): InitializeResult => {
    store.setRoots((params.workspaceFolders ?? []).map(({ uri }) => uri));
    canAskForSettings = params.capabilities.workspace?.configuration === true;
    return { capabilities, serverInfo: { name: 'Co-management Lens' } };
  });
  followSettings(
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

  documents.onDidChangeContent(() => {
    store.documentsChanged();
    followSoon();
  });
  documents.onDidClose(() => {
    store.documentsChanged();
    followSoon();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    // A followed file is read from where it was read to; the others are read anew.
    const isFollowed = ({ uri, type }: FileEvent): boolean =>
      type === FileChangeType.Changed && followedFiles.follows(uri);
    if (changes.some(isFollowed)) void followedFiles.look();
    const others = changes.filter((change) => !isFollowed(change));
    if (others.length > 0) store.filesChanged(others.map(({ uri }) => uri));
    followSoon();
  });
  connection.onNotification(followNotification, ({ uris }) =>
    followedFiles.set(uris.map((uri) => fileOfExcerpt(uri) ?? uri)),
  );
  connection.onShutdown(() => followedFiles.set([]));
  connection.onNotification(refreshNotification, () => {
    store.forgetFiles();
    followSoon();
  });

  connection.onHover(
    withDocument('hover', null, (document, { position }: HoverParams) =>
      features.hover(
        store.openReadings.of(document),
        document,
        position,
        settings.bias,
        navigationFrom(store.latest, document, position)?.readings,
      ),
    ),
  );
  const navigate = (method: string, answer: (params: NavigationParams) => Location[]) =>
    withDocument<TextDocumentPositionParams, Location[]>(method, [], async (document, { position }) => {
      const from = navigationFrom(await store.current(), document, position);
      return from === null ? [] : answer(from);
    });
  connection.onDefinition(navigate('definition', (params) => features.definitions(params)));
  connection.onReferences(navigate('references', (params) => features.references(params)));
  connection.onDocumentSymbol(
    withDocument<DocumentSymbolParams, DocumentSymbol[]>('documentSymbol', [], async (document) => {
      const found = (await store.current()).fileOf(document.uri);
      const reading = found?.file.reading ?? store.openReadings.of(document);
      return features.symbols(reading, document, found?.known.analysis ?? null);
    }),
  );
  connection.onFoldingRanges(
    withDocument<FoldingRangeParams, FoldingRange[]>('foldingRange', [], (document) =>
      features.foldingRanges(store.openReadings.of(document), document),
    ),
  );

  connection.onDocumentLinks(
    guard<DocumentLinkParams, DocumentLink[]>('documentLink', [], async ({ textDocument: { uri } }) =>
      isExcerpt(uri) ? excerpts.links(await store.current(), uri) : [],
    ),
  );
  connection.onRequest(
    excerptPlaceRequest,
    guard(excerptPlaceRequest.method, null, async ({ uri, range }: ExcerptPlaceParams) =>
      excerpts.place(await store.current(), uri, range),
    ),
  );
  connection.onRequest(
    excerptTextRequest,
    guard(excerptTextRequest.method, null, async ({ uri }: ExcerptTextParams) =>
      excerpts.text(await store.current(), uri),
    ),
  );

  const readTree = answerFromCases(
    treeRequest,
    { cases: [], message: null, isComplete: true },
    (snapshot, params: RootsParams) => {
      told = snapshot;
      return treeAnswer(features, snapshot, params.roots, notes, runtime.longestDocument);
    },
  );
  connection.onRequest(treeRequest, (params, token) => {
    // This is the request that reads everything; who withdraws it wants the reading to end.
    const stopping = token.onCancellationRequested(() => store.stopReading());
    return readTree(params, token).finally(() => stopping.dispose());
  });
  connection.onRequest(
    statusRequest,
    answerAtHand(statusRequest, null, (snapshot, { uri }: CaseParams) =>
      statusAnswer(features, snapshot, uri),
    ),
  );
  connection.onRequest(
    jumpTargetsRequest,
    answerAtHand(jumpTargetsRequest, [], (snapshot, { uri }: CaseParams) =>
      jumpTargetsAnswer(features, snapshot, uri),
    ),
  );
  connection.onRequest(
    neighbourFindingRequest,
    answerAtHand(neighbourFindingRequest, null, (snapshot, params: NeighbourFindingParams) =>
      neighbourAnswer(features, snapshot, params),
    ),
  );
  connection.onRequest(
    explainCodeRequest,
    guard(explainCodeRequest.method, null, ({ text }: ExplainCodeParams) => features.explainCode(text)),
  );

  connection.onRequest(notesPlacesRequest, answerFromCases(notesPlacesRequest, [], notesPlaces));
  connection.onRequest(
    notesRequest,
    answerFromCases(notesRequest, { cases: [] }, async (snapshot, { files }: NotesParams) => {
      if (notes.setFiles(files)) {
        // The tree and the diagnostics show the notes, too.
        told = null;
        followSoon();
      }
      return { cases: await notes.answer(snapshot) };
    }),
  );
  connection.onRequest(
    editNotesRequest,
    answerFromCases(
      editNotesRequest,
      { text: null, refusal: 'The notes could not be changed; the log says why.', problems: [] },
      (snapshot, params: EditNotesParams) => notes.edit(snapshot, params),
    ),
  );

  connection.onRequest(
    exportRequest,
    answerFromCases(exportRequest, null, (snapshot, params: ExportParams) =>
      caseExports.export(snapshot, params),
    ),
  );
  connection.onRequest(
    verdictMarkdownRequest,
    answerFromCases(verdictMarkdownRequest, null, (snapshot, params: VerdictParams) =>
      caseExports.verdictMarkdown(snapshot, params),
    ),
  );
  connection.onRequest(
    redactionPreviewRequest,
    answerFromCases(
      redactionPreviewRequest,
      { isRedacted: true, cases: [] },
      (snapshot, params: VerdictParams) => caseExports.redactionPreview(snapshot, params),
    ),
  );
  connection.onRequest(
    lineEvidenceRequest,
    answerFromCases(lineEvidenceRequest, null, (snapshot, params: LineParams) =>
      caseExports.lineEvidence(snapshot, params),
    ),
  );
  connection.onRequest(
    openLinkRequest,
    answerFromCases(
      openLinkRequest,
      { caseName: '', file: '', location: null },
      (snapshot, params: OpenLinkParams) => caseExports.openLink(snapshot, params),
    ),
  );
  connection.onRequest(
    importRequest,
    answerFromCases(
      importRequest,
      { problem: 'It could not be read; the log says why.', title: '', markdown: '', diagnostics: [] },
      (snapshot, params: ImportParams) => caseExports.import(snapshot, params),
    ),
  );

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
