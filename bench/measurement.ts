/** What one run of a case says. */
export interface Measurement {
  /** The time that counts. */
  readonly milliseconds: number;
  /** Other figures, by name; their units stand in the name. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** Runs something once and measures it. */
export function timed(work: () => unknown): number {
  const started = performance.now();
  kept = work();
  return performance.now() - started;
}

/** The same with the processor time of all threads, which tells more where the machine has other things to do. */
export function measured(work: () => unknown): Measurement {
  const before = process.cpuUsage();
  const milliseconds = timed(work);
  const { user, system } = process.cpuUsage(before);
  return { milliseconds, figures: { 'cpu ms': (user + system) / 1000 } };
}

/** Keeps the last result, so that no engine finds the work to be without effect. */
export let kept: unknown = null;

/** The middle of an odd number of values, or the upper of the two middle ones. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that `share` of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
