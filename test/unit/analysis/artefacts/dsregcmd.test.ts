import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { DsregcmdArtefact } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { dsregcmdReader } from '../../../../server/src/analysis/artefacts/dsregcmd.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'dsregcmd');
const fixtures = readdirSync(folder)
  .filter((name) => !name.endsWith('.expected'))
  .map((name) => join(folder, name));

for (const file of fixtures) {
  const text = readFileSync(file, 'utf8');
  const expected = readFileSync(`${file}.expected`, 'utf8');
  const name = basename(file);

  test(`${name} is read as its .expected says`, () => {
    assert.equal(render(text, 'pasted.txt'), expected);
  });

  test(`${name} reads the same with CR LF and with CR`, () => {
    assert.equal(render(text.replaceAll('\n', '\r\n'), 'pasted.txt'), expected);
    assert.equal(render(text.replaceAll('\n', '\r'), 'pasted.txt'), expected);
  });

  test(`${name} has exact positions`, () => {
    checkPositions(text);
    checkPositions(text.replaceAll('\n', '\r\n'));
  });

  test(`${name} is read however it is cut`, () => {
    for (let end = 0; end < text.length; end += 7) checkPositions(text.slice(0, end));
  });
}

test('a value over several lines covers all of them', () => {
  const text = readFileSync(join(folder, 'sso-error-description.txt'), 'utf8');
  const field = parse(text)
    .sections.flatMap((section) => section.fields)
    .find((candidate) => candidate.name === 'Server Error Description');
  assert.ok(field);
  const covered = text.slice(field.valueStart, field.valueEnd);
  assert.ok(covered.startsWith('AADSTS50076:'));
  assert.ok(covered.endsWith('Timestamp: 2026-05-12 07:10:33Z'));
  assert.equal(covered.split('\n').length, 5);
});

const others: readonly (readonly [why: string, text: string])[] = [
  ['nothing', ''],
  [
    'a CCM record that quotes a field',
    '<![LOG[AzureAdJoined : YES]LOG]!><time="08:00:00.000+000" date="05-12-2026">',
  ],
  [
    'a CCM record over several lines that holds whole output',
    '<![LOG[Output:\n| Device State |\nAzureAdJoined : YES\nDomainJoined : YES\n]LOG]!><time="08:00:00.000+000">',
  ],
  [
    'a log with times before the text',
    '2026-05-12 08:00:00 AzureAdJoined : YES\n2026-05-12 08:00:01 DomainJoined : YES\n',
  ],
  ['JSON made from the output', '{ "Device State": { "AzureAdJoined": "NO", "DomainJoined": "NO" } }'],
  [
    'JSON, indented',
    '{\n  "Device State": {\n    "AzureAdJoined": "NO",\n    "DomainJoined": "NO"\n  }\n}\n',
  ],
  [
    'prose',
    'Check that AzureAdJoined is YES. DomainJoined should be YES as well.\nThen wait: it takes time.\n',
  ],
  [
    'a registry file',
    'Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\A]\nAzureAdJoined : YES\nDomainJoined : YES\n',
  ],
  [
    'a long log with one such line',
    `${'The task ran and found nothing to do\n'.repeat(50)}AzureAdJoined : YES\n`,
  ],
  ['a list of another tool', 'DeviceId : 1\nTenantId : 2\nThumbprint : 3\nDomainName : contoso.com\n'],
  [
    'a table of the documentation',
    '| AzureAdJoined | DomainJoined | State |\n| --- | --- | --- |\n| YES | NO | joined |\n',
  ],
];

for (const [why, text] of others) {
  test(`not taken: ${why}`, () => {
    assert.equal(dsregcmdReader.detect(text, 'anything.txt'), 0);
  });
}

test('a single telling field is enough when it is all there is', () => {
  assert.equal(dsregcmdReader.detect('Client ErrorCode : 0x801c03f2\n', 'note.txt'), 1);
  assert.equal(dsregcmdReader.detect('    AzureAdPrt: NO\n', 'note.txt'), 1);
});

