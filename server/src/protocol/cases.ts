import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { DocumentUri, Position } from 'vscode-languageserver-types';
import type {
  ExplainCodeResult,
  JumpTarget,
  NeighbourFinding,
  StatusResult,
  TreeNode,
} from '../analysis/index.ts';

export interface FollowParams {
  /** Files and excerpts that somebody looks at: those of visible editors, and those that are followed by command. */
  readonly uris: readonly DocumentUri[];
}

/**
 * Client to server: look after these files, and no others, whether they grow. Nobody tells of a file that is being
 * written. An excerpt has findings while it is among these.
 */
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

export interface JumpTargetsResult {
  readonly targets: readonly JumpTarget[];
  /** Cases with such a line that do not fit into one answer. */
  readonly left: number;
}

/** Client to server: the deciding line of the failing (or waiting) stage of the case at hand, or of each case. */
export const jumpTargetsRequest = new RequestType<CaseParams, JumpTargetsResult, void>(
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
