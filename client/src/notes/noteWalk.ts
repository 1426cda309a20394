import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { NotesOfCase, ShownNote } from '../../../server/src/protocol.ts';
import { documentAtHand, onDidChangeDocumentAtHand } from '../documentAtHand.ts';
import { openLocation } from '../openLocation.ts';
import { statusBarText } from '../statusBarText.ts';
import type { Notes } from './notes.ts';
import type { NoteThreads } from './noteThreads.ts';

/** Leads through the notes of the case at hand, in the author's order, and says which one it is. */
export class NoteWalk implements vscode.Disposable {
  readonly #client: LanguageClient;
  readonly #notes: Notes;
  readonly #threads: NoteThreads;
  readonly #item: vscode.StatusBarItem;
  readonly #listener: vscode.Disposable;
  /** The case of the document that was at hand last, as closing it leaves its case for no other. */
  #caseId: string | undefined;
  #at: { readonly id: string; readonly place: string } | null = null;

  constructor(client: LanguageClient, notes: Notes, threads: NoteThreads) {
    this.#client = client;
    this.#notes = notes;
    this.#threads = threads;
    this.#item = vscode.window.createStatusBarItem('comgmtLens.note', vscode.StatusBarAlignment.Left, 8);
    this.#item.name = vscode.l10n.t('Note at Hand');
    this.#item.command = 'comgmtLens.nextNote';
    this.#listener = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (placeOf(textEditor) !== this.#at?.place) this.#item.hide();
      }),
      onDidChangeDocumentAtHand(() => this.#lookAtCase()),
      // An excerpt is known to be of a case only after it was opened.
      notes.onDidRead(() => this.#lookAtCase()),
    );
  }

  /** The note that was gone to last; null before the first. */
  get noteId(): string | null {
    return this.#at?.id ?? null;
  }

  async go(direction: 'next' | 'previous'): Promise<void> {
    const notes = this.#walked()?.notes.filter(({ location }) => location !== null) ?? [];
    const note = neighbour(notes, this.#startingIndex(notes), direction);
    if (note === undefined) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The case at hand has no notes on lines. Add one with the + beside a line.'),
      );
      return;
    }
    await this.goTo(note, notes);
  }

  /** Opens the line of a note and unfolds its thread. */
  async goTo(note: ShownNote, among: readonly ShownNote[] = [note]): Promise<void> {
    if (note.location === null) return;
    this.#caseId = this.#notes.caseOf(note)?.caseId;
    await openLocation(this.#client, note.location);
    this.#threads.unfold(note.id);
    const editor = vscode.window.activeTextEditor;
    this.#at = { id: note.id, place: editor === undefined ? '' : placeOf(editor) };
    const text = vscode.l10n.t('Note {0} of {1}: {2}', among.indexOf(note) + 1, among.length, note.summary);
    this.#item.text = `$(comment) ${statusBarText(text)}`;
    this.#item.tooltip = text;
    // The role makes screen readers read the text out whenever it changes.
    this.#item.accessibilityInformation = { label: `${text}. ${note.label}`, role: 'status' };
    this.#item.show();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  /** The case at hand, else that which was at hand last, else the first that has notes. */
  #walked(): NotesOfCase | undefined {
    const { cases } = this.#notes;
    const last = cases.find(({ caseId }) => caseId === this.#caseId);
    return this.#caseAtHand() ?? last ?? cases.find(({ notes }) => notes.length > 0);
  }

  #caseAtHand(): NotesOfCase | undefined {
    const uri = documentAtHand();
    return uri === undefined ? undefined : this.#notes.caseOf(uri);
  }

  #lookAtCase(): void {
    const own = this.#caseAtHand();
    if (own === undefined) return;
    this.#caseId = own.caseId;
    if (!own.notes.some(({ id }) => id === this.#at?.id)) this.#item.hide();
  }

  /** Where the walk stands: at the note gone to last, else at that of the line with the cursor, else before all. */
  #startingIndex(notes: readonly ShownNote[]): number {
    const editor = vscode.window.activeTextEditor;
    const place = editor === undefined ? undefined : placeOf(editor);
    if (this.#at !== null && (place === undefined || place === this.#at.place)) {
      return notes.findIndex(({ id }) => id === this.#at?.id);
    }
    return notes.findIndex(({ id }) =>
      this.#threads.of(id).some(({ uri, range }) => place === `${uri.toString()}#${range?.start.line ?? 0}`),
    );
  }
}

function neighbour(
  notes: readonly ShownNote[],
  from: number,
  direction: 'next' | 'previous',
): ShownNote | undefined {
  if (direction === 'next') return notes[(from + 1) % Math.max(1, notes.length)];
  return from <= 0 ? notes.at(-1) : notes[from - 1];
}

function placeOf({ document, selection }: vscode.TextEditor): string {
  return `${document.uri.toString()}#${selection.active.line}`;
}
