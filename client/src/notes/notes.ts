import { homedir, userInfo } from 'node:os';
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { editNotesRequest, notesPlacesRequest, notesRequest } from '../../../server/src/protocol.ts';
import type { NotesFileEdit, NotesOfCase, NotesPlace, ShownNote } from '../../../server/src/protocol.ts';
import { rootsParams } from '../caseQuestion.ts';
import type { CaseRoots } from '../caseRoots.ts';
import { setContextKey } from '../contextKeys.ts';
import { isCancellation } from '../failure.ts';
import { OneAtATime } from '../oneAtATime.ts';
import { NotesFiles, notesFileEnding } from './notesFiles.ts';
import type { NotesFileOnDisk } from './notesFiles.ts';

/** A line that a note is made on. */
export interface NoteLine {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** The notes of all cases as the server places them, and the way to change them. */
export class Notes implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #roots: CaseRoots;
  readonly #log: vscode.LogOutputChannel;
  readonly #files: NotesFiles;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #reading = new OneAtATime(() => this.#read());
  #places: readonly NotesPlace[] = [];
  #onDisk = new Map<string, readonly NotesFileOnDisk[]>();
  #cases: readonly NotesOfCase[] = [];
  /** Problems that the user was told of, so that each is told once. */
  readonly #told = new Set<string>();

  /** Fires after the notes were read, whether or not they changed. */
  readonly onDidRead = this.#changed.event;

  constructor(
    client: LanguageClient,
    roots: CaseRoots,
    log: vscode.LogOutputChannel,
    memory: vscode.Memento,
  ) {
    this.#client = client;
    this.#roots = roots;
    this.#log = log;
    this.#files = new NotesFiles(memory);
  }

  /** As they were read last. */
  get cases(): readonly NotesOfCase[] {
    return this.#cases;
  }

  /** Reads the files again and asks the server where the notes stand. */
  refresh(): Promise<readonly NotesOfCase[]> {
    return this.#reading.run();
  }

