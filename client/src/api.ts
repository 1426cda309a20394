import type { NeighbourFinding, StatusResult, TreeNode } from '../../server/src/protocol.ts';

/** What the extension hands out: what it shows, so that tests can see it without looking at pixels. */
export interface CoManagementLensApi {
  /** The nodes of the enrollment view, asked for anew. */
  tree(): Promise<readonly TreeNode[]>;
  /** The verdict in the status bar, asked for anew; null when there is no case at hand. */
  status(): Promise<StatusResult | null>;
  /** The finding that the status bar shows after Next or Previous Finding; null when it shows none. */
  findingAtHand(): NeighbourFinding | null;
}
