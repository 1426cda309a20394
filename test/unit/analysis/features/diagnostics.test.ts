import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Diagnostic } from 'vscode-languageserver-types';
import { diagnosticsOf } from '../../../../server/src/analysis/features/diagnostics.ts';
import type { DiagnosticsParams, NameOfCode } from '../../../../server/src/analysis/features/diagnostics.ts';
import { documentOf, findingOf, logFile, logOf } from './caseValues.ts';

const text = 'first line\nsecond line\n';

function diagnose(params: Partial<DiagnosticsParams>, nameOf?: NameOfCode): Diagnostic[] {
  const document = documentOf(text);
  const documents = (file: string) => (file === logFile ? document : null);
  return diagnosticsOf(
    {
      file: logFile,
      document,
      artefact: logOf(text),
      findings: [],
      documents,
      ...params,
    },
    nameOf,
  );
}

test('a finding becomes a diagnostic with range, severity and source', () => {
  const [diagnostic] = diagnose({ findings: [findingOf({ place: { file: logFile, start: 11, end: 17 } })] });
  assert.deepEqual(diagnostic, {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } },
    severity: DiagnosticSeverity.Error,
    source: 'Co-management Lens',
    code: 'comanagement.attempt-failed',
    message: 'The attempt failed.',
  });
});

test('the message is one sentence and the name of the code; the hover beside it tells the rest', () => {
  const message = 'The attempt failed at 10.30. The code is the diagnosis. 0x80180026 NAME: blocked.';
  const finding = findingOf({ message, codes: [0x80180026, 5], remedy: 'Remove the policy' });
  const [diagnostic] = diagnose({ findings: [finding] }, () => 'MENROLL_E_BLOCKED');
  assert.equal(diagnostic?.code, '0x80180026');
  assert.equal(diagnostic.message, 'The attempt failed at 10.30. MENROLL_E_BLOCKED');
});

test('a message that names the code does not name it again; one without code has none', () => {
  const messageOf = (values: Parameters<typeof findingOf>[0]) =>
    diagnose({ findings: [findingOf(values)] }, () => 'NAME')[0]?.message;
  assert.equal(messageOf({ message: 'It says NAME. More.', codes: [1] }), 'It says NAME.');
  assert.equal(messageOf({ message: 'The value is wrong', codes: [] }), 'The value is wrong.');
});

test('only web addresses become links', () => {
  const link = (reference: string) =>
    diagnose({ findings: [findingOf({ reference })] })[0]?.codeDescription?.href;
  assert.equal(link('https://learn.microsoft.com/intune'), 'https://learn.microsoft.com/intune');
  assert.equal(link('command:workbench.action.quit'), undefined);
});

test('evidence elsewhere is related information; a file that is gone is left out', () => {
  const related = [
    { place: { file: logFile, start: 0, end: 5 }, message: 'here' },
    { place: { file: 'gone.reg', start: 0, end: 5 }, message: 'nowhere' },
  ];
  const [diagnostic] = diagnose({ findings: [findingOf({ related })] });
  assert.deepEqual(
    diagnostic?.relatedInformation?.map(({ location, message }) => [location.uri, message]),
    [[`file:///case/${logFile}`, 'here']],
  );
});

test('findings of other files are not reported', () => {
  assert.deepEqual(
    diagnose({ findings: [findingOf({ place: { file: 'other.log', start: 0, end: 1 } })] }),
    [],
  );
});

test('a problem is reported once, whether or not a rule speaks of it', () => {
  const problem = { id: 'torn-record', start: 0, end: 5, message: 'Torn.' };
  const artefact = { ...logOf(text), problems: [problem] };
  assert.deepEqual(
    diagnose({ artefact }).map(({ code, severity }) => [code, severity]),
    [['torn-record', DiagnosticSeverity.Information]],
  );
  assert.equal(diagnose({ artefact, findings: [findingOf({ ruleId: 'torn-record' })] }).length, 1);
});

test('the worst come first, and the last entry counts what is left out', () => {
  const findings = [
    ...Array.from({ length: 1_500 }, () => findingOf({ severity: 'warning' })),
    findingOf({ severity: 'error' }),
  ];
  const diagnostics = diagnose({ findings });
  assert.equal(diagnostics.length, 1_000);
  assert.equal(diagnostics[0]?.severity, DiagnosticSeverity.Error);
  assert.match(JSON.stringify(diagnostics.at(-1)?.message), /^"502 further findings/);
});

test('a file that is not open shows warnings and errors only', () => {
  const findings = (['error', 'warning', 'information', 'hint'] as const).map((severity) =>
    findingOf({ severity }),
  );
  assert.equal(diagnose({ findings, leastSeverity: 'warning' }).length, 2);
});
