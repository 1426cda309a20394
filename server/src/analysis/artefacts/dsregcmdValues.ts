/** Readers for values of `dsregcmd /status` that are more than a word. */

/**
 * Outcome of a test as one word: the tool prints PASS and PASSED, FAIL and FAILED, SUCCESS, SKIPPED, and a
 * sentence where it lacks rights. `OTHER` is anything else.
 */
export type TestOutcome = 'PASS' | 'FAIL' | 'SKIPPED' | 'NOT-ELEVATED' | 'OTHER';

export interface TestResult {
  readonly result: TestOutcome;
  /** Unsigned 32-bit code of the test; null where none is printed. */
  readonly error: number | null;
  /** The code behind the slash: what the test met below. */
  readonly subError: number | null;
}

/** Reads `PASS`, `FAIL [0x801c0021/0x801c000c]`, `FAILED. ERROR:0x…`, `MUST Run elevated to test.` and the like. */
export function readTestResult(value: string): TestResult {
  const codes = /0x([0-9a-f]{1,8})(?:\s*\/\s*0x([0-9a-f]{1,8}))?/i.exec(value.slice(0, longestResult));
  return { result: outcomeOf(value), error: fromHex(codes?.[1]), subError: fromHex(codes?.[2]) };
}

/** A stretch of time, in milliseconds UTC. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** Reads `[ 2025-01-11 21:02:50.000 UTC -- 2035-01-11 21:32:50.000 UTC ]`; null where it is no such range. */
export function readTimeRange(value: string): TimeRange | null {
  const parts = /^\[ {0,3}([^[\]]{19,40}?) {0,3}--? {0,3}([^[\]]{19,40}?) {0,3}\]$/.exec(value.trim());
  const from = readUtcTime(parts?.[1] ?? '');
  const to = readUtcTime(parts?.[2] ?? '');
  return from === null || to === null ? null : { from, to };
}

/** Reads `2025-01-24 19:15:26.000 UTC` as milliseconds UTC; null where it is no such time. */
export function readUtcTime(value: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))? UTC$/.exec(value.trim());
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const millisecond = Number((parts[7] ?? '').padEnd(3, '0'));
  const time = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  // Date.UTC carries a 13th month into the next year; such a time was not printed by the tool.
  const printed = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  return value.trim().startsWith(printed) ? time : null;
}

/** No result that the tool prints is longer; a value may be of any length. */
const longestResult = 200;

function outcomeOf(value: string): TestOutcome {
  const text = value.trim().slice(0, longestResult);
  if (/^(?:pass|passed|success)\b/i.test(text)) return 'PASS';
  if (/^(?:fail|failed|error)\b/i.test(text)) return 'FAIL';
  if (/^skipped\b/i.test(text)) return 'SKIPPED';
  return /^must run elevated\b/i.test(text) ? 'NOT-ELEVATED' : 'OTHER';
}

function fromHex(digits: string | undefined): number | null {
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
