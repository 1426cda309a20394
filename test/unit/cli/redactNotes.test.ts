/** Notes go along with a redacted copy: their words redacted, their lines those of the copy. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { withTemporaryFolder } from '../../../scripts/vscode/index.ts';
import { Anchors } from '../../../server/src/analysis/notes/anchors.ts';
import { editNotesText } from '../../../server/src/analysis/notes/editNotesText.ts';
import type { Anchor } from '../../../server/src/analysis/notes/note.ts';
import { wholeFile } from '../../../server/src/analysis/notes/stretch.ts';
import { decode } from '../../../server/src/analysis/text/decode.ts';
import { analyser } from '../analysis/checkCase.ts';
import { anchorOf } from '../analysis/notes/noteValues.ts';
import { runCli } from './runCli.ts';

const record = (message: string, minute: number): string =>
  `<![LOG[${message}]LOG]!><time="10:${String(minute).padStart(2, '0')}:00.000-60" date="11-18-2026" component="CoManagementHandler" context="" type="1" thread="1" file="x.cpp:1">\r\n`;

const files = {
  'CoManagementHandler.log': [
    record('Device LT-77231 belongs to FABRIKAM\\odalys.brightwater', 1),
    record('Token for odalys.brightwater@fabrikam.example expired', 2),
    record('Failed to enroll with error code 0x80180026', 3),
    record('Failed to enroll with error code 0x80180026', 4),
  ].join(''),
  'enrollment.reg': [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\6D1F3C9A-3B77-4E54-8D0E-2A9C51B7E0F4]',
    '"EnrollmentState"=dword:00000001',
    '"UPN"="odalys.brightwater@fabrikam.example"',
    '',
  ].join('\r\n'),
  'dsregcmd-status.txt': [
    '+----------------------------------------------------------------------+',
    '| Device State                                                         |',
    '+----------------------------------------------------------------------+',
    '             AzureAdJoined : YES',
    '               Device Name : LT-77231.fabrikam.example',
    '',
  ].join('\r\n'),
};

const secrets = ['odalys', 'brightwater', 'LT-77231', 'fabrikam', '6D1F3C9A', 'Quillon'];

/** Lines that carry a note, from 0. */
const noted = [
  ['CoManagementHandler.log', 0],
  ['CoManagementHandler.log', 1],
  ['CoManagementHandler.log', 3],
  ['enrollment.reg', 4],
  ['dsregcmd-status.txt', 4],
] as const;

const encode = (name: string, text: string): Uint8Array =>
  name.endsWith('.reg') ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text);

function makeCase(folder: string): void {
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), encode(name, text));
  const notes: { text: string | null } = { text: null };
  const add = (anchor: Anchor | null): void => {
    const id = crypto.randomUUID();
    const comment = {
      id: crypto.randomUUID(),
      markdown: 'Quillon asked **odalys.brightwater@fabrikam.example** to bring LT-77231 back',
    };
    const by = { author: 'Quillon', time: '2026-11-22T12:00:00.000Z' };
    notes.text = editNotesText(
      notes.text,
      'LT-77231',
      { kind: 'add', id, comment, fields: {} },
      by,
      anchor,
    ).text;
  };
  for (const [name, line] of noted) {
    const { text, encoding } = decode(encode(name, files[name]));
    const offset = text.split('\r\n').slice(0, line).join('\r\n').length + (line === 0 ? 0 : 2);
    add(new Anchors().make(wholeFile(analyser.read(name, text, encoding, text.length)), offset));
  }
  add(anchorOf({ file: 'LT-77231/Gone.log', text: 'Nothing of FABRIKAM\\odalys.brightwater' }));
  writeFileSync(join(folder, 'LT-77231.comgmt.json'), notes.text ?? '');
}

/** The lines of the notes of a folder, as its report names them; null where the line is not found. */
async function linesOf(folder: string): Promise<readonly (string | null)[]> {
  const { out } = await runCli(['analyze', folder, '--format', 'json']);
  const [one] = (JSON.parse(out) as { cases: { notes: { file: string; line: number; text: string }[] }[] })
    .cases;
  return (one?.notes ?? []).map(({ file, line, text }) =>
    text.includes('Its line was not found') ? null : `${file}:${line}`,
  );
}

test('notes go along, name nobody, and find their lines in the copy', async () => {
  await withTemporaryFolder(async (temporary) => {
    const [from, to] = [join(temporary, 'LT-77231'), join(temporary, 'copy')];
    makeCase(from);
    const { out, error, exitCode } = await runCli(['redact', from, to]);
    assert.deepEqual([exitCode, error], [0, '']);
    assert.match(out, /^4 files copied/);
    assert.deepEqual(readdirSync(to).toSorted(), [...Object.keys(files), 'device-1.comgmt.json'].toSorted());
    const notes = readFileSync(join(to, 'device-1.comgmt.json'), 'utf8');
    for (const secret of secrets) assert.ok(!notes.toLowerCase().includes(secret.toLowerCase()), secret);
    assert.match(notes, /"author": "user-2"/);
    assert.match(notes, /user-2 asked \*\*user-1@domain-1\.example\*\* to bring device-1 back/);
    assert.match(notes, /Nothing of domain-1\\\\user-1/);
    const lines = [...noted.map(([name, line]) => `${name}:${line + 1}`), null];
    assert.deepEqual(await linesOf(from), lines);
    assert.deepEqual(await linesOf(to), lines);
  });
});

