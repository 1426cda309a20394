import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ShownNote } from '../../../server/src/protocol.ts';
import { NoteComment, remarkOf } from './noteComment.ts';
import type { Notes } from './notes.ts';

/** Shows the notes as threads at their lines, through the comments of VS Code. */
export class NoteThreads implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #notes: Notes;
  readonly #controller: vscode.CommentController;
  readonly #listener: vscode.Disposable;
  readonly #threads = new Map<string, vscode.CommentThread>();
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

  /** The threads that are shown, by note. */
  get threads(): ReadonlyMap<string, vscode.CommentThread> {
    return this.#threads;
  }

  /** The note behind a thread; undefined for one that was just opened. */
  noteOf(thread: vscode.CommentThread): ShownNote | undefined {
    const id = [...this.#threads].find(([, other]) => other === thread)?.[0];
    return id === undefined ? undefined : this.noteWithId(id);
  }

  noteWithId(id: string): ShownNote | undefined {
    return this.#notes.cases.flatMap(({ notes }) => notes).find((note) => note.id === id);
  }

  /** Takes a thread that the user opened as that of a note, so that it stays open when the note is shown. */
  adopt(id: string, thread: vscode.CommentThread): void {
    this.#threads.set(id, thread);
  }

  /** Shows a comment anew, as after its mode changed: VS Code only looks at the list as a whole. */
  update(comment: NoteComment): void {
    const thread = this.#threads.get(comment.noteId);
    if (thread !== undefined) thread.comments = [...thread.comments];
  }

  /** Unfolds the thread of a note and folds the others, so that one thing is read at a time. */
  unfold(id: string): void {
    for (const [other, thread] of this.#threads) {
      thread.collapsibleState =
        other === id
          ? vscode.CommentThreadCollapsibleState.Expanded
          : vscode.CommentThreadCollapsibleState.Collapsed;
    }
  }

  dispose(): void {
    this.#listener.dispose();
    for (const thread of this.#threads.values()) thread.dispose();
    this.#controller.dispose();
  }

  #show(): void {
    const notes = this.#notes.cases.flatMap((each) => each.notes);
    const located = new Map(notes.filter(({ location }) => location !== null).map((note) => [note.id, note]));
    for (const [id, thread] of this.#threads) {
      if (located.has(id)) continue;
      thread.dispose();
      this.#threads.delete(id);
    }
    for (const note of located.values()) this.#showNote(note);
    const documents = this.#notes.cases.flatMap((each) => each.documents).join('\n');
    if (documents === this.#documents) return;
    this.#documents = documents;
    // VS Code asks again where notes can be made only when it gets a new provider.
    this.#offerLines();
  }

  #showNote(note: ShownNote): void {
    if (note.location === null) return;
    const uri = this.#client.protocol2CodeConverter.asUri(note.location.uri);
    const range = lineOf(this.#client.protocol2CodeConverter.asRange(note.location.range));
    const thread = this.#threadFor(note, uri, range);
    const isEdited = thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing);
    // What somebody is typing is not taken away from under the cursor; it is shown anew when they are done.
    if (!isEdited) thread.comments = commentsOf(note);
    thread.label = note.label;
    thread.canReply = true;
    thread.contextValue = `${note.state} ${note.pinned ? 'pinned' : 'loose'} mark:${note.mark ?? 'none'}`;
    thread.state =
      note.state === 'resolved' ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
  }

  #threadFor(note: ShownNote, uri: vscode.Uri, range: vscode.Range): vscode.CommentThread {
    const known = this.#threads.get(note.id);
    if (known?.uri.toString() === uri.toString()) {
      if (known.range?.isEqual(range) !== true) known.range = range;
      return known;
    }
    known?.dispose();
    // One that begins without comments opens its editor and takes the focus.
    const thread = this.#controller.createCommentThread(uri, range, commentsOf(note));
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    this.#threads.set(note.id, thread);
    return thread;
  }

  #offerLines(): void {
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: (document) =>
        this.#notes.caseOf(document.uri) === undefined
          ? []
          : [new vscode.Range(0, 0, Math.max(0, document.lineCount - 1), 0)],
    };
  }
}

/** A record is longer than the window is wide; the thread belongs to the line. */
function lineOf({ start }: vscode.Range): vscode.Range {
  return new vscode.Range(start.line, 0, start.line, 0);
}

function commentsOf(note: ShownNote): readonly vscode.Comment[] {
  const comments = note.comments.map((comment) => new NoteComment(note, comment));
  const remarks = note.remarks.map(remarkOf);
  // A thread without any comment would look like one that is being written.
  return comments.length + remarks.length === 0 ? [remarkOf(note.label)] : [...comments, ...remarks];
}
