import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArtefactText } from '../../../../server/src/analysis/artefacts/index.ts';
import type { Reading } from '../../../../server/src/analysis/caseAnalysis.ts';
import { Anchors } from '../../../../server/src/analysis/notes/anchors.ts';
import type { Anchor } from '../../../../server/src/analysis/notes/note.ts';
import { wholeFile } from '../../../../server/src/analysis/notes/stretch.ts';
import { hashOf } from '../../../../server/src/analysis/notes/textHash.ts';

const cursor = '<|>';

function reading(path: string, text: string, encoding: string | null = 'utf-8'): Reading {
  const artefact = readArtefactText(text, path.slice(path.lastIndexOf('/') + 1));
  return { path, encoding, bytes: text.length, artefact, observations: [], unexplained: [] };
}

/** The anchor at the cursor mark of a text. */
function anchorAt(path: string, marked: string, encoding: string | null = 'utf-8'): Anchor {
  const anchor = new Anchors().make(
    wholeFile(reading(path, marked.replace(cursor, ''), encoding)),
    marked.indexOf(cursor),
  );
  assert.ok(anchor);
  return anchor;
}

/** How an anchor is found in one file, and the text of the place. */
function found(anchor: Anchor, path: string, text: string): string {
  const result = new Anchors().find(anchor, [wholeFile(reading(path, text))]);
  return result.how === 'not-found'
    ? `not found: ${result.text}`
    : `${result.how}: ${text.slice(result.place.start, result.place.end)}`;
}

const registry = `Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam\\A]
"State"=dword:00000001

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam\\B]
<|>"State"=dword:00000001
"Other"="x"
`;

test('a registry value is found by key and name, whatever it holds now and however the file is written', () => {
  const anchor = anchorAt('a.reg', registry);
  assert.deepEqual([anchor.kind, anchor.name], ['value', 'State']);
  assert.equal(
    found(
      anchor,
      'later.reg',
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\fabrikam\\b]\r\n"Other"="y"\r\n"state"=dword:00000002\r\n',
    ),
    'other-copy: "state"=dword:00000002',
  );
  assert.equal(
    found(
      anchor,
      'query.txt',
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Fabrikam\\B\r\n    State    REG_DWORD    0x3\r\n',
    ),
    'other-copy: State    REG_DWORD    0x3',
  );
});

test('a value of that name in another key is another value', () => {
  const without = registry.replace(cursor, '').replace('Fabrikam\\B', 'Fabrikam\\C');
  assert.equal(found(anchorAt('a.reg', registry), 'a.reg', without), 'not found: "State"=dword:00000001');
});

const dsregcmd = `+----------------------------------------------------------------------+
| Device State                                                         |
+----------------------------------------------------------------------+

             AzureAdJoined : YES
              <|>DomainJoined : YES

+----------------------------------------------------------------------+
| User State                                                           |
+----------------------------------------------------------------------+

                    NgcSet : NO
`;

test('a field of dsregcmd is found by section and name', () => {
  const anchor = anchorAt('dsregcmd.txt', dsregcmd);
  assert.deepEqual([anchor.kind, anchor.container, anchor.name], ['field', 'Device State', 'DomainJoined']);
  const other = dsregcmd
    .replace(cursor, '')
    .replace('DomainJoined : YES', 'DomainJoined : NO')
    .replace('             AzureAdJoined : YES\n', '');
  assert.match(found(anchor, 'dsregcmd.txt', other), /^moved: \s*DomainJoined : NO$/);
});

test('the indentation of a field belongs to the field', () => {
  const anchor = anchorAt(
    'dsregcmd.txt',
    dsregcmd.replace(cursor, '').replace('              Domain', '<|>              Domain'),
  );
  assert.equal(anchor.name, 'DomainJoined');
});

const record = (message: string, second: number): string =>
  `<![LOG[${message}]LOG]!><time="10:00:0${second}.000-060" date="11-20-2026" component="C" context="" type="1" thread="1" file="">\n`;

test('a line within a record of several lines stays that line', () => {
  const anchor = anchorAt('X.log', record('one', 1) + record('first\nsec<|>ond\nthird', 2));
  assert.deepEqual([anchor.line, anchor.row], [3, 1]);
  assert.equal(
    found(anchor, 'X.log', record('zero', 0) + record('first\nsecond\nthird', 2)),
    'moved: second',
  );
});

