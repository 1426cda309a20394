/** Where progress is told; standard error of the process. */
interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tells which case runs: one line that changes in a terminal, and one line a case elsewhere. */
export class Progress {
  readonly #stream: Stream;
  #shown = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  begin(what: string): void {
    if (this.#stream.isTTY !== true) return;
    this.#stream.write(`\r${what.padEnd(this.#shown)}`);
    this.#shown = what.length;
  }

  /** `seconds` is what the case took, its start and its warm-up included. */
  end(what: string, seconds: number): void {
    if (this.#stream.isTTY !== true) this.#stream.write(`${what}, ${seconds.toFixed(1)} s\n`);
  }

  /** A line of its own, which stays. */
  say(line: string): void {
    this.clear();
    this.#stream.write(`${line}\n`);
  }

  clear(): void {
    if (this.#shown > 0) this.#stream.write(`\r${' '.repeat(this.#shown)}\r`);
    this.#shown = 0;
  }
}
