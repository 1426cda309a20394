/** The bytes of a file, read where they are needed. The shell that knows files provides it. */
export interface ByteSource {
  /** Length in bytes. What is written behind it later is not read. */
  readonly size: number;
  /**
   * Fills `target` with what stands from `position` on and answers how many bytes that are; fewer than asked for at
   * the end. May throw where the file cannot be read any more.
   */
  read(target: Uint8Array, position: number): number;
}

/** A source over bytes that are in memory. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}

/** Reads a stretch into memory, as one; shorter where the file ends. */
export function readStretch(source: ByteSource, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, Math.min(to, source.size) - from));
  let length = 0;
  while (length < bytes.length) {
    const read = source.read(bytes.subarray(length), from + length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
