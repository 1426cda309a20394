import * as vscode from 'vscode';
import type { NoteFields, NoteMark, ShownNote, TreeNode } from '../../../server/src/protocol.ts';
import type { Register } from '../commands.ts';
import { documentAtHand } from '../documentAtHand.ts';
import { chooseLostNote } from './lostNotes.ts';
import { chooseMark } from './chooseMark.ts';
import { importNotes, moveNotesFile } from './moveNotes.ts';
import type { NoteAtHand } from './noteAtHand.ts';
import { NoteComment } from './noteComment.ts';
import type { NoteLine, Notes } from './notes.ts';
import type { NoteThreads } from './noteThreads.ts';
import type { NoteWalk } from './noteWalk.ts';
import { reorderNotes } from './reorderNotes.ts';
import { tieToStage } from './tieToStage.ts';

export interface NoteParts {
  readonly notes: Notes;
  readonly threads: NoteThreads;
  readonly walk: NoteWalk;
  readonly atHand: NoteAtHand;
}

/** A note to be made without asking, as tests and other extensions do. */
interface GivenNote {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly markdown: string;
}

/** Registers the commands that make, change and visit notes. */
export function registerNoteCommands(register: Register, parts: NoteParts): vscode.Disposable {
  const { notes, threads, walk } = parts;
  const couldNotChange = vscode.l10n.t('Could not change the note');
  // The menu of an editor is opened at a line. Whoever calls a command by its name may mean a note elsewhere.
  const change = async (
    what: unknown,
    how: (note: ShownNote | undefined) => Promise<void>,
  ): Promise<void> => {
    const note = noteMeant(what, parts);
    if (note === undefined && !(what instanceof vscode.Uri)) tellThatNoNoteIsMeant();
    else await how(note);
  };
  const set = (what: unknown, fields: Partial<NoteFields>): Promise<void> =>
    change(what, (note) =>
      note === undefined
        ? addNote(parts, lineAtHand(), null, fields)
        : notes.edit(note, { kind: 'set', id: note.id, fields }),
    );
  const mark = (what: unknown, value: NoteMark): Promise<void> => set(what, { mark: value });

  return vscode.Disposable.from(
    register('comgmtLens.addNote', vscode.l10n.t('Could not add the note'), async (given) => {
      if (isGivenNote(given)) {
        const line = { uri: given.uri, position: new vscode.Position(given.line, 0) };
        return addNote(parts, line, given.markdown, {});
      }
      // Opens the editor of VS Code for a comment at the line of the cursor.
      await vscode.commands.executeCommand('workbench.action.addComment');
    }),
    register('comgmtLens.saveNote', vscode.l10n.t('Could not save the note'), (reply) =>
      saveReply(parts, reply as vscode.CommentReply),
    ),
    register('comgmtLens.editNoteComment', couldNotChange, (comment) => {
      if (!(comment instanceof NoteComment)) return;
      comment.beginEdit();
      threads.update(comment);
    }),
    register('comgmtLens.cancelNoteComment', couldNotChange, (comment) => {
      if (!(comment instanceof NoteComment)) return;
      comment.endEdit();
      threads.update(comment);
    }),
    register('comgmtLens.saveNoteComment', couldNotChange, (comment) => saveComment(parts, comment)),
    register('comgmtLens.deleteNoteComment', vscode.l10n.t('Could not delete the comment'), (comment) =>
      deleteComment(parts, comment),
    ),
    register('comgmtLens.deleteNote', vscode.l10n.t('Could not delete the note'), async (what) => {
      const note = noteMeant(what, parts);
      if (note === undefined) return tellThatNoNoteIsMeant();
      if (await isSure(note)) await notes.edit(note, { kind: 'delete', id: note.id });
    }),
    register('comgmtLens.resolveNote', couldNotChange, (what) => set(what, { state: 'resolved' })),
    register('comgmtLens.reopenNote', couldNotChange, (what) => set(what, { state: 'open' })),
    register('comgmtLens.pinLine', couldNotChange, (what) => set(what, { pinned: true })),
    register('comgmtLens.unpinLine', couldNotChange, (what) => set(what, { pinned: false })),
    register('comgmtLens.markCause', couldNotChange, (what) => mark(what, 'cause')),
    register('comgmtLens.markSymptom', couldNotChange, (what) => mark(what, 'symptom')),
    register('comgmtLens.markRedHerring', couldNotChange, (what) => mark(what, 'red-herring')),
    register('comgmtLens.removeMark', couldNotChange, (what) => set(what, { mark: null })),
    register('comgmtLens.markNote', couldNotChange, (what) =>
      change(what, () => chooseMark((fields) => set(what, fields))),
    ),
    register('comgmtLens.tieNoteToStage', couldNotChange, (what) =>
      change(what, (note) => tieToStage(notes, note, (fields) => set(what, fields))),
    ),
    register('comgmtLens.nextNote', vscode.l10n.t('Could not go to the next note'), () => walk.go('next')),
    register('comgmtLens.previousNote', vscode.l10n.t('Could not go to the previous note'), () =>
      walk.go('previous'),
    ),
    register('comgmtLens.reorderNotes', vscode.l10n.t('Could not reorder the notes'), () =>
      reorderNotes(notes),
    ),
    register('comgmtLens.showLostNotes', vscode.l10n.t('Could not show the notes'), () =>
      chooseLostNote(notes, lineAtHand),
    ),
    register('comgmtLens.importNotes', vscode.l10n.t('Could not import the notes'), (file) =>
      importNotes(notes, file instanceof vscode.Uri ? file : undefined),
    ),
    register('comgmtLens.moveNotesFile', vscode.l10n.t('Could not save the notes elsewhere'), () =>
      moveNotesFile(notes),
    ),
  );
}