  /** The case that a note, or a document, belongs to. */
  caseOf(what: ShownNote | vscode.Uri): NotesOfCase | undefined {
    if (!(what instanceof vscode.Uri))
      return this.#cases.find(({ notes }) => notes.some(({ id }) => id === what.id));
    const uri = what.toString();
    const isMeant = (other: string): boolean =>
      this.#client.protocol2CodeConverter.asUri(other).toString() === uri;
    return this.#cases.find(
      ({ documents, excerpts }) =>
        documents.some(isMeant) || excerpts.some((excerpt) => isMeant(excerpt.uri)),
    );
  }

  /** The case that a document belongs to; looks again where none is known, as its folder may just have been opened. */
  async findCaseOf(document: vscode.Uri): Promise<NotesOfCase | undefined> {
    const known = this.caseOf(document);
    if (known !== undefined) return known;
    await this.refresh();
    return this.caseOf(document);
  }

  /** Changes a note that is there. */
  async edit(note: ShownNote, edit: NotesFileEdit, line?: NoteLine): Promise<void> {
    const own = this.caseOf(note);
    if (own !== undefined) await this.#write(own.caseId, edit, line, vscode.Uri.parse(note.source, true));
  }

  /** Makes a note on a line, or changes the notes of a case as a whole. */
  async editCase(caseId: string, edit: NotesFileEdit, line?: NoteLine): Promise<void> {
    await this.#write(caseId, edit, line, undefined);
  }

  /** Writes the notes of a case, whatever files they are in, into one file, which is its notes file from now on. */
  async moveTo(caseId: string, target: vscode.Uri): Promise<void> {
    for (const { text } of this.#onDisk.get(caseId) ?? []) {
      await this.#change(caseId, target, { kind: 'merge', text }, undefined);
    }
    await this.#files.choose(caseId, target);
    await this.refresh();
  }

  /** The place of a case; asks for none. */
  placeOf(caseId: string): NotesPlace | undefined {
    return this.#places.find((place) => place.caseId === caseId);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #write(
    caseId: string,
    edit: NotesFileEdit,
    line: NoteLine | undefined,
    source: vscode.Uri | undefined,
  ): Promise<void> {
    const place = this.placeOf(caseId);
    if (place === undefined) throw new Error(vscode.l10n.t('The case is not there any more.'));
    const existing = this.#onDisk.get(caseId) ?? [];
    const target = source ?? this.#files.home(place, existing) ?? (await this.#askWhere(place, undefined));
    if (target === undefined) return;
    try {
      await this.#change(caseId, target, edit, line);
    } catch (error) {
      if (!isReadOnly(error, target)) throw error;
      const elsewhere = await this.#askWhere(place, target);
      if (elsewhere === undefined) return;
      const text = existing.find(({ uri }) => uri.toString() === target.toString())?.text;
      // The note itself goes along, as nobody can change it where it is.
      if (text !== undefined) await this.#change(caseId, elsewhere, { kind: 'merge', text }, undefined);
      await this.#change(caseId, elsewhere, edit, line);
    }
    await this.refresh();
  }

  async #change(
    caseId: string,
    target: vscode.Uri,
    edit: NotesFileEdit,
    line: NoteLine | undefined,
  ): Promise<void> {
    const converter = this.#client.code2ProtocolConverter;
    const at =
      line === undefined
        ? null
        : { uri: converter.asUri(line.uri), position: converter.asPosition(line.position) };
    const aside = await this.#files.change(target, (text) =>
      this.#client.sendRequest(editNotesRequest, {
        ...rootsParams(this.#client, this.#roots),
        ...{ caseId, text, edit, at, author: authorName(), time: new Date().toISOString() },
      }),
    );
    if (aside !== null) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The notes file was damaged. What could be read of it was kept, and the damaged file lies beside it as {0}.',
          aside.path.slice(aside.path.lastIndexOf('/') + 1),
        ),
      );
    }
  }

  /** @param readOnly The file that cannot be written; undefined where the case has no folder. */
  async #askWhere(place: NotesPlace, readOnly: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
    if (readOnly !== undefined) {
      const choose = vscode.l10n.t('Save Elsewhere…');
      const answer = await vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The notes cannot be saved beside the logs, as {0} cannot be written.',
          readOnly.fsPath,
        ),
        { modal: true },
        choose,
      );
      if (answer !== choose) return undefined;
    }
    // Beside logs that are read-only the folder is, too.
    const target = await askForNotesFile(
      place.fileName,
      readOnly === undefined ? undefined : vscode.Uri.file(homedir()),
    );
    if (target !== undefined) await this.#files.choose(place.caseId, target);
    return target;
  }

  async #read(): Promise<readonly NotesOfCase[]> {
    try {
      const params = rootsParams(this.#client, this.#roots);
      this.#places = await this.#client.sendRequest(notesPlacesRequest, params);
      const onDisk = await Promise.all(
        this.#places.map(async (place) => [place.caseId, await this.#files.read(place)] as const),
      );
      this.#onDisk = new Map(onDisk);
      const files = onDisk.flatMap(([caseId, found]) =>
        found.map(({ uri, text }) => ({ caseId, text, uri: this.#client.code2ProtocolConverter.asUri(uri) })),
      );
      this.#cases = (await this.#client.sendRequest(notesRequest, { ...params, files })).cases;
      setContextKey(
        'hasNotes',
        this.#cases.some(({ notes }) => notes.length > 0),
      );
      this.#tellProblems();
      this.#changed.fire();
    } catch (error) {
      if (!isCancellation(error))
        this.#log.error('The notes were not read:', error instanceof Error ? error : String(error));
    }
    return this.#cases;
  }

  #tellProblems(): void {
    for (const { uri, message } of this.#cases.flatMap(({ problems }) => problems)) {
      const key = `${uri}\n${message}`;
      if (this.#told.has(key)) continue;
      this.#told.add(key);
      const file = vscode.Uri.parse(uri, true);
      const open = vscode.l10n.t('Open File');
      void vscode.window
        .showWarningMessage(`${vscode.workspace.asRelativePath(file)}: ${message}`, open)
        .then((choice) => (choice === open ? vscode.window.showTextDocument(file) : undefined));
    }
  }
}

/** Asks where notes are to be saved; suggests `folder`, else that of the workspace. */
export async function askForNotesFile(
  fileName: string,
  folder = vscode.workspace.workspaceFolders?.[0]?.uri,
): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the notes of this case'),
    saveLabel: vscode.l10n.t('Save Notes'),
    filters: { [vscode.l10n.t('Notes')]: ['json'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
  });
  // Only under this ending is it read as notes, here and on other machines.
  return chosen?.with({ path: chosen.path.replace(/(?:\.comgmt)?(?:\.json)?$/i, notesFileEnding) });
}

/** The name under which comments are written. */
export function authorName(): string {
  const set = vscode.workspace.getConfiguration('comgmtLens').get<string>('noteAuthor', '').trim();
  if (set !== '') return set;
  try {
    return userInfo().username;
  } catch {
    // Some containers know no name for the account.
    return vscode.l10n.t('Unnamed');
  }
}

function isReadOnly(error: unknown, uri: vscode.Uri): boolean {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  if (!(error instanceof vscode.FileSystemError)) return false;
  // A read-only disk has no code of its own.
  if (/EROFS|read-only/i.test(error.message)) return true;
  return error.code === 'NoPermissions' || error.code === 'Unavailable';
}
