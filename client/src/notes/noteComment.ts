import * as vscode from 'vscode';
import type { ShownComment, ShownNote } from '../../../server/src/protocol.ts';

/** A comment of a note, in the shape that VS Code shows. */
export class NoteComment implements vscode.Comment {
  readonly noteId: string;
  readonly id: string;
  readonly markdown: string;
  readonly author: vscode.CommentAuthorInformation;
  readonly timestamp: Date;
  readonly label?: string;
  /** The manifest's menus ask for it. */
  readonly contextValue = 'own';
  mode = vscode.CommentMode.Preview;
  body: string | vscode.MarkdownString;

  constructor(note: ShownNote, { id, author, time, edited, markdown }: ShownComment) {
    this.noteId = note.id;
    this.id = id;
    this.markdown = markdown;
    this.author = { name: author };
    this.timestamp = new Date(time);
    this.body = shown(markdown);
    if (edited) this.label = vscode.l10n.t('edited');
  }

  /** Shows the text as it was typed, to be changed. */
  beginEdit(): void {
    this.mode = vscode.CommentMode.Editing;
    this.body = this.markdown;
  }

  endEdit(): void {
    this.mode = vscode.CommentMode.Preview;
    this.body = shown(this.markdown);
  }
}

/** What is to be said beside the comments: by nobody, so that nobody can edit it. */
export function remarkOf(markdown: string): vscode.Comment {
  return {
    body: shown(markdown),
    mode: vscode.CommentMode.Preview,
    author: { name: vscode.l10n.t('Co-management Lens') },
    contextValue: 'remark',
  };
}

/**
 * Notes come from anybody: no commands, no HTML, and no pictures, as loading one tells its owner that the note was
 * read. A blank of no width ends what would begin a picture.
 */
function shown(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown.replaceAll('![', '!\u200b['));
  text.isTrusted = false;
  text.supportHtml = false;
  text.supportThemeIcons = false;
  return text;
}
