import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyser, AnalysisOptions, EditorFeatures, Reading } from '../analysis/index.ts';
import { CaseJudge } from './caseJudge.ts';
import type { GroupMember, Judged } from './caseJudge.ts';
import type { EditedDocuments } from './editedDocuments.ts';
import { stackOf } from './errors.ts';
import { FileReader } from './fileReader.ts';
import type { ReadFile } from './fileReader.ts';
import { deepestFolder, findCandidates } from './findCandidates.ts';
import type { Snapshot } from './knownCase.ts';
import { OpenReadings } from './openReadings.ts';
import type { Pause } from './pause.ts';
import type { ReadPool } from './readPool.ts';
import type { FileStat, FileSystem } from './runtime.ts';
import { createSnapshot } from './snapshot.ts';
import { failedReading } from './unreadReading.ts';
import { baseName, parentUri, pathBelow, uriKey } from './uris.ts';

export interface CaseStoreParams {
  readonly analyser: Analyser;
  readonly features: EditorFeatures;
  readonly files: FileSystem;
  /** Threads for large folders; null where there are none. */
  readonly pool: ReadPool | null;
  readonly isCandidate: (name: string) => boolean;
  /** The documents that editors have open. */
  readonly openDocuments: () => readonly TextDocument[];
  /** What was changed in them. */
  readonly edited: EditedDocuments;
  /** Told how far a reading is, from its start (`0` of an unknown total) to its end (`null`). */
  readonly onProgress: (progress: ReadingProgress | null) => void;
  /** Lets others have their turn. */
  readonly pause: Pause;
  /** Told what went wrong with a file or a case; the others are known all the same. */
  readonly log: (line: string) => void;
}

export interface ReadingProgress {
  readonly read: number;
  readonly total: number;
}

/**
 * All cases below the roots and around open documents. It reads and judges when asked, and only what changed
 * since; nothing runs while nobody asks. What is open in an editor counts instead of the file on disk.
 */
export class CaseStore {
  readonly #params: CaseStoreParams;
  readonly #reader: FileReader;
  readonly #judge: CaseJudge;
  readonly openReadings: OpenReadings;
  readonly #groups = new Map<string, Group>();
  #roots: readonly string[] = [];
  #options: AnalysisOptions = { now: null, bias: null };
  #snapshot = createSnapshot([], []);
  #stale = true;
  #running: Promise<void> | null = null;
  #stopper = new AbortController();

  constructor(params: CaseStoreParams) {
    this.#params = params;
    this.#reader = new FileReader(params.files, params.analyser, params.pool, params.log);
    this.#judge = new CaseJudge(params.analyser, params.features, params.log, params.pause);
    this.openReadings = new OpenReadings(params.analyser, params.edited);
  }

  /** What was known last, without looking whether it is still so. */
  get latest(): Snapshot {
    return this.#snapshot;
  }

