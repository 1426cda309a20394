import type { KnownCase, KnownFile, Snapshot } from './knownCase.ts';
import { pathBelow, uriKey } from './uris.ts';

/** Makes the cases findable by the uris of their files and folders. */
export function createSnapshot(
  cases: readonly KnownCase[],
  omissions: readonly string[],
  filesSeen = 0,
): Snapshot {
  const byFile = new Map<string, { known: KnownCase; file: KnownFile }>();
  for (const known of cases) {
    for (const file of known.files) byFile.set(uriKey(file.uri), { known, file });
  }
  const fileOf: Snapshot['fileOf'] = (uri) => byFile.get(uriKey(uri)) ?? null;
  return {
    cases,
    omissions,
    filesSeen,
    fileOf,
    caseOf: (uri) => fileOf(uri)?.known ?? cases.find(({ id }) => pathBelow(id, uri) !== null) ?? null,
  };
}

/** Whether two snapshots lead to the same answers: the same judgements of the same cases. */
export function showsTheSame(left: Snapshot, right: Snapshot): boolean {
  return (
    left.cases.length === right.cases.length &&
    left.cases.every(({ id, analysis }, index) => {
      const other = right.cases[index];
      return other?.id === id && other.analysis === analysis;
    }) &&
    (left.cases.length > 0 || left.filesSeen === right.filesSeen) &&
    left.omissions.join('\n') === right.omissions.join('\n')
  );
}