/** Makes a note on a line. */
async function addNote(
  { notes, threads, atHand }: NoteParts,
  line: NoteLine | undefined,
  markdown: string | null,
  fields: Partial<NoteFields>,
  thread?: vscode.CommentThread,
): Promise<void> {
  const own = line === undefined ? undefined : await notes.findCaseOf(line.uri);
  if (line === undefined || own === undefined) {
    throw new Error(vscode.l10n.t('Notes can be made on lines of the files of a case. Open one of them.'));
  }
  const id = crypto.randomUUID();
  const comment = markdown === null ? null : { id: crypto.randomUUID(), markdown };
  if (thread !== undefined) threads.adopt(id, thread);
  await notes.editCase(own.caseId, { kind: 'add', id, comment, fields }, line);
  if (thread !== undefined) atHand.touch(id);
}

/** The first comment of a new thread, or an answer in one that is there. */
async function saveReply(parts: NoteParts, { thread, text }: vscode.CommentReply): Promise<void> {
  const note = parts.threads.noteOf(thread);
  if (note !== undefined) {
    const comment = { id: crypto.randomUUID(), markdown: text };
    parts.atHand.touch(note.id);
    return parts.notes.edit(note, { kind: 'reply', id: note.id, comment });
  }
  const position = new vscode.Position(thread.range?.start.line ?? 0, thread.range?.start.character ?? 0);
  await addNote(parts, { uri: thread.uri, position }, text, {}, thread);
}

async function saveComment({ notes, threads, atHand }: NoteParts, comment: unknown): Promise<void> {
  if (!(comment instanceof NoteComment)) return;
  atHand.touch(comment.noteId);
  const note = threads.noteWithId(comment.noteId);
  const markdown = typeof comment.body === 'string' ? comment.body : comment.body.value;
  comment.endEdit();
  threads.update(comment);
  if (note === undefined || markdown === comment.markdown) return;
  const { id: commentId, markdown: before } = comment;
  await notes.edit(note, { kind: 'edit-comment', id: note.id, commentId, before, markdown });
}

/** A note without comments stays as long as it says anything else: a pin, a mark, a stage. */
async function deleteComment({ notes, threads }: NoteParts, comment: unknown): Promise<void> {
  if (!(comment instanceof NoteComment)) return;
  const note = threads.noteWithId(comment.noteId);
  if (note === undefined) return;
  const { id, comments, pinned, mark, stage } = note;
  const isLast = comments.length === 1 && !pinned && mark === null && stage === null;
  await notes.edit(
    note,
    isLast ? { kind: 'delete', id } : { kind: 'delete-comment', id, commentId: comment.id },
  );
}

/**
 * What a menu of a thread or of the view hands over, else the note at hand, else that at the line of the cursor. The
 * menu of an editor hands over its uri, and means the line.
 */
function noteMeant(what: unknown, parts: NoteParts): ShownNote | undefined {
  const { threads, atHand } = parts;
  if (isThread(what) || what instanceof NoteComment || isNoteNode(what)) {
    const note = isThread(what) ? threads.noteOf(what) : threads.noteWithId(noteIdOf(what));
    if (note !== undefined) atHand.touch(note.id);
    return note;
  }
  const { id } = atHand;
  const touched = id === null || what instanceof vscode.Uri ? undefined : threads.noteWithId(id);
  return touched ?? noteAtCursor(parts);
}

function noteIdOf(what: NoteComment | TreeNode): string {
  if (what instanceof NoteComment) return what.noteId;
  return what.id.slice(what.id.indexOf('#note:') + '#note:'.length);
}

function noteAtCursor({ notes, threads }: NoteParts): ShownNote | undefined {
  const line = lineAtHand();
  const own = line === undefined ? undefined : notes.caseOf(line.uri);
  return own?.notes.find(({ id }) =>
    threads
      .of(id)
      .some(
        ({ uri, range }) =>
          uri.toString() === line?.uri.toString() && range?.start.line === line.position.line,
      ),
  );
}

/** The line with the cursor, of the document at hand. */
function lineAtHand(): NoteLine | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || editor.document.uri.toString() !== documentAtHand()?.toString())
    return undefined;
  return { uri: editor.document.uri, position: editor.selection.start };
}

function tellThatNoNoteIsMeant(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'There is no note at the cursor. Put it on the line of a note, or press the + beside a line; the menu of the editor also pins and marks lines without a note.',
    ),
  );
}

/** Asks before others' words are deleted with a note; what was only marked can be marked again. */
async function isSure({ comments }: ShownNote): Promise<boolean> {
  if (comments.length < 2) return true;
  const remove = vscode.l10n.t('Delete');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('Delete this note with all {0} comments?', comments.length),
    { modal: true },
    remove,
  );
  return answer === remove;
}

function isThread(value: unknown): value is vscode.CommentThread {
  return typeof value === 'object' && value !== null && 'comments' in value && 'collapsibleState' in value;
}

function isNoteNode(value: unknown): value is TreeNode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'note.open' || value.kind === 'note.resolved';
}

function isGivenNote(value: unknown): value is GivenNote {
  return typeof value === 'object' && value !== null && 'uri' in value && 'markdown' in value;
}
