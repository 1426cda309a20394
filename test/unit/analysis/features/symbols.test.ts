import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import type { CaseAnalysis } from '../../../../server/src/analysis/caseAnalysis.ts';
import type { Artefact, RegistryKey } from '../../../../server/src/analysis/artefacts/artefact.ts';
import { tableOfKeys } from '../../../../server/src/analysis/artefacts/registryTable.ts';
import { symbolsOf } from '../../../../server/src/analysis/features/symbols.ts';
import { analysisOf, documentOf, evidenceOf, findingOf, logFile, logOf, stageOf } from './caseValues.ts';

const text = 'first line\nsecond line\nthird line\n';

function outline(artefact: Artefact, analysis: CaseAnalysis | null): DocumentSymbol[] {
  const document = documentOf(artefact.text);
  return symbolsOf({
    file: logFile,
    artefact,
    document,
    analysis,
    knownKeys: () => [{ index: 2_900, matches: [] }],
  });
}

test('a log lists its stages with their evidence, and other failures', () => {
  const evidence = [
    evidenceOf({ place: { file: logFile, start: 11, end: 22 }, text: 'second line' }),
    evidenceOf({ place: { file: logFile, start: 0, end: 10 }, text: 'first line' }),
    evidenceOf({ place: { file: 'other.log', start: 0, end: 10 } }),
  ];
  const findings = [
    findingOf({ place: { file: logFile, start: 23, end: 33 }, message: 'Something else failed.' }),
    findingOf({ place: { file: logFile, start: 0, end: 10 } }),
  ];
  const symbols = outline(logOf(text), analysisOf({ stages: [stageOf({ evidence })], findings }));
  assert.deepEqual(
    symbols.map(({ name, detail, children }) => [name, detail, children?.map((child) => child.name)]),
    [
      ['Enrollment', 'failed', ['first line', 'second line']],
      ['Something else failed.', 'failure', undefined],
    ],
  );
  assert.deepEqual(symbols[0]?.range, { start: { line: 0, character: 0 }, end: { line: 1, character: 11 } });
});

test('a log without a case has no outline', () => {
  assert.deepEqual(outline(logOf(text), null), []);
});

test('of too many registry keys the known ones are kept, in the order of the file', () => {
  const keys = Array.from({ length: 3_000 }, (_, index): RegistryKey => {
    const path = `HKEY_LOCAL_MACHINE\\${index === 2_900 ? 'Known' : `Key${index}`}`;
    return {
      path,
      start: index,
      end: index + 1,
      pathStart: index,
      pathEnd: index + 1,
      deleted: false,
      lastWrite: null,
      values: [],
    };
  });
  const artefact: Artefact = {
    type: 'registry',
    kind: 'registry-file',
    text: 'x'.repeat(3_000),
    table: tableOfKeys(keys),
    problems: [],
  };
  const symbols = outline(artefact, null);
  assert.equal(symbols.length, 2_000);
  assert.equal(symbols.at(-1)?.name, 'HKEY_LOCAL_MACHINE\\Known');
});

test('dsregcmd lists sections and fields', () => {
  const status = '| Device State |\nAzureAdJoined : YES\n';
  const field = {
    name: 'AzureAdJoined',
    value: 'YES',
    start: 17,
    end: 36,
    nameStart: 17,
    nameEnd: 30,
    valueStart: 33,
    valueEnd: 36,
  };
  const section = { title: 'Device State', start: 0, end: 36, titleStart: 2, titleEnd: 14, fields: [field] };
  const symbols = outline(
    { type: 'dsregcmd', kind: 'dsregcmd', text: status, sections: [section], problems: [] },
    null,
  );
  assert.equal(symbols[0]?.name, 'Device State');
  assert.deepEqual(
    symbols[0].children?.map(({ name, detail }) => [name, detail]),
    [['AzureAdJoined', 'YES']],
  );
});
