import type { CancelTimer, Timers } from './runtime.ts';

/** A call that can wait. */
export interface Debounced {
  /** Calls when nobody has asked for it for a while. */
  soon(): void;
  /** Calls now, also for those who wait. */
  now(): void;
}

/** A call that waits until nobody has asked for it for a while. */
export function debounced(timers: Timers, milliseconds: number, call: () => void): Debounced {
  let cancel: CancelTimer | null = null;
  return {
    soon() {
      cancel?.();
      cancel = timers.after(milliseconds, () => {
        cancel = null;
        call();
      });
    },
    now() {
      cancel?.();
      cancel = null;
      call();
    },
  };
}
