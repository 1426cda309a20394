/**
 * The disk did not give a file: it is gone since it was listed, locked by its writer, or not ours to read. Whatever
 * else goes wrong while a file is read is a fault of ours, and is told as that.
 */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Whether an error comes from the operating system. Only those name the call that failed. */
export function isFromDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
