import type { EditorFeatures, JumpTarget, NeighbourFinding, StatusResult } from '../analysis/index.ts';
import type { NeighbourFindingParams, TreeResult } from '../protocol.ts';
import type { KnownCase, Snapshot } from './knownCase.ts';
import { largeFilesHint } from './largeFiles.ts';
import type { NotesStore } from './notesStore.ts';
import { baseName } from './uris.ts';

/** The tree of all cases, and what to say where there is none. */
export async function treeAnswer(
  features: EditorFeatures,
  snapshot: Snapshot,
  roots: readonly string[],
  notes: NotesStore,
  longestDocument: number,
): Promise<TreeResult> {
  const cases = await Promise.all(
    snapshot.cases.map(async (known) => {
      const { id, analysis, documents } = known;
      return features.tree({ id, analysis, documents, notes: (await notes.of(known)).notes });
    }),
  );
  const { omissions } = snapshot;
  const isComplete = omissions.length === 0;
  const told = [omissions[0] ?? null, largeFilesHint(snapshot, longestDocument)];
  const sentences = told.filter((sentence) => sentence !== null);
  if (cases.length > 0)
    return { cases, message: sentences.length === 0 ? null : sentences.join(' '), isComplete };
  // What was left out may be the case that is looked for: then nobody says that there is none.
  return { cases, message: isComplete ? nothingFound(roots) : omissions.join(' '), isComplete };
}

/** The verdict of the case at hand. */
export function statusAnswer(
  features: EditorFeatures,
  snapshot: Snapshot,
  uri: string | null,
): StatusResult | null {
  const known = caseAtHand(snapshot, uri);
  return known === null ? null : features.status(known.analysis);
}

/** The deciding line of the case at hand, or of each case where none is at hand. */
export function jumpTargetsAnswer(
  features: EditorFeatures,
  snapshot: Snapshot,
  uri: string | null,
): readonly JumpTarget[] {
  const known = caseAtHand(snapshot, uri);
  return (known === null ? snapshot.cases : [known]).flatMap(
    ({ analysis, documents }) => features.jumpTarget(analysis, documents) ?? [],
  );
}

/** The next finding of the case at hand, or of the first case that has any. */
export function neighbourAnswer(
  features: EditorFeatures,
  snapshot: Snapshot,
  { uri, position, direction }: NeighbourFindingParams,
): NeighbourFinding | null {
  const known =
    caseAtHand(snapshot, uri) ?? snapshot.cases.find(({ analysis }) => analysis.findings.length > 0);
  if (known === undefined) return null;
  const file = uri === null ? null : (snapshot.fileOf(uri)?.file.reading.path ?? null);
  return features.neighbourFinding({
    analysis: known.analysis,
    documents: known.documents,
    from: file === null || position === null ? null : { file, position },
    direction,
  });
}

/** The case that a document belongs to; where there is only one case, it is meant whatever is open. */
export function caseAtHand(snapshot: Snapshot, uri: string | null): KnownCase | null {
  const own = uri === null ? null : snapshot.caseOf(uri);
  const [first, second] = snapshot.cases;
  return own ?? (second === undefined ? (first ?? null) : null);
}

function nothingFound(roots: readonly string[]): string {
  if (roots.length === 0)
    return 'Open a folder with the logs of a device to see how far its enrollment came.';
  const names = roots.map(baseName).join(', ');
  return `No ConfigMgr log, registry export or dsregcmd output was found in ${names}.`;
}