  /**
   * What is known at the moment of the question or later; reads and judges what changed. What changes while it does
   * so is left to the next question: where a log grows all the time, nobody would be answered.
   */
  async current(): Promise<Snapshot> {
    // What somebody else's question began may have missed the last change. How it ended is told to who asked it.
    await this.#running?.catch(() => undefined);
    // One that runs now began after this question.
    if (this.#stale && this.#running === null) {
      this.#running = this.#update().finally(() => {
        this.#running = null;
      });
    }
    await this.#running;
    return this.#snapshot;
  }

  /** Sets the folders to cover. The same folders again change nothing. */
  setRoots(roots: readonly string[]): void {
    const sorted = [...roots].sort();
    if (sorted.join('\n') === this.#roots.join('\n')) return;
    this.#roots = sorted;
    // A root may lie in another one, which then leaves it out: what was listed before does not hold.
    this.#groups.clear();
    this.#stale = true;
  }

  setOptions(options: AnalysisOptions): void {
    this.#options = options;
    this.#stale = true;
  }

  /** An open document changed, came or went. */
  documentsChanged(): void {
    this.#stale = true;
  }

  /** Files on disk changed, came or went: their folders are listed again, and what is new is read. */
  filesChanged(uris: readonly string[]): void {
    for (const [key, group] of this.#groups) {
      if (uris.some((uri) => pathBelow(group.folder, uri) !== null)) this.#groups.delete(key);
    }
    this.#stale = true;
  }

  /** A file on disk was read by somebody who follows it. A file that is not known is read with its folder. */
  fileGrew(uri: string, reading: Reading, stat: FileStat): void {
    const key = uriKey(uri);
    for (const [groupKey, group] of this.#groups) {
      const before = group.files.find((file) => uriKey(file.uri) === key);
      if (before === undefined) continue;
      const candidate = { uri: before.uri, path: before.reading.path };
      // Who begins to follow a file reads it first; that alone is no news.
      if (this.#reader.isKnown(candidate, stat)) return;
      const here = reading.path === candidate.path ? reading : { ...reading, path: candidate.path };
      const file = this.#reader.take(candidate, stat, here);
      const files = group.files.map((each) => (each === before ? file : each));
      this.#groups.set(groupKey, { ...group, files });
      this.#stale = true;
      return;
    }
    this.filesChanged([uri]);
  }

  /** Forgets what was read from disk. */
  forgetFiles(): void {
    this.#groups.clear();
    this.#reader.forget();
    this.#stale = true;
  }

  /** Ends a reading that is under way. What was read so far is judged; the rest is read after a refresh. */
  stopReading(): void {
    this.#stopper.abort();
  }

  async #update(): Promise<void> {
    this.#stale = false;
    try {
      await this.#readAndJudge();
    } catch (error) {
      // Or else whoever asks next would be told what was known before, as if it still held.
      this.#stale = true;
      throw error;
    }
  }

  async #readAndJudge(): Promise<void> {
    const wanted = this.#wantedGroups();
    const missing = [...wanted.values()].filter(({ folder }) => !this.#groups.has(uriKey(folder)));
    if (missing.length > 0) await this.#readGroups(missing);
    for (const key of this.#groups.keys()) if (!wanted.has(key)) this.#groups.delete(key);
    const groups = [...wanted.keys()].flatMap((key) => this.#groups.get(key) ?? []);
    this.#reader.keepOnly(new Set(groups.flatMap(({ files }) => files.map(({ uri }) => uriKey(uri)))));
    // A change that came in meanwhile has set `#stale` again; then this judgement is only an intermediate one.
    this.#snapshot = await this.#judged(groups);
  }

  /** The roots, and the folders of documents that lie outside of them. */
  #wantedGroups(): ReadonlyMap<string, Wanted> {
    const wanted = new Map<string, Wanted>();
    for (const folder of this.#roots) wanted.set(uriKey(folder), { folder, depth: deepestFolder });
    for (const { uri } of this.#params.openDocuments()) {
      const folder = this.#homeOf(uri);
      if (folder !== null && !wanted.has(uriKey(folder))) wanted.set(uriKey(folder), { folder, depth: 0 });
    }
    return wanted;
  }

  /** The innermost root that a file lies in, else its own folder; null for a document that lies in none. */
  #homeOf(uri: string): string | null {
    const roots = this.#roots.filter((root) => pathBelow(root, uri) !== null);
    return roots.sort((left, right) => right.length - left.length)[0] ?? parentUri(uri);
  }

  async #readGroups(missing: readonly Wanted[]): Promise<void> {
    this.#stopper = new AbortController();
    const { signal } = this.#stopper;
    this.#params.onProgress({ read: 0, total: 0 });
    try {
      for (const wanted of missing) await this.#readGroup(wanted, signal);
    } finally {
      this.#params.onProgress(null);
    }
  }

  async #readGroup({ folder, depth }: Wanted, signal: AbortSignal): Promise<void> {
    const key = uriKey(folder);
    const { files, isCandidate } = this.#params;
    const except = new Set(this.#roots.map(uriKey).filter((root) => root !== key));
    // Announced before the reading, so that a change during it is not lost: it deletes the announcement.
    const announced: Group = { folder, files: [], omissions: [], seen: 0 };
    this.#groups.set(key, announced);
    const isAnnounced = (): boolean => this.#groups.get(key) === announced;
    try {
      const found = await findCandidates({ folder, files, isCandidate, depth, except, signal });
      let read = 0;
      const all = await this.#reader.readAll(found.files, signal, () => {
        this.#params.onProgress({ read: ++read, total: found.files.length });
      });
      const omissions = signal.aborted ? [...found.omissions, stopped(folder)] : found.omissions;
      if (isAnnounced()) this.#groups.set(key, { folder, files: all, omissions, seen: found.seen });
    } catch (error) {
      // An announcement that stays would say that the folder is empty.
      if (isAnnounced()) this.#groups.delete(key);
      throw error;
    }
  }

  async #judged(groups: readonly Group[]): Promise<Snapshot> {
    const open = this.#params.openDocuments();
    const inFolders: Judged[] = [];
    for (const group of groups) {
      const inside = open.filter(({ uri }) => isSame(this.#homeOf(uri), group.folder));
      inFolders.push(
        await this.#judge.judgeFolder(group.folder, this.#membersOf(group, inside), this.#options),
      );
    }
    const loose: Judged[] = [];
    for (const document of open.filter(({ uri }) => this.#homeOf(uri) === null)) {
      const member = this.#memberOf(document, baseName(document.uri));
      loose.push(await this.#judge.judgeAlone(member, this.#options));
    }
    this.#judge.keepOnlyLatest();
    const judged = [...inFolders, ...loose];
    return createSnapshot(
      judged.flatMap(({ cases }) => cases),
      [...judged, ...groups].flatMap(({ omissions }) => omissions),
      groups.reduce((sum, { seen }) => sum + seen, 0),
    );
  }

  /** The files of a group with the open documents laid over them, in the order of their paths. */
  #membersOf({ folder, files }: Group, open: readonly TextDocument[]): readonly GroupMember[] {
    const members = new Map<string, GroupMember>();
    for (const file of files) {
      const { version } = file.document;
      members.set(uriKey(file.uri), { ...file, path: file.reading.path, version, open: false });
    }
    for (const document of open) {
      const key = uriKey(document.uri);
      const onDisk = members.get(key);
      const path = onDisk?.path ?? pathBelow(folder, document.uri);
      if (path !== null) members.set(key, this.#memberOf(document, path, onDisk?.reading));
    }
    return [...members.values()].sort((left, right) => (left.path < right.path ? -1 : 1));
  }

  #memberOf(document: TextDocument, path: string, onDisk?: Reading): GroupMember {
    const { uri, version } = document;
    const known = { path, uri, document, version, open: true };
    try {
      const reading =
        onDisk === undefined
          ? this.openReadings.of(document)
          : this.openReadings.ofUnlessAs(onDisk, document);
      return { ...known, reading, read: true };
    } catch (error) {
      this.#params.log(`reading ${uri}: ${stackOf(error)}`);
      return { ...known, reading: failedReading(path, 0, error), read: false };
    }
  }
}

interface Wanted {
  readonly folder: string;
  readonly depth: number;
}

interface Group {
  readonly folder: string;
  readonly files: readonly ReadFile[];
  readonly omissions: readonly string[];
  readonly seen: number;
}

function isSame(left: string | null, right: string): boolean {
  return left !== null && uriKey(left) === uriKey(right);
}

function stopped(folder: string): string {
  return `Reading ${baseName(folder)} was stopped. Refresh to read the rest.`;
}
