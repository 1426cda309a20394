import type * as vscode from 'vscode';
import type { NeighbourFinding, NotesOfCase, StatusResult, TreeNode } from '../../server/src/protocol.ts';
import type { FollowItem } from './followLog.ts';

/** What the extension hands out: what it shows, so that tests can see it without looking at pixels. */
export interface CoManagementLensApi {
  /** The nodes of the enrollment view, asked for anew. */
  tree(): Promise<readonly TreeNode[]>;
  /** The verdict in the status bar, asked for anew; null when there is no case at hand. */
  status(): Promise<StatusResult | null>;
  /** The logs that are followed, by uri. */
  followedLogs(): readonly string[];
  /** What the status bar shows of them; null while no log is followed. */
  followItem(): FollowItem | null;
  /** The finding that the status bar shows after Next or Previous Finding; null when it shows none. */
  findingAtHand(): NeighbourFinding | null;
  /** Follows a link to a line, as the editor does when one is clicked. */
  openLink(link: vscode.Uri): Promise<void>;
  /** The notes of all cases, read anew. */
  notes(): Promise<readonly NotesOfCase[]>;
  /** The threads that show a note: one at its line, or one in each excerpt that shows the line. */
  noteThreads(id: string): readonly vscode.CommentThread[];
  /** The note that Next or Previous Note went to last; null before the first. */
  noteAtHand(): string | null;
}
