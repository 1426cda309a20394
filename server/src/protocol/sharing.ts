import { RequestType } from 'vscode-languageserver-protocol';
import type { Diagnostic, DocumentUri, Location, Position } from 'vscode-languageserver-types';
import type { ExportFormat, PlannedIdentifier, RedactionChoices } from '../analysis/index.ts';
import type { CaseParams, RootsParams } from './cases.ts';

/** What the user decided about pseudonyms, by the name of the case. Cases that are not named have no choices. */
export interface RedactionParams {
  readonly choices?: Readonly<Record<string, RedactionChoices>>;
}

export interface ExportParams extends CaseParams, RedactionParams {
  readonly format: ExportFormat;
  /** Version of the extension, for the file to say who made it. */
  readonly version: string;
}

export interface ExportResult {
  /** The file's whole content. */
  readonly text: string;
  /** Suggested name of the file, with its extension. */
  readonly fileName: string;
}

/** Client to server: the case at hand, or all cases, as a file to hand on; null when there is no case. */
export const exportRequest = new RequestType<ExportParams, ExportResult | null, void>('comgmtLens/export');

export interface VerdictParams extends CaseParams, RedactionParams {}

/** Client to server: the verdict of the case at hand as Markdown, to be pasted; null when there is no case. */
export const verdictMarkdownRequest = new RequestType<VerdictParams, string | null, void>(
  'comgmtLens/verdictMarkdown',
);

export interface LineParams extends RootsParams, RedactionParams {
  readonly uri: DocumentUri;
  readonly position: Position;
}

export interface LineEvidence {
  /** The record, value or line with where it stands, when it was written and what it means. */
  readonly markdown: string;
  /** What finds it again elsewhere, as the query of a link. */
  readonly link: string;
}

/** Client to server: the line at a position, to be pasted or linked to; null where nothing is known of it. */
export const lineEvidenceRequest = new RequestType<LineParams, LineEvidence | null, void>(
  'comgmtLens/lineEvidence',
);

export interface RedactionPreviewCase {
  /** Name of the case, under which choices are kept. */
  readonly name: string;
  /**
   * What would be replaced if nothing was kept: what the user added, then the rest in the order of first appearance.
   * An added text that stands nowhere in the case has no pseudonym and the count 0.
   */
  readonly items: readonly PlannedIdentifier[];
}

export interface RedactionPreview {
  /** False where the setting says that exports are not redacted. */
  readonly isRedacted: boolean;
  readonly cases: readonly RedactionPreviewCase[];
}

/**
 * Client to server: what pseudonyms would stand for in the case at hand, or in each case. The answer holds the
 * originals: it is shown to the user and goes nowhere else. What the choices keep is part of it.
 */
export const redactionPreviewRequest = new RequestType<VerdictParams, RedactionPreview, void>(
  'comgmtLens/redactionPreview',
);

export interface OpenLinkParams extends RootsParams {
  /** The query of the link, as somebody else's `lineEvidence` gave it: not to be trusted. */
  readonly link: string;
}

export interface OpenLinkResult {
  /** The name of the case that the link is about, and of the file; empty where it does not say. */
  readonly caseName: string;
  readonly file: string;
  /** Null where none of the cases has the line. Always in a file that the server knows already. */
  readonly location: Location | null;
}

/** Client to server: where is the line of a link? */
export const openLinkRequest = new RequestType<OpenLinkParams, OpenLinkResult, void>('comgmtLens/openLink');

export interface ImportParams extends CaseParams {
  /** The content of the file that somebody handed on. */
  readonly text: string;
}

export interface ImportResult {
  /** Why nothing was imported, a sentence; null where something was. */
  readonly problem: string | null;
  /** The change in a few words. */
  readonly title: string;
  /** What changed since, stage by stage, as Markdown; log text in it is escaped. */
  readonly markdown: string;
  /** Their findings and notes on the lines of the case at hand. */
  readonly diagnostics: readonly { readonly uri: DocumentUri; readonly diagnostics: readonly Diagnostic[] }[];
}

/** Client to server: read an export back and lay it over the case at hand. */
export const importRequest = new RequestType<ImportParams, ImportResult, void>('comgmtLens/import');
