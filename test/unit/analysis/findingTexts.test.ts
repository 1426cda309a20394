import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyser } from './checkCase.ts';
import { readCaseFixture } from './caseFixture.ts';

function findingsOf(source: string) {
  const readings = readCaseFixture(source).files.map(({ path, text }) =>
    analyser.read(path, text, 'utf-8', text.length),
  );
  return analyser.analyse('fixture', readings, { now: null, bias: null }).findings;
}

test('a value that is not as it should be is said once', () => {
  const [finding] = findingsOf(`=== registry.reg
Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\MDM]
"DisableRegistration"=dword:00000001
`);
  assert.match(finding?.message ?? '', /^DisableRegistration = 1 \(0x00000001\): Windows refuses /);
});

test('a second line about a failed attempt points at the line that is its error', () => {
  const [error, again, ...others] = findingsOf(`=== CoManagementHandler.log -060
2026-11-18 09:10:01 Enrolling device with RegisterDeviceWithManagementUsingAADDeviceCredentials
2026-11-18 09:10:02 Failed to enroll with RegisterDeviceWithManagementUsingAADDeviceCredentials with error code 0x80180026
2026-11-18 09:10:02 MDM enrollment failed with error code 0x80180026 'Unknown'. Will retry in 15 minutes...
`);
  assert.deepEqual([error?.severity, again?.severity, others.length], ['error', 'information', 0]);
  assert.deepEqual(error?.related, []);
  assert.deepEqual(
    again?.related.map(({ place }) => place),
    [error.place],
  );
  assert.match(again.message, /0x80180026.*Another line tells of the same attempt\.$/);
});
