import type { Connection } from 'vscode-languageserver';
import { treeChangedNotification } from '../protocol.ts';
import type { InBackground } from './background.ts';
import type { CaseStore } from './caseStore.ts';
import type { ChangedExcerpts } from './changedExcerpts.ts';
import { debounced } from './debounce.ts';
import type { Debounced } from './debounce.ts';
import type { DiagnosticsPublisher } from './diagnosticsPublisher.ts';
import type { ExcerptDiagnostics } from './excerptDiagnostics.ts';
import type { Snapshot } from './knownCase.ts';
import type { NotesStore } from './notesStore.ts';
import type { Timers } from './runtime.ts';
import { showsTheSame } from './snapshot.ts';

export interface ClientUpdatesParams {
  readonly connection: Pick<Connection, 'sendNotification'>;
  readonly timers: Timers;
  readonly inBackground: InBackground;
  readonly store: Pick<CaseStore, 'current'>;
  readonly notes: Pick<NotesStore, 'byCase'>;
  readonly publisher: Pick<DiagnosticsPublisher, 'publish'>;
  readonly excerpts: Pick<ExcerptDiagnostics, 'publish'>;
  readonly changedExcerpts: Pick<ChangedExcerpts, 'tell'>;
}

/** How long to wait for the next key stroke or file before looking again. */
const restMilliseconds = 250;

/** Tells the client what changed: the diagnostics of all files, excerpts of another file, and that the tree is another one. */
export class ClientUpdates {
  readonly #params: ClientUpdatesParams;
  readonly #update: Debounced;
  #running = false;
  #isWanted = false;
  #published: Snapshot | null = null;
  /** What the client has seen or was told to ask for. */
  #told: Snapshot | null = null;

  constructor(params: ClientUpdatesParams) {
    this.#params = params;
    this.#update = debounced(params.timers, restMilliseconds, () =>
      params.inBackground('following a change', () => this.#runAll()),
    );
  }

  /** Something changed, or may have; more of it may follow. */
  soon(): void {
    this.#update.soon();
  }

  /** Somebody waits for it: a document was opened. */
  now(): void {
    this.#update.now();
  }

  /** The cases were looked at; what is not published of them yet soon is. */
  wereRead(snapshot: Snapshot): void {
    if (snapshot !== this.#published) this.soon();
  }

  /** The client got the tree of these cases; null when the tree that it has holds no more. */
  showsTreeOf(snapshot: Snapshot | null): void {
    this.#told = snapshot;
  }

  /** One run after the other: one that began earlier and waits longer would overwrite newer findings with its own. */
  async #runAll(): Promise<void> {
    this.#isWanted = true;
    if (this.#running) return;
    this.#running = true;
    try {
      while (this.#takeWanted()) await this.#run();
    } finally {
      this.#running = false;
    }
  }

  #takeWanted(): boolean {
    const isWanted = this.#isWanted;
    this.#isWanted = false;
    return isWanted;
  }

  async #run(): Promise<void> {
    const { connection, inBackground, store, notes, publisher, excerpts, changedExcerpts } = this.#params;
    const snapshot = await store.current();
    this.#published = snapshot;
    // By itself: a file that was just rotated away may not be there to be read.
    inBackground('telling of changed excerpts', () => changedExcerpts.tell(snapshot));
    const byCase = await notes.byCase(snapshot);
    await publisher.publish(snapshot, byCase, await excerpts.publish(snapshot, byCase));
    if (this.#told !== null && showsTheSame(this.#told, snapshot)) return;
    this.#told = snapshot;
    await connection.sendNotification(treeChangedNotification, null);
  }
}
