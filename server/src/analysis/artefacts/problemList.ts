import type { Problem } from './artefact.ts';

/** Problems that are listed one by one. */
export const mostProblems = 1000;

/** Is told of what could not be read, see `Problem`. */
export interface ProblemSink {
  add(id: string, start: number, end: number, message: string): void;
}

/** Collects what a parser could not read. A file that is junk throughout gets a last entry for the rest of it. */
export class ProblemList implements ProblemSink {
  readonly #problems: Problem[] = [];
  #surplus = 0;
  #surplusStart = 0;
  #surplusEnd = 0;

  add(id: string, start: number, end: number, message: string): void {
    if (this.#problems.length < mostProblems) {
      this.#problems.push({ id, start, end, message });
      return;
    }
    if (this.#surplus++ === 0) this.#surplusStart = start;
    this.#surplusEnd = Math.max(this.#surplusEnd, end);
  }

  finish(): readonly Problem[] {
    if (this.#surplus === 0) return this.#problems;
    return [
      ...this.#problems,
      {
        id: 'more-problems',
        start: this.#surplusStart,
        end: this.#surplusEnd,
        message: `${this.#surplus} more problems are not listed one by one.`,
      },
    ];
  }
}
