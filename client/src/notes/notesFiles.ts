import * as vscode from 'vscode';
import type { EditNotesResult, NotesPlace } from '../../../server/src/protocol.ts';

/** A notes file as it stands on disk. */
export interface NotesFileOnDisk {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** How the name of every notes file ends. */
export const notesFileEnding = '.comgmt.json';

const memoryKey = 'notesFiles';
/** More is no file of notes, and would only make the editor slow. */
const largestFile = 10 * 1024 * 1024;
/** How often a change is tried again because somebody else wrote meanwhile. */
const mostTries = 5;

/**
 * The notes files on disk, or wherever the folder comes from. Only this reads and writes them. Nothing is written
 * but on the user's action, and never over what could not be read: that is kept aside.
 */
export class NotesFiles {
  readonly #memory: vscode.Memento;
  #last: Promise<unknown> = Promise.resolve();

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /**
   * The notes files of a case: the one that the user chose, then those in its folders, in the order of names. Not
   * read while this writes one, as a file that is half written would look like one whose notes are gone.
   */
  read(place: NotesPlace): Promise<readonly NotesFileOnDisk[]> {
    return this.#inTurn(() => this.#readNow(place));
  }

  /** Where the first note of a case goes; undefined where the user has to say, as the case has no folder. */
  home(place: NotesPlace, existing: readonly NotesFileOnDisk[]): vscode.Uri | undefined {
    const named = existing.find(({ uri }) => uri.path.endsWith(`/${place.fileName}`));
    const known = this.#chosen(place.caseId) ?? named?.uri ?? existing[0]?.uri;
    const [folder] = place.folders;
    if (known !== undefined) return known;
    return folder === undefined
      ? undefined
      : vscode.Uri.joinPath(vscode.Uri.parse(folder, true), place.fileName);
  }

  /** Remembers where the user wants the notes of a case. */
  async choose(caseId: string, uri: vscode.Uri): Promise<void> {
    const all = this.#memory.get<Readonly<Record<string, string>>>(memoryKey, {});
    await this.#memory.update(memoryKey, { ...all, [caseId]: uri.toString() });
  }

  /**
   * Changes a file: reads it anew, lets `edit` make the new text, and writes that unless somebody wrote meanwhile;
   * then it starts over. One change at a time. Answers where the damaged file was kept, if there was one.
   */
  change(
    uri: vscode.Uri,
    edit: (text: string | null) => Promise<EditNotesResult>,
  ): Promise<vscode.Uri | null> {
    return this.#inTurn(() => changeNow(uri, edit));
  }

  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(work);
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #readNow(place: NotesPlace): Promise<readonly NotesFileOnDisk[]> {
    const chosen = this.#chosen(place.caseId);
    const beside = await Promise.all(place.folders.map((folder) => namesIn(vscode.Uri.parse(folder, true))));
    const uris = [...(chosen === undefined ? [] : [chosen]), ...beside.flat()];
    const unique = [...new Map(uris.map((uri) => [uri.toString(), uri])).values()];
    const files = await Promise.all(unique.map((uri) => readOrSkip(uri)));
    return files.filter((file) => file !== null);
  }

  #chosen(caseId: string): vscode.Uri | undefined {
    const chosen = this.#memory.get<Readonly<Record<string, string>>>(memoryKey, {})[caseId];
    return chosen === undefined ? undefined : vscode.Uri.parse(chosen, true);
  }
}

async function changeNow(
  uri: vscode.Uri,
  edit: (text: string | null) => Promise<EditNotesResult>,
): Promise<vscode.Uri | null> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await readText(uri);
    const { text, refusal, problems } = await edit(before);
    if (text === null) throw new Error(refusal ?? vscode.l10n.t('Nothing was changed.'));
    if ((await readText(uri)) !== before) continue;
    const aside = problems.length > 0 && before !== null ? await keepAside(uri) : null;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return aside;
  }
  throw new Error(vscode.l10n.t('Somebody else keeps writing to {0}. Try again in a moment.', nameOf(uri)));
}

/** A copy of a damaged file beside it, under a name that is not read as notes. */
async function keepAside(uri: vscode.Uri): Promise<vscode.Uri> {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const name = nameOf(uri).slice(0, -'.json'.length);
  const aside = vscode.Uri.joinPath(uri, '..', `${name}.damaged-${stamp}.json`);
  // The bytes themselves: text may have lost something already.
  await vscode.workspace.fs.copy(uri, aside, { overwrite: false });
  return aside;
}

async function namesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(
        ([name, type]) => (type & vscode.FileType.File) !== 0 && name.toLowerCase().endsWith(notesFileEnding),
      )
      .map(([name]) => name)
      .sort()
      .map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    // A folder that cannot be listed holds no notes that one could read.
    return [];
  }
}

/** Null for a file that is gone or cannot be read: the others still count. */
async function readOrSkip(uri: vscode.Uri): Promise<NotesFileOnDisk | null> {
  try {
    const text = await readText(uri);
    return text === null ? null : { uri, text };
  } catch {
    return null;
  }
}

/** Null where there is no such file. One that is there and cannot be read must not be taken for none. */
async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile)
      throw new Error(vscode.l10n.t('{0} is too large for a file of notes.', nameOf(uri)));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
