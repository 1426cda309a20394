import * as vscode from 'vscode';
import { documentAtHand } from '../documentAtHand.ts';
import type { NoteThreads } from './noteThreads.ts';

/**
 * The note that the user wrote in, changed or went to last, until the cursor moves in the document. A thread is opened
 * and written in without the cursor going to its line, so the cursor alone does not tell which note is meant.
 */
export class NoteAtHand implements vscode.Disposable {
  readonly #threads: NoteThreads;
  readonly #listener: vscode.Disposable;
  #id: string | null = null;

  constructor(threads: NoteThreads) {
    this.#threads = threads;
    this.#listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
      // The box in which one writes a comment is an editor, too.
      if (document.uri.toString() === documentAtHand()?.toString()) this.#id = null;
    });
  }

  /** The id of the note; null where none was touched in the document at hand since the cursor moved. */
  get id(): string | null {
    const shown = this.#id === null ? [] : this.#threads.of(this.#id);
    const uri = documentAtHand()?.toString();
    return shown.some((thread) => thread.uri.toString() === uri) ? this.#id : null;
  }

  touch(id: string): void {
    this.#id = id;
  }

  dispose(): void {
    this.#listener.dispose();
  }
}
