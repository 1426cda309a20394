import type { Location } from 'vscode-languageserver-types';

/** Colours that the client maps to theme colours, so that high contrast works. */
export type NodeColour = 'good' | 'bad' | 'waiting' | 'warning' | 'muted' | 'none';

/** A node of the enrollment view. Ids are stable across refreshes, so that expansion survives. */
export interface TreeNode {
  readonly id: string;
  readonly label: string;
  /** Shown dimmed behind the label. */
  readonly description: string | null;
  /** Markdown; log text in it is escaped. */
  readonly tooltip: string | null;
  /** What a screen reader says, state included in words. */
  readonly accessibleLabel: string;
  /** Id of a codicon. */
  readonly icon: string;
  readonly colour: NodeColour;
  /** Where a click goes; null for nodes that only group. */
  readonly target: Location | null;
  /** For menus, which offer what can be done with such a node. */
  readonly kind:
    'case' | 'stage' | 'evidence' | 'attempt' | 'note.open' | 'note.resolved' | 'group' | 'file' | 'more';
  /** What "Copy" puts on the clipboard. */
  readonly copyText: string;
  readonly expanded: boolean;
  readonly children: readonly TreeNode[];
  /** It has children that are not sent with it: whoever opens it asks for them. */
  readonly deferred?: true;
}
