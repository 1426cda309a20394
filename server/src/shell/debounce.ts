import type { CancelTimer, Timers } from './runtime.ts';

/** A call that waits until nobody has asked for it for a while. */
export function debounced(timers: Timers, milliseconds: number, call: () => void): () => void {
  let cancel: CancelTimer | null = null;
  return () => {
    cancel?.();
    cancel = timers.after(milliseconds, () => {
      cancel = null;
      call();
    });
  };
}