test('what stands between the records is found as a line', () => {
  const rubbish = '#### copied by hand from the other disk on Friday ####\n';
  const anchor = anchorAt(
    'X.reg',
    registry.replace(cursor, '').replace('"Other"', `; ${cursor}${rubbish}"Other"`),
  );
  assert.equal(anchor.kind, 'line');
  const other = registry.replace(cursor, '').replace('"Other"', `; ${rubbish}"Other"`);
  assert.match(found(anchor, 'X.reg', `\n\n${other}`), /^moved: ; #### copied by hand/);
});

test('a line of an excerpt is found by its text and its neighbours', () => {
  const lines = [
    'Alpha\tC\t11/20/2026 10:00:01\t12',
    'Retry\tC\t\t12',
    'Beta\tC\t\t12',
    'Retry\tC\t\t12',
    'Gamma\tC\t\t12',
  ];
  const marked = lines.map((line, index) => (index === 3 ? cursor + line : line)).join('\n');
  const anchor = anchorAt('paste.txt', marked);
  const other = ['New\tC\t\t12', ...lines].join('\n');
  const result = new Anchors().find(anchor, [wholeFile(reading('paste.txt', other))]);
  assert.equal(result.how, 'moved');
  assert.equal('place' in result ? other.slice(0, result.place.start).split('\n').length : 0, 5);
});

test('the redacted copy of a record is found by its time, and said to be uncertain', () => {
  const anchor = anchorAt('X.log', record('one', 1) + record('User <|>grace failed', 2));
  assert.equal(
    found(anchor, 'X.log', record('one', 1) + record('User user-1 failed', 2)),
    `ambiguous: ${record('User user-1 failed', 2).trimEnd()}`,
  );
});

test('a record of the same second is another record', () => {
  const anchor = anchorAt('X.log', record('one', 1) + record('<|>two', 1).replace('01.000', '01.500'));
  assert.equal(found(anchor, 'X.log', record('one', 1)), 'not found: two');
  assert.equal(found(anchor, 'X.log', record('two', 1)), 'not found: two');
});

test('a paste without milliseconds and zone is known by its second', () => {
  const anchor = anchorAt('X.log', record('<|>two', 1).replace('01.000', '01.500'));
  const pasted = 'two\tC\t11/20/2026 10:00:01 AM\t1 (0x0001)';
  assert.equal(
    found(anchor, 'paste.txt', `${pasted}\nthree\tC\t11/20/2026 10:00:02 AM\t1 (0x0001)\n`),
    `other-copy: ${pasted}`,
  );
});

test('an empty line carries nothing', () => {
  assert.equal(
    new Anchors().make(wholeFile(reading('X.log', `${record('one', 1)}\n\n`)), record('one', 1).length),
    null,
  );
  assert.equal(new Anchors().make(wholeFile(reading('X.log', '')), 0), null);
});

test('the byte offset counts as the encoding does', () => {
  const text = record('Über', 1) + record('<|>two', 2);
  const start = record('Über', 1).length;
  for (const [encoding, offset] of [
    ['utf-8', start + 1],
    ['utf-8-bom', start + 4],
    ['utf-16le-bom', start * 2 + 2],
    ['windows-1252', start],
    [null, null],
  ] as const) {
    assert.equal(anchorAt('X.log', text, encoding).byteOffset, offset, String(encoding));
  }
});

test('the hash is the one that the documentation describes, and stays', () => {
  assert.equal(hashOf(' a\r\n\tb '), hashOf('a b'));
  assert.notEqual(hashOf('ab'), hashOf('a b'));
  assert.equal(hashOf('Failed to enroll'), documentedHash('Failed to enroll'));
  assert.equal(hashOf('Über 3 €'), documentedHash('Über 3 €'));
});

/** FNV-1a as docs/notes-format.md has it, written anew. */
function documentedHash(text: string): string {
  const bytes = [...Buffer.from(text, 'utf16le')];
  const fnv = (start: bigint): string =>
    bytes
      .reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn, start)
      .toString(16)
      .padStart(8, '0');
  return fnv(0x811c9dc5n) + fnv(0x2c9277b5n);
}

test('files of a hundred thousand equal lines take no long time', () => {
  const text = record('Retry', 1).repeat(100_000);
  const anchors = new Anchors();
  const log = reading('X.log', text);
  const started = performance.now();
  const anchor = anchors.make(wholeFile(log), text.length >> 1);
  assert.ok(anchor);
  assert.equal(anchors.find(anchor, [wholeFile(log)]).how, 'exact');
  assert.equal(anchors.find(anchor, [wholeFile(reading('X.lo_', text))]).how, 'rotated');
  assert.ok(performance.now() - started < 3_000);
});
