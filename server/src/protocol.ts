/**
 * What client and server say to each other beyond the Language Server Protocol. Declared once, here; the client
 * imports this file and nothing else from the server. All of it is presentation: the client shows what it is
 * told and knows no error code, log name or stage.
 */
import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocumentUri, Position } from 'vscode-languageserver-types';
import type {
  ExplainCodeResult,
  JumpTarget,
  NeighbourFinding,
  StatusResult,
  TreeNode,
} from './analysis/index.ts';

export type {
  ExplainCodeResult,
  JumpTarget,
  NeighbourFinding,
  NodeColour,
  StatusResult,
  TreeNode,
} from './analysis/index.ts';

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
  /** What the view says when there is no case: nothing found in the folders given, or no folder given. */
  readonly message: string | null;
}

/** Client to server: the tree of all cases below the roots, and of open documents outside them. */
export const treeRequest = new RequestType<RootsParams, TreeResult, void>('comgmtLens/tree');

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
