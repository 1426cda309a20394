import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Location, Position } from 'vscode-languageserver-types';
import { MarkupContent } from 'vscode-languageserver-types';
import { createAnalyser } from '../../../../server/src/analysis/analyser.ts';
import { condense } from '../../../../server/src/analysis/condense.ts';
import { createEditorFeatures } from '../../../../server/src/analysis/features/editorFeatures.ts';
import type { NavigationParams } from '../../../../server/src/analysis/features/guidNavigation.ts';
import type { TextPieces } from '../../../../server/src/analysis/text/textPieces.ts';
import { buildCodeTable } from '../../../../server/src/catalogue/codes/generate.ts';
import { createCatalogue, lazyCodeTable } from '../../../../server/src/catalogue/index.ts';
import { documentOf } from './caseValues.ts';

const codeTable = new URL('../../../../server/src/catalogue/codes/error-codes.tsv', import.meta.url);
const catalogue = createCatalogue(lazyCodeTable(() => buildCodeTable(readFileSync(codeTable, 'utf8'))));
const analyser = createAnalyser(catalogue);
const features = createEditorFeatures(catalogue);

const enrollment = '4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C';
const linked = '7A10C3D2-55E4-4F0B-8C19-2D3E4F506172';
const task = '0E5B1D7C-8A11-4B62-9D33-6B2F4C5E7A90';
const software = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft';
const schedule = `${software}\\Windows NT\\CurrentVersion\\Schedule\\TaskCache`;

const files: Readonly<Record<string, string>> = {
  'accounts.reg': `Windows Registry Editor Version 5.00

[${software}\\Provisioning\\OMADM\\Accounts\\${enrollment}\\Protected]
[${software}\\Provisioning\\OMADM\\Accounts\\${enrollment}]
"ProtoVer"="1.2"

[${schedule}\\Tree\\Microsoft\\Windows\\EnterpriseMgmt\\${enrollment}\\Schedule #3 created by enrollment client]
"Id"="{${task}}"

[${schedule}\\Tasks\\{${task}}]
"Path"="\\\\Microsoft\\\\Windows\\\\EnterpriseMgmt\\\\${enrollment}\\\\Schedule #3 created by enrollment client"
`,
  'enrollments.reg': `Windows Registry Editor Version 5.00

[${software}\\Enrollments\\Status\\${enrollment.toLowerCase()}]

[${software}\\Enrollments\\${enrollment}]
"EnrollmentState"=dword:00000001
"ProviderID"="MS DM Server"

[${software}\\Enrollments\\${enrollment}\\LinkedEnrollment]
"LinkedEnrollmentID"="${linked}"

[-${software}\\Enrollments\\${linked}]
`,
  'CoManagementHandler.log': `<![LOG[Enrollment id ${enrollment} and policy ${linked}]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\n`,
};

/** The places are asked of documents here, so where lines and pieces begin does not matter. */
const pieces: TextPieces = {
  encoding: 'utf-8',
  length: 0,
  lineStarts: new Uint32Array(1),
  pieceStarts: new Uint32Array(1),
  pieceBytes: new Float64Array(1),
};

const documents = new Map(
  Object.entries(files).map(([path, text]) => [path, documentOf(text, `file:///case/${path}`)]),
);
const readings = Object.entries(files).map(([path, text]) => analyser.read(path, text, null, text.length));

/** The place of the `nth` occurrence of a text in a file, a few characters in. */
function from(file: string, text: string, nth = 0): NavigationParams {
  const document = documents.get(file);
  assert.ok(document);
  let at = document.getText().indexOf(text);
  for (let i = 0; i < nth; i++) at = document.getText().indexOf(text, at + 1);
  assert.notEqual(at, -1, `${text} in ${file}`);
  const position: Position = document.positionAt(at + 3);
  return { document, position, readings, documents: (path) => documents.get(path) ?? null };
}

/** Locations as `file:line`, lines from 1. */
function places(locations: readonly Location[]): string[] {
  return locations.map(({ uri, range }) => `${uri.slice('file:///case/'.length)}:${range.start.line + 1}`);
}

