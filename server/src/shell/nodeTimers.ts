import type { Timers } from './runtime.ts';

/** The timers of Node. */
export const nodeTimers: Timers = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
