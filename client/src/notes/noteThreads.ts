import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { excerptScheme } from '../../../server/src/protocol.ts';
import type { NotesOfCase, ShownNote } from '../../../server/src/protocol.ts';
import { NoteComment, remarkOf } from './noteComment.ts';
import type { Notes } from './notes.ts';

/** A place where a note is shown: its line, or that line in an excerpt. */
interface NotePlace {
  readonly uri: vscode.Uri;
  readonly line: number;
}

/** Shows the notes as threads at their lines, through the comments of VS Code. */
export class NoteThreads implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #notes: Notes;
  readonly #controller: vscode.CommentController;
  readonly #listener: vscode.Disposable;
  /** By note, and for each by document: a line of a large file may be in several excerpts. */
  readonly #threads = new Map<string, Map<string, vscode.CommentThread>>();
  /** The documents that can carry notes, as one text to compare. */
  #documents = '';

  constructor(client: LanguageClient, notes: Notes) {
    this.#client = client;
    this.#notes = notes;
    this.#controller = vscode.comments.createCommentController(
      'comgmtLens',
      vscode.l10n.t('Notes of Co-management Lens'),
    );
    this.#controller.options = {
      prompt: vscode.l10n.t('Write a note or an answer'),
      placeHolder: vscode.l10n.t('What does this line mean here? Markdown; saved beside the logs.'),
    };
    this.#offerLines();
    this.#listener = notes.onDidRead(() => this.#show());
  }

  /** The threads that show a note. */
  of(id: string): readonly vscode.CommentThread[] {
    return [...(this.#threads.get(id)?.values() ?? [])];
  }

  /** The threads of all notes. */
  get all(): readonly vscode.CommentThread[] {
    return [...this.#threads.keys()].flatMap((id) => this.of(id));
  }

  /** The note behind a thread; undefined for one that was just opened. */
  noteOf(thread: vscode.CommentThread): ShownNote | undefined {
    const id = [...this.#threads.keys()].find((one) => this.of(one).includes(thread));
    return id === undefined ? undefined : this.noteWithId(id);
  }

  noteWithId(id: string): ShownNote | undefined {
    return this.#notes.cases.flatMap(({ notes }) => notes).find((note) => note.id === id);
  }

  /** Takes a thread that the user opened as that of a note, so that it stays open when the note is shown. */
  adopt(id: string, thread: vscode.CommentThread): void {
    this.#threads.set(id, new Map([[thread.uri.toString(), thread]]));
  }

  /** Shows a comment anew, as after its mode changed: VS Code only looks at the list as a whole. */
  update(comment: NoteComment): void {
    const thread = this.of(comment.noteId).find(({ comments }) => comments.includes(comment));
    if (thread !== undefined) thread.comments = [...thread.comments];
  }

  /** Unfolds the threads of a note and folds the others, so that one thing is read at a time. */
  unfold(id: string): void {
    for (const other of this.#threads.keys()) {
      for (const thread of this.of(other)) {
        thread.collapsibleState =
          other === id
            ? vscode.CommentThreadCollapsibleState.Expanded
            : vscode.CommentThreadCollapsibleState.Collapsed;
      }
    }
  }

  dispose(): void {
    this.#listener.dispose();
    for (const thread of this.all) thread.dispose();
    this.#controller.dispose();
  }

  #show(): void {
    const places = new Map(this.#notes.cases.flatMap((own) => this.#placesOf(own)));
    for (const [id, threads] of this.#threads) {
      const uris = new Set(places.get(id)?.map(({ uri }) => uri.toString()));
      for (const [uri, thread] of threads) {
        if (uris.has(uri)) continue;
        thread.dispose();
        threads.delete(uri);
      }
      if (threads.size === 0) this.#threads.delete(id);
    }
    for (const note of this.#notes.cases.flatMap(({ notes }) => notes)) {
      for (const place of places.get(note.id) ?? []) this.#showNote(note, place);
    }
    const documents = this.#notes.cases
      .flatMap((own) => [...own.documents, ...own.excerpts.map(({ uri }) => uri)])
      .join('\n');
    if (documents === this.#documents) return;
    this.#documents = documents;
    // VS Code asks again where notes can be made only when it gets a new provider.
    this.#offerLines();
  }

  /** Where the notes of a case are shown. What stands in an excerpt is not shown in the file, which cannot be open. */
  #placesOf({ notes, excerpts }: NotesOfCase): readonly (readonly [string, readonly NotePlace[]])[] {
    const asUri = (uri: string): vscode.Uri => this.#client.protocol2CodeConverter.asUri(uri);
    return notes.map(({ id, location }) => {
      const inExcerpts = excerpts.flatMap((excerpt) =>
        excerpt.notes.filter((note) => note.id === id).map(({ line }) => ({ uri: asUri(excerpt.uri), line })),
      );
      if (inExcerpts.length > 0 || location === null) return [id, inExcerpts];
      return [id, [{ uri: asUri(location.uri), line: location.range.start.line }]];
    });
  }

  #showNote(note: ShownNote, place: NotePlace): void {
    const thread = this.#threadFor(note, place);
    const isEdited = thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
    // What somebody is typing is not taken away from under the cursor; it is shown anew when they are done.
    if (!isEdited) thread.comments = commentsOf(note);
    thread.label = note.label;
    thread.canReply = true;
    thread.contextValue = `${note.state} ${note.pinned ? 'pinned' : 'loose'} mark:${note.mark ?? 'none'}`;
    thread.state =
      note.state === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  }

  #threadFor(note: ShownNote, { uri, line }: NotePlace): vscode.CommentThread {
    const range = new vscode.Range(line, 0, line, 0);
    const threads = this.#threads.get(note.id) ?? new Map<string, vscode.CommentThread>();
    this.#threads.set(note.id, threads);
    const known = threads.get(uri.toString());
    if (known !== undefined) {
      if (known.range?.isEqual(range) !== true) known.range = range;
      return known;
    }
    // One that begins without comments opens its editor and takes the focus.
    const thread = this.#controller.createCommentThread(uri, range, commentsOf(note));
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    threads.set(uri.toString(), thread);
    return thread;
  }

  #offerLines(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: ({ uri, lineCount }) => {
        if (this.#notes.caseOf(uri) === undefined) return [];
        // The first and last line of an excerpt say what it is and are no lines of the file.
        const edge = uri.scheme === excerptScheme ? 1 : 0;
        return [new vscode.Range(edge, 0, Math.max(edge, lineCount - 1 - edge), 0)];
      },
    };
  }
}

function commentsOf(note: ShownNote): readonly vscode.Comment[] {
  const comments = note.comments.map((comment) => new NoteComment(note, comment));
  const remarks = note.remarks.map(remarkOf);
  // A thread without any comment would look like one that is being written.
  return comments.length + remarks.length === 0 ? [remarkOf(note.label)] : [...comments, ...remarks];
}