function hoverOf(params: NavigationParams, file: string): string {
  const reading = readings.find(({ path }) => path === file);
  assert.ok(reading);
  const shown = features.hover(reading, params.document, params.position, null, readings);
  assert.ok(shown !== null && MarkupContent.is(shown.contents));
  return shown.contents.value;
}

test('the definition of an enrollment is its key, wherever its id stands', () => {
  const home = ['enrollments.reg:5'];
  assert.deepEqual(places(features.definitions(from('accounts.reg', enrollment))), home);
  assert.deepEqual(places(features.definitions(from('CoManagementHandler.log', enrollment))), home);
  assert.deepEqual(places(features.definitions(from('enrollments.reg', enrollment.toLowerCase()))), home);
});

test('a definition points at the id in the header of the key', () => {
  const [location] = features.definitions(from('accounts.reg', enrollment));
  assert.ok(location);
  assert.equal(documents.get('enrollments.reg')?.getText(location.range), enrollment);
});

test('without a home every key with that name is offered', () => {
  assert.deepEqual(places(features.definitions(from('accounts.reg', `{${task}}`))), ['accounts.reg:10']);
});

test('a key that a file deletes is no definition; a place without a GUID has none', () => {
  assert.deepEqual(features.definitions(from('CoManagementHandler.log', linked)), []);
  assert.deepEqual(features.definitions(from('CoManagementHandler.log', 'Enrollment id')), []);
  assert.deepEqual(features.references(from('CoManagementHandler.log', 'Enrollment id')), []);
});

test('references are all places of the case, in keys, values and records', () => {
  assert.deepEqual(places(features.references(from('CoManagementHandler.log', enrollment))), [
    'accounts.reg:3',
    'accounts.reg:4',
    'accounts.reg:7',
    'accounts.reg:11',
    'enrollments.reg:3',
    'enrollments.reg:5',
    'enrollments.reg:9',
    'CoManagementHandler.log:1',
  ]);
});

test('hover tells what a GUID of a log is in the registry, home first, with its telling values', () => {
  const text = hoverOf(from('CoManagementHandler.log', enrollment), 'CoManagementHandler.log');
  assert.match(text, /^\*\*This id in the registry of the case\*\* \(4 keys\)/);
  assert.match(text, /- `HKLM\\SOFTWARE\\Microsoft\\Enrollments`: One entry of Windows/);
  assert.ok(text.indexOf('\\Enrollments`:') < text.indexOf('\\Accounts`'), 'the home comes first');
  assert.match(text, /EnrollmentState = `1`.* · ProviderID = `MS DM Server`/);
});

test('hover on the id in a header is about the id, with the key after it', () => {
  const params = from('enrollments.reg', enrollment);
  const text = hoverOf(params, 'enrollments.reg');
  assert.match(text, /This id in the registry of the case[^]*\n---\n[^]*alone proves no enrollment/);
});

test('a GUID that names no key adds nothing', () => {
  const text = hoverOf(from('CoManagementHandler.log', linked), 'CoManagementHandler.log');
  assert.doesNotMatch(text, /This id in the registry/);
});

test('of a file whose text was dropped, known keys, values and messages are still found', () => {
  const log = `<![LOG[Intune SA Account ID retrieved: '${enrollment}']LOG]!><time="10:00:00.000-060" date="11-20-2026" component="CoManagementHandler" context="" type="1" thread="1" file="">\n`;
  const [accounts, enrollments] = readings;
  assert.ok(accounts && enrollments);
  const open = from('CoManagementHandler.log', enrollment);
  const closed = [accounts, enrollments, analyser.read('CoManagementHandler.log', log, null, log.length)].map(
    (reading) => condense(reading, pieces, analyser.snapshotEntries),
  );
  const params = { ...open, readings: closed };
  assert.deepEqual(places(features.definitions(params)), ['enrollments.reg:5']);
  assert.deepEqual(places(features.references(params)), [
    'accounts.reg:4',
    'accounts.reg:7',
    'accounts.reg:11',
    'enrollments.reg:3',
    'enrollments.reg:5',
    'enrollments.reg:9',
    'CoManagementHandler.log:1',
  ]);
});
