/**
 * Polls until `probe` gives something truthy, and returns that. The editor has no event for most of what a test
 * waits for; a deadline keeps a failing test short and its message says what did not come.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  deadline = 15_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + deadline;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (performance.now() > end) throw new Error(`Not within ${deadline / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
