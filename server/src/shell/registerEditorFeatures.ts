import type {
  Connection,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  HoverParams,
  Location,
  TextDocumentIdentifier,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditorFeatures, NavigationParams } from '../analysis/index.ts';
import type { Settings } from '../settings.ts';
import type { CaseStore } from './caseStore.ts';
import type { Guard } from './guard.ts';
import { navigationFrom } from './navigation.ts';

export interface EditorFeaturesParams {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly features: EditorFeatures;
  readonly store: CaseStore;
  /** The document of that uri, if an editor has it open. */
  readonly documentOf: (uri: string) => TextDocument | undefined;
  readonly settings: () => Settings;
}

/** Answers what the editor asks by itself about an open document; nothing about one that is not. */
export function registerEditorFeatures(params: EditorFeaturesParams): void {
  const { connection, guard, features, store, documentOf, settings } = params;
  const withDocument = <Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    method: string,
    empty: Result,
    answer: (document: TextDocument, params: Params) => Result | Promise<Result>,
  ) =>
    guard.orEmpty<Params, Result>(method, empty, (asked) => {
      const document = documentOf(asked.textDocument.uri);
      return document === undefined ? empty : answer(document, asked);
    });
  connection.onHover(
    withDocument('hover', null, (document, { position }: HoverParams) =>
      features.hover(
        store.openReadings.of(document),
        document,
        position,
        settings().bias,
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
      // Changed while it was judged: its lines are others by now, and the client asks again.
      if (found?.file.version !== document.version)
        return features.symbols(store.openReadings.of(document), document, null);
      return features.symbols(found.file.reading, document, found.known.analysis);
    }),
  );
  connection.onFoldingRanges(
    withDocument<FoldingRangeParams, FoldingRange[]>('foldingRange', [], (document) =>
      features.foldingRanges(store.openReadings.of(document), document),
    ),
  );
}
