/** Exit codes of the command line: those that its contract promises, and 1 for what must never happen. */
export const exitCodes = {
  /** The product failed: an identifier was left in something redacted, so nothing of it was written. */
  notRedacted: 1,
  /** Analysed, whatever the verdict. */
  analysed: 0,
  wrongUsage: 2,
  /** A path could not be read; the rest was still analysed and reported. */
  unreadable: 3,
  /** `--fail-on` matched the verdict of a case. */
  failOnMatched: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
