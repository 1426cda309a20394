/** Exit codes of the command line: those that its contract promises, and 1 for what must never happen. */
export const exitCodes = {
  /** Analysed, whatever the verdict. */
  analysed: 0,
  /** The product failed: an identifier was left in something redacted, so nothing of it was written. */
  notRedacted: 1,
  wrongUsage: 2,
  /** A path could not be read or written; the rest was still analysed and reported. */
  unreadable: 3,
  /** `--fail-on` matched the verdict of a case. */
  failOnMatched: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each exit code says to the user, as `--help` and the README tell it. */
export const exitCodeMeanings: Readonly<Record<ExitCode, string>> = {
  0: 'analysed, whatever the verdict',
  1: 'a fault of this program, such as an identifier left in something redacted, which is then not written',
  2: 'wrong usage',
  3: 'a path could not be read or written; the rest is still analysed and reported',
  4: '`--fail-on` matched a verdict',
};
