import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hoverAt } from './hoverAt.ts';

/** The hover over the first character of a message, in the log of that name. */
function ofMessage(message: string, log = 'CoManagementHandler'): string {
  const record = `<![LOG[<|>${message}]LOG]!><time="10:00:00.000-060" date="11-20-2026" component="${log}" context="" type="1" thread="1" file="">\n`;
  return hoverAt(`${log}.log`, record)?.markdown ?? '';
}

/** The hover over a value of a key below HKLM. */
function ofValue(key: string, name: string, data: string): string {
  const text = `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\${key}]\r\n"<|>${name}"=${data}\r\n`;
  return hoverAt('a.reg', text)?.markdown ?? '';
}

/** The hover over a field of dsregcmd. */
function ofField(section: string, field: string, value: string): string {
  const rule = `+${'-'.repeat(70)}+`;
  const text = `${rule}\n| ${section.padEnd(69)}|\n${rule}\n\n   <|>${field} : ${value}\n`;
  return hoverAt('dsregcmd.txt', text)?.markdown ?? '';
}

describe('hover over a record', () => {
  test('a report line spells out the state message', () => {
    const report = (state: number) =>
      ofMessage(`StateID or report hash is changed. Sending up the report for state ${state}.`);
    assert.match(report(107), /\*\*State message 107:\*\* Enrolled and provisioned\./);
    assert.doesNotMatch(report(999), /\*\*State message/);
  });

  test('the exit code of client set-up is one of ccmsetup, also when it is 0', () => {
    const ended = (code: number) => ofMessage(`CcmSetup is exiting with return code ${code}`, 'ccmsetup');
    assert.match(ended(7), /needs a restart/);
    assert.match(ended(0), /Client setup finished/);
    assert.doesNotMatch(ended(7), /ERROR\\_ARENA\\_TRASHED|Points at/);
  });

  test('it names the cause that a code points at, with the next step', () => {
    const text = ofMessage(
      'Failed to enroll with RegisterDeviceWithManagementUsingAADCredentials with error code 0x80180018',
    );
    assert.match(text, /\*\*Points at:\*\* [^\n]*licen[sc]e/i);
    assert.equal([...text.matchAll(/Points at/g)].length, 1);
  });

  test('an error of the sign-in service is explained', () => {
    const text = ofMessage('Failed to get a token. AADSTS50076: more is needed', 'CcmAad');
    assert.match(text, /\*\*AADSTS50076\*\*/);
  });

  test('a scheduled task is told by its name, the longest one that fits', () => {
    const task = 'Schedule created by enrollment client for automatically enrolling in MDM from AAD';
    assert.match(ofMessage(`Task "${task}" exists`), /Made by the Group Policy/);
    const command = ofMessage('deviceenroller.exe /c /AutoEnrollMDMUsingAADDeviceCredential');
    assert.match(command, /credential of the device/);
    assert.doesNotMatch(command, /credential of the signed\\-in user/);
  });

  test('what rests on no source says so', () => {
    assert.match(ofMessage('Enrollment randomization timer fired'), /\*Unverified\*/);
    assert.match(
      ofMessage('Machine is already enrolled with MDM'),
      /\*Confirmed by Microsoft’s documentation\*/,
    );
  });
});

describe('hover over a registry value', () => {
  const mdm = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MDM';

  test('client health is told bit by bit', () => {
    const text = ofValue(mdm, 'ClientHealthStatus', 'dword:00000033');
    assert.match(text, /- 1 installed: \*\*set\*\*/);
    assert.match(text, /- 4 last health evaluation good: not set/);
    assert.match(text, /- 16 error when calling the management point: \*\*set\*\*/);
    assert.match(text, /- 32 \(0x20\): \*\*set\*\*, without a published meaning/);
  });

  test('who is the authority', () => {
    const key = 'SOFTWARE\\Microsoft\\DeviceManageabilityCSP\\Provider\\MS DM Server';
    assert.match(ofValue(key, 'ConfigInfo', '"2"'), /= Configuration Manager/);
    assert.match(ofValue(key, 'ConfigInfo', '"1"'), /= Intune/);
  });

  test('how far Autopilot came with the client', () => {
    const key =
      'SOFTWARE\\Microsoft\\Windows\\Autopilot\\EnrollmentStatusTracking\\Device\\DevicePreparation\\PolicyProviders\\ConfigMgr';
    assert.match(ofValue(key, 'InstallationState', 'dword:00000004'), /= error/);
  });

  test('a FILETIME is a moment, as a number and as bytes', () => {
    const key = 'SOFTWARE\\Microsoft\\Enrollments\\4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C';
    const bytes = '00,80,3e,d5,de,b1,9d,01';
    assert.match(ofValue(key, 'RenewTimestamp', `hex(b):${bytes}`), /1970-01-01 00:00:00 UTC/);
    assert.match(ofValue(key, 'RenewTimestamp', `hex:${bytes}`), /1970-01-01 00:00:00 UTC/);
    assert.doesNotMatch(ofValue(key, 'RenewTimestamp', 'hex:00,80'), / UTC/);
  });

  test('a code in a value is explained, with its cause', () => {
    const key = 'SOFTWARE\\Microsoft\\Enrollments\\4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C\\LinkedEnrollment';
    const text = ofValue(key, 'LastError', 'dword:80180018');
    assert.match(text, /0x80180018/);
    assert.match(text, /Points at/);
  });

  test('a task of an enrollment is told by the name of its key', () => {
    const path =
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree\\Microsoft\\Windows\\EnterpriseMgmt\\4C5E7A90-8A11-4B62-9D33-6B2F0E5B1D7C\\PushLaunch';
    const shown = hoverAt('t.reg', `Windows Registry Editor Version 5.00\r\n\r\n[<|>${path}]\r\n`);
    assert.match(shown?.markdown ?? '', /\*\*PushLaunch:\*\* Starts a management session/);
  });
});

describe('hover over a field of dsregcmd', () => {
  test('both codes of a failed test are explained', () => {
    const text = ofField('Diagnostic Data', 'DRS Discovery Test', 'FAIL [0x801c0021/0x80072ee2]');
    assert.match(text, /0x801C0021[^]*0x80072EE2/);
  });

  test('the reason of a refused token is explained', () => {
    const text = ofField('SSO State', 'Server Error Description', 'AADSTS50126: wrong password');
    assert.match(text, /\*\*AADSTS50126\*\*/);
  });

  test('a wrong value names its cause', () => {
    assert.match(ofField('SSO State', 'AzureAdPrt', 'NO'), /\*\*Points at:\*\*/);
    assert.doesNotMatch(ofField('SSO State', 'AzureAdPrt', 'YES'), /Points at/);
  });
});
