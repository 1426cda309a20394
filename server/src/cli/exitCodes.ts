/** Exit codes of the command line, as its contract promises them. */
export const exitCodes = {
  /** Analysed, whatever the verdict. */
  analysed: 0,
  wrongUsage: 2,
  /** A path could not be read; the rest was still analysed and reported. */
  unreadable: 3,
  /** `--fail-on` matched the verdict of a case. */
  failOnMatched: 4,
  /** The scan found an identifier in something that was redacted; that file was not written. */
  notRedacted: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
