import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { InBackground } from './background.ts';
import type { ReadingProgress } from './caseStore.ts';
import type { CancelTimer, Timers } from './runtime.ts';

/** A reading that is over sooner shows nothing. */
const patience = 500;

/** Shows how far a reading is, once it takes long, and lets the user stop it. */
export class ReadingProgressReporter {
  readonly #connection: Pick<Connection, 'window'>;
  readonly #timers: Timers;
  readonly #inBackground: InBackground;
  readonly #onStop: () => void;
  #running: Running | null = null;

  constructor(
    connection: Pick<Connection, 'window'>,
    timers: Timers,
    inBackground: InBackground,
    onStop: () => void,
  ) {
    this.#connection = connection;
    this.#timers = timers;
    this.#inBackground = inBackground;
    this.#onStop = onStop;
  }

  /** How far the reading is; null when it is over. Never throws: a reading does not fail because nobody sees it. */
  report(progress: ReadingProgress | null): void {
    this.#inBackground('showing progress', () => (progress === null ? this.#end() : this.#show(progress)));
  }

  #show(progress: ReadingProgress): void {
    this.#running ??= this.#start();
    this.#running.latest = progress;
    show(this.#running);
  }

  #end(): void {
    const running = this.#running;
    this.#running = null;
    running?.cancelTimer();
    running?.reporter?.done();
  }

  #start(): Running {
    const running: Running = {
      cancelTimer: this.#timers.after(patience, () =>
        this.#inBackground('showing progress', () => this.#open(running)),
      ),
      reporter: null,
      latest: { read: 0, total: 0 },
      percentage: 0,
    };
    return running;
  }

  async #open(running: Running): Promise<void> {
    const reporter = await this.#connection.window.createWorkDoneProgress().catch(() => null);
    // Meanwhile the reading may be over; then there is nothing to show any more.
    if (reporter === null || this.#running !== running) return;
    running.reporter = reporter;
    reporter.token.onCancellationRequested(this.#onStop);
    reporter.begin('Reading enrollment artefacts', 0, undefined, true);
    show(running);
  }
}

interface Running {
  readonly cancelTimer: CancelTimer;
  reporter: WorkDoneProgressServerReporter | null;
  latest: ReadingProgress;
  percentage: number;
}

/** A message per file would be thousands; one per percent is enough. */
function show(running: Running): void {
  const { reporter, latest } = running;
  if (reporter === null || latest.total === 0) return;
  const percentage = Math.floor((100 * latest.read) / latest.total);
  if (percentage === running.percentage) return;
  running.percentage = percentage;
  reporter.report(percentage, `${latest.read} of ${latest.total} files`);
}
