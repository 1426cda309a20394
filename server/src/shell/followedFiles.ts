import type { Analyser, Reading } from '../analysis/index.ts';
import { FollowedFile } from './followedFile.ts';
import type { CancelTimer, FileStat, FileSystem, Timers } from './runtime.ts';
import { uriKey } from './uris.ts';

export interface FollowedFilesParams {
  readonly files: FileSystem;
  readonly timers: Timers;
  readonly analyser: Analyser;
  /** The reading by which a file is known; null where it is no CCM log, or is open in an editor. */
  readonly known: (uri: string) => Pick<Reading, 'path' | 'condensed'> | null;
  readonly onGrown: (uri: string, reading: Reading, stat: FileStat) => void;
  /** A file that is open in an editor, or that cannot be followed piece by piece, is another one now. */
  readonly onChanged: (uri: string) => void;
  readonly onFailure: (error: unknown) => void;
}

/** How often followed files are looked at. */
const pollMilliseconds = 750;

/**
 * Looks after the files that somebody watches, as no event tells of a file that its writer keeps open (Windows).
 * Nothing runs while there are none.
 */
export class FollowedFiles {
  readonly #params: FollowedFilesParams;
  readonly #uris = new Map<string, string>();
  readonly #tails = new Map<string, FollowedFile>();
  readonly #stats = new Map<string, FileStat>();
  #cancel: CancelTimer | null = null;
  #looking: Promise<void> | null = null;

  constructor(params: FollowedFilesParams) {
    this.#params = params;
  }

  /** Sets the files to look after. */
  set(uris: readonly string[]): void {
    this.#uris.clear();
    for (const uri of uris) this.#uris.set(uriKey(uri), uri);
    for (const [key, tail] of this.#tails) {
      if (this.#uris.has(key)) continue;
      this.#tails.delete(key);
      tail.close().catch(this.#params.onFailure);
    }
    for (const key of this.#stats.keys()) if (!this.#uris.has(key)) this.#stats.delete(key);
    if (this.#uris.size > 0) this.look().catch(this.#params.onFailure);
    this.#schedule();
  }

  /** Whether growth of this file is noticed here. */
  follows(uri: string): boolean {
    return this.#tails.has(uriKey(uri));
  }

  /** Looks at all of them now. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAtAll().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  #schedule(): void {
    if (this.#uris.size === 0) {
      this.#cancel?.();
      this.#cancel = null;
      return;
    }
    this.#cancel ??= this.#params.timers.after(pollMilliseconds, () => {
      this.#cancel = null;
      this.look()
        .catch(this.#params.onFailure)
        .finally(() => this.#schedule());
    });
  }

  async #lookAtAll(): Promise<void> {
    for (const [key, uri] of [...this.#uris]) {
      try {
        await this.#lookAt(key, uri);
      } catch (error) {
        // Locked for a moment, or gone: the next look tells.
        this.#params.onFailure(error);
      }
    }
  }

  async #lookAt(key: string, uri: string): Promise<void> {
    const known = this.#params.known(uri);
    if (known === null) return this.#lookFromOutside(key, uri);
    const tail = await this.#tailOf(key, uri, known);
    const sight = await tail.look();
    switch (sight.kind) {
      case 'same':
        return;
      case 'changed':
        this.#params.onGrown(uri, sight.reading, sight.stat);
        return;
      case 'other':
        return this.#lookFromOutside(key, uri);
    }
  }

  /** What it reads stands in place of what is known, and so leaves out as much as that does and no more. */
  async #tailOf(
    key: string,
    uri: string,
    { path, condensed = false }: Pick<Reading, 'path' | 'condensed'>,
  ): Promise<FollowedFile> {
    const before = this.#tails.get(key);
    if (before?.condensed === condensed) return before;
    const { files, analyser } = this.#params;
    const tail = new FollowedFile(uri, path, files, analyser, condensed);
    this.#tails.set(key, tail);
    await before?.close();
    return tail;
  }

  async #lookFromOutside(key: string, uri: string): Promise<void> {
    const stat = await this.#params.files.stat(uri).catch(() => null);
    const before = this.#stats.get(key);
    if (stat === null) return;
    this.#stats.set(key, stat);
    if (before === undefined || (before.size === stat.size && before.modified === stat.modified)) return;
    this.#params.onChanged(uri);
  }
}
