import type { Connection, DocumentLink, DocumentLinkParams } from 'vscode-languageserver';
import { excerptPlaceRequest, excerptTextRequest } from '../protocol.ts';
import type { CaseStore } from './caseStore.ts';
import { isExcerpt } from './excerpts.ts';
import type { Excerpts } from './excerpts.ts';
import type { Guard } from './guard.ts';
import type { Questions } from './questions.ts';

/** Answers what the editor asks about excerpts of files that are too large to be open. */
export function registerExcerpts(
  connection: Connection,
  guard: Guard,
  questions: Questions,
  excerpts: Excerpts,
  store: CaseStore,
): void {
  connection.onDocumentLinks(
    guard.orEmpty<DocumentLinkParams, DocumentLink[]>(
      'documentLink',
      [],
      async ({ textDocument: { uri } }) => (isExcerpt(uri) ? excerpts.links(await store.current(), uri) : []),
    ),
  );
  questions.answer(excerptPlaceRequest, async ({ uri, range }) =>
    excerpts.place(await store.current(), uri, range),
  );
  questions.answer(excerptTextRequest, async ({ uri }) => excerpts.text(await store.current(), uri));
}
