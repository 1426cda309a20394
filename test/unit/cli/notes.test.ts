import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { withTemporaryFolder } from '../../../scripts/vscode/index.ts';
import { Anchors } from '../../../server/src/analysis/notes/anchors.ts';
import { wholeFile } from '../../../server/src/analysis/notes/stretch.ts';
import { editNotesText } from '../../../server/src/analysis/notes/editNotesText.ts';
import { analyser } from '../analysis/checkCase.ts';
import { runCli } from './runCli.ts';

const sample = fileURLToPath(new URL('../../../samples/failed', import.meta.url));
const logName = 'CoManagementHandler.log';

/** Hands over a copy of the failed sample with a note at its 15th line, and the path of the notes file. */
async function withNotes(use: (folder: string, file: string) => Promise<void>): Promise<void> {
  await withTemporaryFolder(async (temporary) => {
    const folder = join(temporary, 'PC-7');
    cpSync(sample, folder, { recursive: true });
    const text = readFileSync(join(folder, logName), 'utf8');
    const offset = text.split('\n').slice(0, 14).join('\n').length + 1;
    const anchor = new Anchors().make(wholeFile(analyser.read(logName, text, 'utf-8', text.length)), offset);
    const edited = editNotesText(
      null,
      'PC-7',
      {
        kind: 'add',
        id: 'n1',
        comment: { id: 'c1', markdown: 'Zebra: this is why' },
        fields: { mark: 'cause', stage: 'enroll' },
      },
      { author: 'Ada', time: '2026-11-22T12:00:00.000Z' },
      anchor,
    );
    const file = join(folder, 'PC-7.comgmt.json');
    writeFileSync(file, edited.text ?? '');
    await use(folder, file);
  });
}

test('a report in any format holds the notes that lie beside the logs, at their lines', async () => {
  await withNotes(async (folder) => {
    for (const format of ['markdown', 'html', 'sarif', 'json']) {
      const { exitCode, out, error } = await runCli(['report', folder, '--format', format, '--no-redact']);
      assert.deepEqual({ exitCode, error }, { exitCode: 0, error: '' }, format);
      assert.match(out, /Zebra\\?: this is why/, format);
    }
    const { out } = await runCli(['report', folder, '--format', 'json', '--no-redact']);
    const [only] = (JSON.parse(out) as { cases: { notes: unknown[]; files: { path: string }[] }[] }).cases;
    assert.deepEqual(
      only?.notes.map((note) => {
        const { file, line, mark, stage, author } = note as Record<string, unknown>;
        return { file, line, mark, stage, author };
      }),
      [{ file: logName, line: 15, mark: 'cause', stage: 'enroll', author: 'Ada' }],
    );
    assert.ok(
      !only.files.some(({ path }) => path.endsWith('.json')),
      'the notes count as a file of the device',
    );
  });
});

test('a damaged notes file is told, and what it still holds is in the report', async () => {
  await withNotes(async (folder, file) => {
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd().slice(0, -1));
    const { exitCode, out, error } = await runCli(['report', folder, '--format', 'markdown', '--no-redact']);
    assert.equal(exitCode, 0);
    assert.equal(
      error,
      'comgmt-lens: notes in PC-7.comgmt.json: The file is damaged: it is no valid JSON. 1 note could still be read.\n',
    );
    assert.match(out, /Zebra\\?: this is why/);
  });
});

test('the names that only a note holds are redacted, too', async () => {
  await withNotes(async (folder, file) => {
    const text = readFileSync(file, 'utf8').replace('this is why', 'ask grace.hopper@fabrikam.example');
    writeFileSync(file, text);
    const { out } = await runCli(['report', folder, '--format', 'markdown']);
    assert.match(out, /Zebra/);
    assert.doesNotMatch(out, /grace|hopper/i);
  });
});
