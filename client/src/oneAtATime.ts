/**
 * Does a piece of work never twice at a time. Who asks while it runs gets the answer of one further run, which all
 * that ask meanwhile share: the run that goes on may have begun before what they ask about happened. The run is
 * not broken off for it, or else work that is slower than its occasions would never end.
 */
export class OneAtATime<Answer> {
  readonly #work: () => Promise<Answer>;
  #running: Promise<Answer> | undefined;
  #next: Promise<Answer> | undefined;

  constructor(work: () => Promise<Answer>) {
    this.#work = work;
  }

  run(): Promise<Answer> {
    if (this.#running === undefined) return this.#start();
    const startNext = (): Promise<Answer> => {
      this.#next = undefined;
      return this.#start();
    };
    this.#next ??= this.#running.then(startNext, startNext);
    return this.#next;
  }

  #start(): Promise<Answer> {
    const running = this.#work();
    this.#running = running;
    const forget = (): void => {
      if (this.#running === running) this.#running = undefined;
    };
    // Registered before anyone awaits the answer, so the next run finds the place free.
    running.then(forget, forget);
    return running;
  }
}
