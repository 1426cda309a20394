/** Sizes of generated logs in megabytes at scale 1, each ten times the one before. */
export const growingSizes: readonly number[] = [1, 10, 100, 1000];

/** The same of registry exports. */
export const snapshotSizes: readonly number[] = [1, 10, 100];

/** A size in megabytes, for people: `0.1 MB`, `1,000 MB`. */
export function megabytes(size: number): string {
  return `${size.toLocaleString('en', { maximumSignificantDigits: 3 })} MB`;
}

/** Name of the figure that tells how long a file of a size takes, in megabytes. */
export function timeFigure(size: number): string {
  return `${megabytes(size)}, ms`;
}
