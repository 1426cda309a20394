import type { Problem } from './artefact.ts';
import { mostProblems } from './problemList.ts';

/** Problems of which a file gets one entry, at the first record that has them. */
const toldOnce = ['unreadable-time', 'impossible-bias'];

/**
 * The problems of a log that is put together from stretches. `gone` are those of a stretch that `middle` replaces. Null where they cannot be told from these: when there are too many to list, or when
 * the record went at which one was told for the whole file.
 */
export function joinProblems(
  left: readonly Problem[],
  gone: readonly Problem[],
  middle: readonly Problem[],
  right: readonly Problem[],
): readonly Problem[] | null {
  const has = (list: readonly Problem[], id: string): boolean => list.some((problem) => problem.id === id);
  const isLost = (id: string): boolean => has(gone, id) && !has(left, id) && !has(middle, id);
  if (toldOnce.some(isLost)) return null;
  const isFirst = (id: string, before: readonly Problem[]): boolean =>
    !toldOnce.includes(id) || !has(before, id);
  const all = [
    ...left,
    ...middle.filter(({ id }) => isFirst(id, left)),
    ...right.filter(({ id }) => isFirst(id, [...left, ...middle])),
  ];
  return all.length > mostProblems || has([...left, ...gone, ...all], 'more-problems') ? null : all;
}
