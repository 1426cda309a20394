/** Where work can be left off for a moment: null while it has not lasted long, else settles when it may go on. */
export type Pause = () => Promise<void> | null;

/** How long somebody who hovers may wait for work that nobody watches, milliseconds. */
const longestTurn = 8;

/**
 * Divides long work into turns, between which questions are answered. `now` tells milliseconds of any clock that
 * only goes on, and `nextTurn` settles when what came in meanwhile was handled.
 */
export function createPause(now: () => number, nextTurn: () => Promise<void>): Pause {
  let began = now();
  return () => {
    if (now() - began < longestTurn) return null;
    return nextTurn().then(() => {
      began = now();
    });
  };
}
