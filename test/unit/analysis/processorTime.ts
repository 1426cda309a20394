/** Milliseconds of processor time that the best of several runs took: other work on the machine does not count. */
export function processorTime(run: () => unknown, runs = 4): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
