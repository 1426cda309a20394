import type { IdentifierKind } from '../../catalogue/types.ts';
import type { HostContext } from './hosts.ts';
import { findByLabel } from './labelled.ts';
import { findByForm } from './patterns.ts';
import { findByPlace } from './people.ts';
import { findSecrets } from './secrets.ts';
import { SightingList, vagueKinds, type Sighting } from './sighting.ts';
import type { Terms } from './terms.ts';

/** What is looked for in a text. */
export interface Detection extends HostContext {
  /** Identifiers that are known by now: found wherever they stand as words. */
  readonly terms: Terms;
  readonly kindOf: (key: string) => IdentifierKind | null;
}

/**
 * The identifiers of a text in its order, without overlaps: of several at one place the longest. Where one only
 * reaches into another, the rest of the other one is an identifier, too, so that no part of any is left.
 */
export function detect(text: string, detection: Detection): readonly Sighting[] {
  const list = new SightingList(text);
  findByForm(list, detection);
  findByPlace(list, detection);
  findByLabel(list, detection);
  findSecrets(list);
  for (const { start, end, key } of detection.terms.find(text)) {
    list.found.push({ kind: detection.kindOf(key) ?? 'other', start, end, key });
  }
  return untangled(list);
}

function untangled(list: SightingList): readonly Sighting[] {
  const kept = mergedRanges(list.kept);
  // A secret takes everything that seems to stand in it.
  const found = list.found.toSorted(
    (left, right) => left.start - right.start || right.end - left.end || rank(left) - rank(right),
  );
  const result: Sighting[] = [];
  let behind = 0;
  let nextKept = 0;
  for (const sighting of found) {
    if (sighting.end <= behind) continue;
    const clipped = sighting.start < behind ? { ...sighting, start: behind } : sighting;
    while ((kept[nextKept]?.end ?? Infinity) <= clipped.start) nextKept++;
    const keeping = kept[nextKept];
    if (keeping !== undefined && keeping.start <= clipped.start && clipped.end <= keeping.end) continue;
    result.push(clipped);
    behind = clipped.end;
  }
  return result;
}

/** Of two at the same place, the one that says more. */
function rank({ kind }: Sighting): number {
  return vagueKinds.has(kind) ? 1 : 0;
}

function mergedRanges(
  ranges: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly start: number; readonly end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
