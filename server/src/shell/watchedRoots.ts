import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Connection, Disposable, InitializeParams } from 'vscode-languageserver';
import type { InBackground } from './background.ts';

/** What a client can do about watching files. */
export interface WatchSupport {
  /** Whether it watches files that the server names. */
  readonly dynamic: boolean;
  /** Whether it watches below a folder that the server names; else only where it likes to. */
  readonly relative: boolean;
}

export function watchSupportOf({ capabilities }: InitializeParams): WatchSupport {
  const watching = capabilities.workspace?.didChangeWatchedFiles;
  return {
    dynamic: watching?.dynamicRegistration === true,
    relative: watching?.relativePatternSupport === true,
  };
}

/** Has the client watch the files below the roots: which of them are of interest is for the server to say. */
export class WatchedRoots {
  readonly #client: Pick<Connection['client'], 'register'>;
  readonly #inBackground: InBackground;
  readonly #pattern: () => string;
  #support: WatchSupport | null = null;
  #wanted = '';
  #watched: string | null = null;
  #registration: Disposable | null = null;
  #isChanging = false;

  /** `pattern` tells the files below a root, with `/`; asked for when there is something to watch. */
  constructor(
    client: Pick<Connection['client'], 'register'>,
    inBackground: InBackground,
    pattern: () => string,
  ) {
    this.#client = client;
    this.#inBackground = inBackground;
    this.#pattern = pattern;
  }

  /** To be called when the client may be asked. What was to be watched before is watched from now on. */
  start(support: WatchSupport): void {
    this.#support = support;
    this.#inBackground('watching files', () => this.#follow());
  }

  /** Watches below these folders, and no longer below others. The same folders again change nothing. */
  watch(roots: readonly string[]): void {
    this.#wanted = [...roots].sort().join('\n');
    this.#inBackground('watching files', () => this.#follow());
  }

  /** One registration at a time, until what is watched is what is wanted. The old one goes when the new one is there. */
  async #follow(): Promise<void> {
    if (this.#support?.dynamic !== true || this.#isChanging) return;
    this.#isChanging = true;
    try {
      while (this.#watched !== this.#wanted) {
        const wanted = this.#wanted;
        const before = this.#registration;
        // Also where it fails: asked again it would fail again, with every question.
        this.#watched = wanted;
        this.#registration = null;
        try {
          this.#registration = await this.#register(wanted === '' ? [] : wanted.split('\n'), this.#support);
        } finally {
          before?.dispose();
        }
      }
    } finally {
      this.#isChanging = false;
    }
  }

  async #register(roots: readonly string[], { relative }: WatchSupport): Promise<Disposable | null> {
    if (roots.length === 0) return null;
    const watchers = relative
      ? roots.map((baseUri) => ({ globPattern: { baseUri, pattern: this.#pattern() } }))
      : [{ globPattern: this.#pattern() }];
    return this.#client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
