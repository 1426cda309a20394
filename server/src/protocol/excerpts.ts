import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocumentUri, Range } from 'vscode-languageserver-types';

/** Scheme of excerpts: documents that the server writes from files which are too large to be open. */
export const excerptScheme = 'comgmt-lens-excerpt';

export interface ExcerptPlaceParams {
  readonly uri: DocumentUri;
  readonly range: Range;
}

/** A range in an excerpt. */
export interface ExcerptPlace {
  readonly uri: DocumentUri;
  readonly range: Range;
}

/** Client to server: the excerpt that shows a range of a file; null where the file itself can be opened. */
export const excerptPlaceRequest = new RequestType<ExcerptPlaceParams, ExcerptPlace | null, void>(
  'comgmtLens/excerptPlace',
);

export interface ExcerptTextParams {
  /** Uri of the excerpt, as `excerptPlace` or a link in an excerpt gave it. */
  readonly uri: DocumentUri;
}

/** Client to server: the text of an excerpt; null where its file is not known (any more). */
export const excerptTextRequest = new RequestType<ExcerptTextParams, string | null, void>(
  'comgmtLens/excerptText',
);

export interface ExcerptsChangedParams {
  readonly uris: readonly DocumentUri[];
}

/** Server to client: the file of these open excerpts has become another one; their texts are to be asked for again. */
export const excerptsChangedNotification = new NotificationType<ExcerptsChangedParams>(
  'comgmtLens/excerptsChanged',
);
