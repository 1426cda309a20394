import type { KeyFilter } from '../artefacts/keySelection.ts';
import { isHole, keyPathSegments, longRootOf, matchSegment } from '../artefacts/registryPath.ts';

/** One segment of all patterns that begin alike. */
interface Level {
  /** By folded name. */
  readonly named: Map<string, Level>;
  /** `*` and `{guid}`. */
  readonly holes: Map<string, Level>;
  /** A pattern ends here. */
  isEnd: boolean;
  /** A pattern goes on with `**`. */
  hasRest: boolean;
}

/**
 * Prepares the question which keys fit any of some patterns (see `matchKey`); 32-bit copies fit none. The answer for
 * a key below which nothing fits spares the question for the thousands of keys there.
 */
export function createKeyFilter(patterns: readonly string[]): KeyFilter {
  const root = newLevel();
  for (const pattern of patterns) addPattern(root, pattern.split('\\'));
  return (path) => {
    const segments = keyPathSegments(path);
    let levels: readonly Level[] = [root];
    let hasRest = false;
    for (const [i, segment] of segments.entries()) {
      hasRest ||= levels.some((level) => level.hasRest);
      const isCopy = segment.toUpperCase() === 'WOW6432NODE';
      levels = isCopy ? [] : levels.flatMap((level) => below(level, segment));
      if (isCopy || (levels.length === 0 && !hasRest)) return lengthOf(path, segments, i);
    }
    return hasRest || levels.some((level) => level.isEnd) ? -1 : 0;
  };
}

function newLevel(): Level {
  return { named: new Map(), holes: new Map(), isEnd: false, hasRest: false };
}

function addPattern(root: Level, segments: readonly string[]): void {
  let level = root;
  for (const [i, segment] of segments.entries()) {
    if (segment === '**' && i === segments.length - 1) {
      level.hasRest = true;
      return;
    }
    const children = isHole(segment) ? level.holes : level.named;
    const name = isHole(segment) ? segment : segment.toUpperCase();
    const next = children.get(name) ?? newLevel();
    children.set(name, next);
    level = next;
  }
  level.isEnd = true;
}

function below(level: Level, segment: string): readonly Level[] {
  const named = level.named.get(segment.toUpperCase());
  const holes = [...level.holes].filter(([hole]) => matchSegment(hole, segment)).map(([, next]) => next);
  return named === undefined ? holes : [named, ...holes];
}

/** Length of the path up to and with a segment, where the segments are those of the path as it is written; else 0. */
function lengthOf(path: string, segments: readonly string[], last: number): number {
  const written = path.split('\\', segments.length + 1);
  if (written.length !== segments.length || longRootOf(written[0] ?? '') === null) return 0;
  return written.slice(0, last + 1).join('\\').length;
}