test('the name of the file makes up for fields that others print too', () => {
  const text = 'TenantName : Contoso\nTenantId : 7b0c2f4e-1d6a-4f83-9b57-2c8e40a1d935\n';
  assert.equal(dsregcmdReader.detect(text, 'dsregcmd-pc0147.txt'), 1);
  assert.equal(dsregcmdReader.detect(text, 'tenant.txt'), 0);
});

const hostile: readonly (readonly [what: string, text: string])[] = [
  ['labels on one line', 'AzureAdJoined : YES '.repeat(50_000)],
  ['colons', ':'.repeat(1_000_000)],
  ['colons and blanks', ': '.repeat(500_000)],
  ['equal signs after words', 'a= '.repeat(300_000)],
  ['boxes on one line', '+----------+ | A | '.repeat(50_000)],
  ['dashes', `+${'-'.repeat(1_000_000)}`],
  ['lines of boxes', '+----------+\n'.repeat(80_000)],
  ['blanks', ' '.repeat(1_000_000)],
  ['backquotes', '`'.repeat(1_000_000)],
  ['bars', '|'.repeat(1_000_000)],
  ['words without an end', 'word '.repeat(200_000)],
  ['a wrapped message without an end', `Server Message : a\n${'b\n'.repeat(400_000)}`],
  ['zeros', '\0'.repeat(1_000_000)],
];

for (const [what, text] of hostile) {
  test(`hostile input takes no more than linear time: ${what}`, () => {
    const started = performance.now();
    checkPositions(text);
    const spent = performance.now() - started;
    // Milliseconds are expected; a quadratic reader takes minutes. The bound is wide, as the machine may be busy.
    assert.ok(spent < 5000, `${spent} ms`);
  });
}

function parse(text: string): DsregcmdArtefact {
  const artefact = dsregcmdReader.parse(text);
  assert.ok(artefact.type === 'dsregcmd');
  return artefact;
}

/** The reading as text: detection, sections with their fields, problems. */
function render(text: string, name: string): string {
  const { sections, problems } = parse(text);
  const lines = [`detected ${dsregcmdReader.detect(text, name)}`];
  for (const section of sections) {
    lines.push('', `[${section.title}]`);
    for (const field of section.fields) lines.push(`${field.name} = ${field.value}`.trim());
  }
  if (problems.length > 0) lines.push('');
  for (const problem of problems) {
    const start = text.slice(problem.start, problem.end).split(/[\r\n]/)[0] ?? '';
    lines.push(`! ${problem.id}: ${start.length > 30 ? `${start.slice(0, 30)}...` : start}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What must hold for every reading of every text. */
function checkPositions(text: string): void {
  const { sections, problems } = parse(text);
  let last = 0;
  for (const section of sections) {
    assert.ok(section.start >= last && section.end >= section.start && section.end <= text.length);
    assert.equal(text.slice(section.titleStart, section.titleEnd), section.title);
    last = section.start;
    for (const field of section.fields) {
      assert.ok(field.start >= last, 'fields follow each other');
      assert.equal(field.start, field.nameStart);
      assert.ok(
        field.nameEnd <= field.valueStart &&
          field.valueStart <= field.valueEnd &&
          field.valueEnd <= field.end,
      );
      assert.equal(text.slice(field.nameStart, field.nameEnd), field.name);
      const covered = text.slice(field.valueStart, field.valueEnd);
      const parts = covered.split(/[\r\n]/);
      if (parts.length === 1) assert.equal(covered, field.value);
      else assert.ok(field.value.startsWith(parts[0]?.trimEnd() ?? ''));
      last = field.end;
    }
    assert.ok(section.end >= last);
    last = section.end;
  }
  for (const problem of problems) {
    assert.ok(problem.start >= 0 && problem.end <= text.length && problem.start <= problem.end);
    assert.match(problem.message, /[.]$/);
  }
}
