import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { NotesOfCase, ShownNote } from '../../../server/src/protocol.ts';
import { eventually } from '../eventually.ts';
import { caseNamed, closeEditors, extensionApi, flatten, sampleUri } from '../extension.ts';

const caseName = 'PC-0815';
const logName = 'CoManagementHandler.log';

/** A copy of the failed sample outside of the workspace, so that notes can be written beside its logs. */
async function makeCase(): Promise<vscode.Uri> {
  const folder = vscode.Uri.file(join(mkdtempSync(join(tmpdir(), 'comgmt-notes-')), caseName));
  await vscode.workspace.fs.copy(sampleUri('failed'), folder);
  await vscode.commands.executeCommand('comgmtLens.openCaseFolder', folder);
  return folder;
}

async function notesOf(name = caseName): Promise<NotesOfCase> {
  const api = await extensionApi();
  return eventually(`notes of ${name}`, async () =>
    (await api.notes()).find((each) => each.caseName === name),
  );
}

async function readNotesFile(folder: vscode.Uri, name = `${caseName}.comgmt.json`): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A new note on a line, as it is shown. */
async function addNote(uri: vscode.Uri, line: number, markdown: string): Promise<ShownNote> {
  await vscode.commands.executeCommand('comgmtLens.addNote', { uri, line, markdown });
  const note = (await notesOf()).notes.find(({ comments }) =>
    comments.some((one) => one.markdown === markdown),
  );
  assert.ok(note, `${markdown} is not there`);
  return note;
}

async function threadOf(note: ShownNote): Promise<vscode.CommentThread> {
  const api = await extensionApi();
  return eventually('the thread of a note', () => api.noteThreads(note.id)[0]);
}