test('an anchor of the copy tells nothing by which one could try out what was replaced', async () => {
  await withTemporaryFolder(async (temporary) => {
    const [from, to] = [join(temporary, 'LT-77231'), join(temporary, 'copy')];
    makeCase(from);
    await runCli(['redact', from, to]);
    const anchors = (path: string): readonly Anchor[] =>
      (JSON.parse(readFileSync(path, 'utf8')) as { notes: { anchor: Anchor }[] }).notes.map(
        ({ anchor }) => anchor,
      );
    const before = anchors(join(from, 'LT-77231.comgmt.json'));
    const after = anchors(join(to, 'device-1.comgmt.json'));
    // Only the line that names nobody is the same in both.
    const same = after.filter(({ hash }) => before.some((one) => one.hash === hash));
    assert.deepEqual(
      same.map(({ text, name }) => name ?? text),
      ['Failed to enroll with error code 0x80180026', 'Device Name'],
    );
    assert.equal(after.at(-1)?.before, null);
    assert.notEqual(after[0]?.fileHead.hash, before[0]?.fileHead.hash);
  });
});

test('of a damaged notes file what can be read goes along, and the rest is told', async () => {
  await withTemporaryFolder(async (temporary) => {
    const [from, to] = [join(temporary, 'LT-77231'), join(temporary, 'copy')];
    makeCase(from);
    const path = join(from, 'LT-77231.comgmt.json');
    writeFileSync(path, readFileSync(path, 'utf8').trimEnd().slice(0, -1));
    const { error, exitCode } = await runCli(['redact', from, to]);
    assert.equal(exitCode, 0);
    assert.match(error, /notes in LT-77231\.comgmt\.json: The file is damaged.* 6 notes could still be read/);
    assert.match(error, /the copy of LT-77231\.comgmt\.json holds the notes that could be read of it\./);
    assert.equal((await linesOf(to)).length, 6);
  });
});

test('notes of a newer version, and what it wrote beside them, do not leave', async () => {
  await withTemporaryFolder(async (temporary) => {
    const [from, to] = [join(temporary, 'LT-77231'), join(temporary, 'copy')];
    makeCase(from);
    const path = join(from, 'LT-77231.comgmt.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('"version": 1', '"version": 1,\n  "approvedBy": "Zephyrine Okonkwo"'));
    writeFileSync(join(from, 'b.comgmt.json'), text.replace('"version": 1', '"version": 2'));
    const { error, exitCode } = await runCli(['redact', from, to]);
    assert.equal(exitCode, 3);
    assert.match(error, /not copied, as a newer version wrote it: b\.comgmt\.json/);
    assert.ok(!readdirSync(to).includes('b.comgmt.json'));
    assert.doesNotMatch(readFileSync(join(to, 'device-1.comgmt.json'), 'utf8'), /Zephyrine/);
  });
});

test('notes on files that the case does not hold, written by hand, name nobody', async () => {
  await withTemporaryFolder(async (temporary) => {
    const [from, to] = [join(temporary, 'logs'), join(temporary, 'copy')];
    mkdirSync(from);
    writeFileSync(
      join(from, 'CoManagementHandler.log'),
      record('Enrolling device to MDM... Try #1 out of 3', 1),
    );
    const anchor = anchorOf({
      file: 'Users/leopoldina/CoManagementHandler.log',
      component: 'Leopoldina',
      time: 'when Leopoldina came',
      text: 'gone',
    });
    const comment = {
      ...{ id: 'leopoldina-grebe-1-a', author: 'Philippa Dunlin', time: '2026-11-22T12:00:00.000Z' },
      markdown: 'Philippa says that KESTREL-42 is gone',
      edits: ['by Philippa'],
    };
    const file = (notes: readonly object[]): string =>
      JSON.stringify({
        ...{ format: 'comgmt-lens-notes', version: 1, case: 'KESTREL-42', notes },
        deleted: [{ id: 'leopoldina-grebe-2', time: comment.time }],
      });
    const known = { ...anchor, file: 'execmgr.log', component: 'CoManagementHandler' };
    const note = (id: string, at: Anchor): object => ({ id, anchor: at, comments: [comment] });
    writeFileSync(join(from, 'KESTREL-42.comgmt.json'), file([note('leopoldina-grebe-1', anchor)]));
    writeFileSync(
      join(from, 'kestrel-43.comgmt.json'),
      file([note('leopoldina-grebe-1', anchor), note('leopoldina-grebe-2', known)]),
    );
    const { error, exitCode } = await runCli(['redact', from, to]);
    assert.deepEqual([exitCode, error], [0, '']);
    const names = readdirSync(to).toSorted();
    assert.deepEqual(names, ['CoManagementHandler.log', 'device-1.comgmt.json', 'device-2.comgmt.json']);
    const [, first, second] = names.map((name) => readFileSync(join(to, name), 'utf8'));
    assert.doesNotMatch(`${first}${second}`, /leopoldina|grebe|philippa|dunlin|kestrel/i);
    assert.match(first ?? '', /"file": "Users\/user-[0-9]\/CoManagementHandler\.log"/);
    assert.match(first ?? '', /"user-[0-9] says that device-1 is gone"/);
    const ids = (text: string | undefined): readonly string[] =>
      (JSON.parse(text ?? '') as { notes: { id: string }[] }).notes.map(({ id }) => id);
    assert.deepEqual(
      ids(second).slice(0, 1),
      ids(first),
      'the same note in both files is the same in the copies',
    );
    assert.equal(new Set(ids(second)).size, 2);
    assert.match(second ?? '', /"component": "CoManagementHandler"/);
  });
});
