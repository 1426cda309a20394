/**
 * What client and server say to each other beyond the Language Server Protocol. Declared once, here; the client
 * imports this file and nothing else from the server. All of it is presentation: the client shows what it is
 * told and knows no error code, log name or stage.
 */
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Diagnostic, DocumentUri, Location, Position, Range } from 'vscode-languageserver-types';
import type {
  ExplainCodeResult,
  ExportFormat,
  JumpTarget,
  NeighbourFinding,
  NotesFileEdit,
  PlannedIdentifier,
  RedactionChoices,
  NotesText,
  ShownNote,
  StatusResult,
  TreeNode,
} from './analysis/index.ts';

export type {
  ExplainCodeResult,
  ExportFormat,
  JumpTarget,
  NeighbourFinding,
  NodeColour,
  NoteFields,
  NoteMark,
  NotesFileEdit,
  NotesText,
  ShownComment,
  ShownNote,
  StatusResult,
  TreeNode,
  PlannedIdentifier,
  RedactionChoices,
} from './analysis/index.ts';

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

export interface FollowParams {
  /** Files that somebody looks at: those of visible editors, and those that are followed by command. */
  readonly uris: readonly DocumentUri[];
}

/** Client to server: look after these files, and no others, whether they grow. Nobody tells of a file that is being written. */
export const followNotification = new NotificationType<FollowParams>('comgmtLens/follow');

export interface FileGrewParams {
  readonly uri: DocumentUri;
}

/** Server to client: a followed file that an editor has open is another one on disk. */
export const fileGrewNotification = new NotificationType<FileGrewParams>('comgmtLens/fileGrew');

export interface RootsParams {
  /** Folders that the view covers: workspace folders and folders opened as cases. */
  readonly roots: readonly DocumentUri[];
}

/** The document at hand, to tell which case is meant; null when none is open. */
export interface CaseParams extends RootsParams {
  readonly uri: DocumentUri | null;
}

export interface TreeResult {
  readonly cases: readonly TreeNode[];
  /** What the view says beside the cases or, when there is none, why: nothing found in the folders given, or no folder given. */
  readonly message: string | null;
  /** False where something was left out, as the message says: no case then does not mean that there is none. */
  readonly isComplete: boolean;
  /** Files in the folders, artefacts or not. */
  readonly filesSeen: number;
}

/** Client to server: the tree of all cases below the roots, and of open documents outside them. */
export const treeRequest = new RequestType<RootsParams, TreeResult, void>('comgmtLens/tree');

export interface TreeChildrenParams extends RootsParams {
  /** Id of a node that says that its children are not sent with it (`deferred`). */
  readonly id: string;
}

/** Client to server: the children of a node that were not sent with it; none where it is gone. */
export const treeChildrenRequest = new RequestType<TreeChildrenParams, readonly TreeNode[], void>(
  'comgmtLens/treeChildren',
);

/** Server to client: a document or file changed what the tree shows; ask again. */
export const treeChangedNotification = new NotificationType<null>('comgmtLens/treeChanged');

/** Client to server: forget what was read from disk, as the user asked for a refresh. */
export const refreshNotification = new NotificationType<null>('comgmtLens/refresh');

/** Client to server: the verdict of the case at hand, for the status bar; null when there is no case. */
export const statusRequest = new RequestType<CaseParams, StatusResult | null, void>('comgmtLens/status');

/** Client to server: the deciding line of the failing (or waiting) stage of the case at hand, or of each case. */
export const jumpTargetsRequest = new RequestType<CaseParams, readonly JumpTarget[], void>(
  'comgmtLens/jumpTargets',
);

export interface NeighbourFindingParams extends CaseParams {
  readonly position: Position | null;
  readonly direction: 'next' | 'previous';
}

/** Client to server: the finding after or before a position, across the files of its case; wraps around. */
export const neighbourFindingRequest = new RequestType<NeighbourFindingParams, NeighbourFinding | null, void>(
  'comgmtLens/neighbourFinding',
);

export interface ExplainCodeParams {
  /** What the user typed: any form of a number. */
  readonly text: string;
}

/** Client to server: explain a code; null when the text holds no number that could be one. */
export const explainCodeRequest = new RequestType<ExplainCodeParams, ExplainCodeResult | null, void>(
  'comgmtLens/explainCode',
);

/** A case as far as its notes go: where they are kept is up to the client, which reads and writes the files. */
export interface NotesPlace {
  readonly caseId: string;
  readonly caseName: string;
  /** Folders in which notes files of the case may lie, the case's own first; empty for a document without folder. */
  readonly folders: readonly DocumentUri[];
  /** How the notes file of the case is called where there is none yet. */
  readonly fileName: string;
}

/** Client to server: the cases, with the folders in which to look for their notes. */
export const notesPlacesRequest = new RequestType<RootsParams, readonly NotesPlace[], void>(
  'comgmtLens/notesPlaces',
);

export interface NotesParams extends RootsParams {
  /** Every notes file there is, with its content. The server keeps them, for the tree and the diagnostics. */
  readonly files: readonly (NotesText & { readonly caseId: string })[];
}

export interface NotesResult {
  readonly cases: readonly NotesOfCase[];
}

export interface NotesOfCase {
  readonly caseId: string;
  readonly caseName: string;
  /** In the order of the walk. */
  readonly notes: readonly ShownNote[];
  /** The stages that a note can be tied to. */
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  /** The documents whose lines can carry notes. */
  readonly documents: readonly DocumentUri[];
  /** The excerpts whose lines can: those that are open, and those around the lines of notes. */
  readonly excerpts: readonly ExcerptNotes[];
  /** What could not be read of which notes file. */
  readonly problems: readonly { readonly uri: DocumentUri; readonly message: string }[];
}

/** An excerpt of a file that is too large to be open, with the notes that stand in it. */
export interface ExcerptNotes {
  readonly uri: DocumentUri;
  /** Ids of notes, and lines of the excerpt, from 0. */
  readonly notes: readonly { readonly id: string; readonly line: number }[];
}

/** Client to server: these are the notes files; where do their notes stand? */
export const notesRequest = new RequestType<NotesParams, NotesResult, void>('comgmtLens/notes');

export interface EditNotesParams extends RootsParams {
  readonly caseId: string;
  /** What stands in the notes file at this moment; null where there is none yet. */
  readonly text: string | null;
  readonly edit: NotesFileEdit;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The line of a new note, in a file or in an excerpt; null for other edits. */
  readonly at: { readonly uri: DocumentUri; readonly position: Position } | null;
}

export interface EditNotesResult {
  /** What is to be written; null where nothing is, for the reason in `refusal`. */
  readonly text: string | null;
  readonly refusal: string | null;
  /** What could not be read of the file and would be lost: the old file is to be kept aside first. */
  readonly problems: readonly string[];
}

/** Client to server: edit the text of a notes file. Changes nothing on the server. */
export const editNotesRequest = new RequestType<EditNotesParams, EditNotesResult, void>(
  'comgmtLens/editNotes',
);

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