describe('notes', () => {
  let folder: vscode.Uri;
  let log: vscode.Uri;

  before(async () => {
    await extensionApi();
    await vscode.workspace
      .getConfiguration('comgmtLens')
      .update('noteAuthor', 'Ada', vscode.ConfigurationTarget.Global);
    folder = await makeCase();
    log = vscode.Uri.joinPath(folder, logName);
    await eventually('the case', async () =>
      (await (await extensionApi()).tree()).some(({ label }) => label === caseName),
    );
  });

  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('comgmtLens.removeCaseFolder', folder);
    await vscode.workspace
      .getConfiguration('comgmtLens')
      .update('noteAuthor', undefined, vscode.ConfigurationTarget.Global);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '..'), { recursive: true });
  });

  it('are saved beside the logs, which stay as they are', async () => {
    const before = await vscode.workspace.fs.readFile(log);
    await vscode.window.showTextDocument(log);
    const note = await addNote(log, 2, 'The *policy* arrived here');
    assert.equal(note.location?.range.start.line, 2);
    assert.match(await readNotesFile(folder), /"author": "Ada"/);
    assert.deepEqual(await vscode.workspace.fs.readFile(log), before);
  });

  it('stand as threads at their lines, with text that is not trusted', async () => {
    const note = await addNote(
      log,
      3,
      '[run](command:workbench.action.quit) ![seen](https://example.com/a.png)',
    );
    const thread = await threadOf(note);
    assert.equal(thread.range?.start.line, 3);
    assert.equal(thread.uri.toString(), log.toString());
    const body = thread.comments[0]?.body as vscode.MarkdownString;
    assert.notEqual(body.isTrusted, true);
    assert.notEqual(body.supportHtml, true);
    assert.ok(!body.value.includes('!['), 'a picture would be loaded');
  });

  it('are answered, edited, resolved and reopened', async () => {
    const note = await addNote(log, 4, 'Why?');
    const thread = await threadOf(note);
    await vscode.commands.executeCommand('comgmtLens.saveNote', { thread, text: 'Because' });
    assert.deepEqual(
      thread.comments.map(({ body }) => (body as vscode.MarkdownString).value),
      ['Why?', 'Because'],
    );
    const [, second] = thread.comments;
    assert.ok(second);
    await vscode.commands.executeCommand('comgmtLens.editNoteComment', second);
    assert.equal(second.mode, vscode.CommentMode.Editing);
    second.body = 'Because of the tenant';
    await vscode.commands.executeCommand('comgmtLens.saveNoteComment', second);
    const [, edited] = thread.comments;
    assert.equal((edited?.body as vscode.MarkdownString | undefined)?.value, 'Because of the tenant');
    await vscode.commands.executeCommand('comgmtLens.resolveNote', thread);
    assert.equal(thread.state, vscode.CommentThreadState.Resolved);
    await vscode.commands.executeCommand('comgmtLens.reopenNote', thread);
    assert.equal(thread.state, vscode.CommentThreadState.Unresolved);
  });

  it('are tied to lines of registry exports and dsregcmd output, too', async () => {
    for (const [name, line] of [
      ['enrollment.reg', 3],
      ['dsregcmd-status.txt', 5],
    ] as const) {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.window.showTextDocument(uri);
      const note = await addNote(uri, line, `On ${name}`);
      assert.equal(note.location?.range.start.line, line, name);
    }
  });

  it('that name the cause are listed among the problems', async () => {
    const editor = await vscode.window.showTextDocument(log);
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    // As the menu of the editor calls it.
    await vscode.commands.executeCommand('comgmtLens.markCause', log);
    const problem = await eventually('the cause among the problems', () =>
      vscode.languages.getDiagnostics(log).find(({ code }) => code === 'note'),
    );
    assert.equal(problem.range.start.line, 6);
    assert.equal(problem.source, 'Co-management Lens');
  });

  it('are meant by a command without a line: the one written in last, then that of the cursor', async () => {
    await vscode.window.showTextDocument(log);
    await vscode.commands.executeCommand('cursorTop');
    const { notes } = await notesOf();
    const note = notes.find(({ summary }) => summary === 'Why?');
    assert.ok(note);
    const now = async (): Promise<ShownNote | undefined> =>
      (await notesOf()).notes.find(({ id }) => id === note.id);
    await vscode.commands.executeCommand('comgmtLens.saveNote', {
      thread: await threadOf(note),
      text: 'The cursor is elsewhere',
    });
    await vscode.commands.executeCommand('comgmtLens.pinLine');
    assert.equal((await now())?.pinned, true);
    await vscode.commands.executeCommand('comgmtLens.unpinLine');
    assert.equal((await now())?.pinned, false);
    // A line without a note: nothing is changed and nothing made.
    await vscode.commands.executeCommand('cursorBottom');
    await vscode.commands.executeCommand('comgmtLens.pinLine');
    assert.equal((await now())?.pinned, false);
    assert.equal((await notesOf()).notes.length, notes.length);
  });

  it('show in the enrollment view', async () => {
    const api = await extensionApi();
    const nodes = await eventually('notes in the view', async () => {
      const found = flatten([caseNamed(await api.tree(), caseName)]).filter(({ kind }) =>
        kind.startsWith('note.'),
      );
      return found.length >= 6 ? found : null;
    });
    assert.ok(nodes.some(({ label }) => label === 'Why?'));
    for (const { accessibleLabel } of nodes) assert.match(accessibleLabel, /^Note: /);
  });

  it('are walked in the order of their author', async () => {
    const api = await extensionApi();
    const { notes } = await notesOf();
    await vscode.window.showTextDocument(log);
    await vscode.commands.executeCommand('cursorBottom');
    for (const note of notes) {
      await vscode.commands.executeCommand('comgmtLens.nextNote');
      assert.equal(api.noteAtHand(), note.id);
      assert.equal(vscode.window.activeTextEditor?.selection.active.line, note.location?.range.start.line);
    }
    await vscode.commands.executeCommand('comgmtLens.previousNote');
    assert.equal(api.noteAtHand(), notes.at(-2)?.id);
    assert.equal(
      api.noteThreads(api.noteAtHand() ?? '')[0]?.collapsibleState,
      vscode.CommentThreadCollapsibleState.Expanded,
    );
  });

  it('find their lines again when the log has grown at its start', async () => {
    const before = (await notesOf()).notes.find(({ summary }) => summary === 'Why?');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(log));
    const [first = ''] = text.split('\n');
    await closeEditors();
    await write(log, `${first.replaceAll('11-18-2026', '11-17-2026')}\n${text}`);
    const line = before?.location?.range.start.line ?? 0;
    await eventually('the note one line further down', async () => {
      const now = (await notesOf()).notes.find(({ id }) => id === before?.id);
      return now?.location?.range.start.line === line + 1;
    });
  });

  it('of somebody else are merged, and nothing of either is lost', async () => {
    const mine = await readNotesFile(folder);
    const [note] = (await notesOf()).notes;
    assert.ok(note);
    await vscode.commands.executeCommand('comgmtLens.saveNote', {
      thread: await threadOf(note),
      text: 'From Ada',
    });
    const theirs = mine.replace('"Why?"', '"Why? asks Bo"').replaceAll('"Ada"', '"Bo"');
    const file = vscode.Uri.joinPath(folder, '..', 'bo.comgmt.json');
    await write(file, theirs);
    await vscode.window.showTextDocument(log);
    await vscode.commands.executeCommand('comgmtLens.importNotes', file);
    const texts = (await notesOf()).notes.flatMap(({ comments }) => comments.map(({ markdown }) => markdown));
    for (const text of ['From Ada', 'Why?', 'Why? asks Bo']) assert.ok(texts.includes(text), text);
  });

  it('that others write into the file appear by themselves', async () => {
    const api = await extensionApi();
    const known = (await notesOf()).notes;
    let before = '"From Ada"';
    // Twice, as a reading for another reason could happen to see the first change.
    for (const words of ['Changed elsewhere', 'And again']) {
      const text = (await readNotesFile(folder)).replace(before, `"${words}"`);
      await write(vscode.Uri.joinPath(folder, `${caseName}.comgmt.json`), text);
      await eventually('the comment in its thread', () =>
        known
          .flatMap(({ id }) => api.noteThreads(id))
          .some(({ comments }) =>
            comments.some(({ body }) => (body as vscode.MarkdownString).value === words),
          ),
      );
      before = `"${words}"`;
    }
  });

  it('of a damaged file are shown, and the file is kept aside before it is written', async () => {
    const file = vscode.Uri.joinPath(folder, `${caseName}.comgmt.json`);
    const damaged = (await readNotesFile(folder)).trimEnd().slice(0, -1);
    await write(file, damaged);
    const { notes, problems } = await eventually('the damage', async () => {
      const own = await notesOf();
      return own.problems.length > 0 ? own : null;
    });
    assert.ok(notes.length > 5);
    assert.match(problems[0]?.message ?? '', /damaged/);
    const [note] = notes;
    assert.ok(note);
    await vscode.commands.executeCommand('comgmtLens.pinLine', await threadOf(note));
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    const aside = names.find((name) => /^PC-0815\.comgmt\.damaged-[\d-]+\.json$/.test(name));
    assert.ok(aside, names.join(', '));
    assert.equal(await readNotesFile(folder, aside), damaged);
    assert.equal(
      (JSON.parse(await readNotesFile(folder)) as { notes: unknown[] }).notes.length,
      notes.length,
    );
  });

  it('are checked by the editor against the schema of the package', async () => {
    const file = vscode.Uri.joinPath(folder, `${caseName}.comgmt.json`);
    const editor = await vscode.window.showTextDocument(file);
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole, '{ "format": "comgmt-lens-notes", "version": 1 }'));
    await eventually('a remark about the missing notes', () =>
      vscode.languages.getDiagnostics(file).some(({ message }) => message.includes('notes')),
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are deleted with their thread', async () => {
    const api = await extensionApi();
    const note = await addNote(log, 8, 'To be deleted');
    await vscode.commands.executeCommand('comgmtLens.deleteNote', await threadOf(note));
    assert.equal(
      (await notesOf()).notes.some(({ id }) => id === note.id),
      false,
    );
    assert.deepEqual(api.noteThreads(note.id), []);
  });
});
