import { availableParallelism, loadavg, platform } from 'node:os';

/** What the figures of a run depend on besides the product. */
export interface Machine {
  readonly processors: number;
  /** Processes that wanted to run in the minute before; null where the system does not tell. */
  readonly loadAverage: number | null;
  readonly node: string;
}

export function thisMachine(): Machine {
  return {
    processors: availableParallelism(),
    loadAverage: platform() === 'win32' ? null : (loadavg()[0] ?? null),
    node: process.version,
  };
}
