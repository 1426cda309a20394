import { capped, fittedNodes, mostOfAnAnswer, pageOf, withinBudget } from '../analysis/index.ts';
import type { EditorFeatures, NeighbourFinding, StatusResult } from '../analysis/index.ts';
import type { JumpTargetsResult, NeighbourFindingParams, TreeNode, TreeResult } from '../protocol.ts';
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
  clock: number,
): Promise<TreeResult> {
  const all = await Promise.all(snapshot.cases.map((known) => caseNode(features, known, notes, clock)));
  const cases = fittedNodes(capped(rootId, all), mostOfTree);
  const { omissions, filesSeen } = snapshot;
  const isComplete = omissions.length === 0;
  const told = [omissions[0] ?? null, largeFilesHint(snapshot, longestDocument)];
  const sentences = told.filter((sentence) => sentence !== null);
  if (cases.length > 0)
    return { cases, message: sentences.length === 0 ? null : sentences.join(' '), isComplete, filesSeen };
  // What was left out may be the case that is looked for: then nobody says that there is none.
  const message = isComplete ? nothingFound(roots, filesSeen) : omissions.join(' ');
  return { cases, message, isComplete, filesSeen };
}

/** The children of a node of that tree that were not sent with it. */
export async function treeChildrenAnswer(
  features: EditorFeatures,
  snapshot: Snapshot,
  id: string,
  notes: NotesStore,
  clock: number,
): Promise<readonly TreeNode[]> {
  const page = pageOf(id);
  if (page?.parent === rootId) {
    const all = await Promise.all(snapshot.cases.map((known) => caseNode(features, known, notes, clock)));
    return fittedNodes(capped(rootId, all, page), mostOfTree);
  }
  // The id of a case is the start of the ids below it, and may be that of another case, too.
  for (const known of snapshot.cases.filter((each) => id.startsWith(each.id))) {
    const found = features.treeChildren(await treeParams(known, notes, clock), id);
    if (found.length > 0) return fittedNodes(found, mostOfTree);
  }
  return [];
}

/** Stands for the top of the tree in the ids of further cases. */
const rootId = 'cases';

/** Characters of one answer. The message is as long in bytes where its text is ASCII; the protocol's goal is 0.5 MB. */
const mostOfTree = 300_000;

async function caseNode(
  features: EditorFeatures,
  known: KnownCase,
  notes: NotesStore,
  clock: number,
): Promise<TreeNode> {
  return features.tree(await treeParams(known, notes, clock));
}

async function treeParams(known: KnownCase, notes: NotesStore, clock: number) {
  const { id, analysis, documents } = known;
  return { id, analysis, documents, notes: (await notes.of(known)).notes, clock };
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
): JumpTargetsResult {
  const known = caseAtHand(snapshot, uri);
  const all = (known === null ? snapshot.cases : [known]).flatMap(
    ({ analysis, documents }) => features.jumpTarget(analysis, documents) ?? [],
  );
  const targets = withinBudget(all, mostOfAnAnswer);
  return { targets, left: all.length - targets.length };
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

function nothingFound(roots: readonly string[], filesSeen: number): string {
  if (roots.length === 0)
    return 'Open a folder with the logs of a device to see how far its enrollment came.';
  const names = roots.map(baseName).join(', ');
  if (filesSeen === 0) return `There is no file in ${names}.`;
  const files = filesSeen === 1 ? 'the only file' : `the ${filesSeen.toLocaleString('en')} files`;
  return `No artefact was found in ${files} of ${names}.`;
}
