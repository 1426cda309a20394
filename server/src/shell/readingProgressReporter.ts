import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { ReadingProgress } from './caseStore.ts';
import type { CancelTimer, Timers } from './runtime.ts';

/** A reading that is over sooner shows nothing. */
const patience = 500;

/** Shows how far a reading is, once it takes long, and lets the user stop it. */
export class ReadingProgressReporter {
  readonly #connection: Connection;
  readonly #timers: Timers;
  readonly #onStop: () => void;
  #running: Running | null = null;

  constructor(connection: Connection, timers: Timers, onStop: () => void) {
    this.#connection = connection;
    this.#timers = timers;
    this.#onStop = onStop;
  }

  /** How far the reading is; null when it is over. */
  report(progress: ReadingProgress | null): void {
    if (progress === null) {
      this.#running?.cancelTimer();
      this.#running?.reporter?.done();
      this.#running = null;
      return;
    }
    this.#running ??= this.#start();
    this.#running.latest = progress;
    show(this.#running);
  }

  #start(): Running {
    const running: Running = {
      cancelTimer: this.#timers.after(patience, () => void this.#open(running)),
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
