import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactText } from './redactText.ts';

/** What is replaced, and by what. Everything in it is invented. */
const replaced: readonly (readonly [string, string])[] = [
  ['signed in as adele.vance@contoso.com', 'signed in as user-1@domain-1.example'],
  ['signed in as adele%40contoso.com', 'signed in as user-1%40domain-1.example'],
  ['UPN fooUser@contoso.onmicrosoft.com', 'UPN fooUser@tenant-1.example'],
  ['logged on: CONTOSO\\adele.', 'logged on: domain-1\\user-1.'],
  ['logged on: AzureAD\\AdeleVance', 'logged on: AzureAD\\user-1'],
  ['machine account CONTOSO\\PC-0042$', 'machine account domain-1\\device-1$'],
  ['C:\\Users\\adele\\ntuser.dat', 'C:\\Users\\user-1\\ntuser.dat'],
  ['"C:\\\\Users\\\\adele\\\\x"', '"C:\\\\Users\\\\user-1\\\\x"'],
  ['ComputerName="PC-0042" then PC-0042 alone', 'ComputerName="device-1" then device-1 alone'],
  ['HostName is now PC-0042', 'HostName is now device-1'],
  ['<Computer>PC-0042</Computer>', '<Computer>device-1</Computer>'],
  ['MP [SCCM01] answers; sccm01 is up', 'MP [host-1] answers; host-1 is up'],
  ['\\\\files01\\share$', '\\\\host-1\\share$'],
  ['https://sccm01.ad.contoso.com/sms_mp', 'https://host-1.domain-1.example/sms_mp'],
  ['http://sccm01/sms_mp', 'http://host-1/sms_mp'],
  ['https://contosocmg.cloudapp.net/x', 'https://host-1.example/x'],
  ['domain ad.contoso.co.uk', 'domain ad.domain-1.example'],
  ['address 10.20.30.40, gateway 10.20.30.1', 'address 192.0.2.1, gateway 192.0.2.2'],
  ['address fe80::c4ac:29ab:6839:d160', 'address 2001:db8::1'],
  ['adapter 00-1A-2B-3C-4D-5E', 'adapter 02-00-00-00-00-01'],
  ['S-1-5-21-1004336348-1177238915-682003330-1104', 'S-1-5-21-0-0-0-1001'],
  ['TenantId = 0d4f6a2c-91b7-4e83-a5c0-62f8d7b3e914', 'TenantId = 00000000-0000-0000-0001-000000000001'],
  ['DeviceId: {0D4F6A2C-91B7-4E83-A5C0-62F8D7B3E914}', 'DeviceId: {00000000-0000-0000-0002-000000000001}'],
  ['SerialNumber=5CG1234XYZ', 'SerialNumber=serial-1'],
  ['A19C03E57D2B84F6105C9E7A3BD8F264710CAE95', '0000000000000000000000000000000000000001'],
  ["'CN=Adele Vance, OU=Sales Berlin'", "'CN=name-1, OU=name-2'"],
  ['Bearer eyJhbGciOiJub25lIn0.eyJhIjoiYiJ9.c2lnbmF0dXJl', 'Bearer token-1'],
  ['?sv=1&sig=Ab3%2Fx9Qk27', '?sv=1&sig=token-1'],
  ['user grace.hopper@wingtip.example of Grace Hopper', 'user user-1@domain-1.example of user-1'],
  ['machine serial PF2ABC9X', 'machine serial serial-1'],
  ['Current AD site of machine is Zurich-HQ', 'Current AD site of machine is name-1'],
  [
    'LDAP://dc03.corp.wingtip.io/DC=corp,DC=wingtip,DC=io',
    'LDAP://host-1.domain-1.example/DC=corp,DC=domain-2,DC=io',
  ],
  ['logon server \\\\WTDC03; WTDC03$ answers', 'logon server \\\\host-1; host-1$ answers'],
  ['\\\\?\\UNC\\wtfs02\\data', '\\\\?\\UNC\\host-1\\data'],
  ['FSP=primary.lan', 'FSP=domain-1.example'],
  ['WTCM01.CORP.WINGTIP.IO and WTCM01:8530', 'host-1.domain-1.example and host-1:8530'],
  ['VK7JG-NPHTM-C97JM-9MPGT-3V66T', 'product-key-1'],
];

for (const [before, after] of replaced) {
  test(`replaced: ${before}`, () => {
    assert.equal(redactText(before), after);
  });
}

/** What is the same for everybody, or no identifier at all. */
const kept: readonly string[] = [
  'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  'https://login.microsoftonline.com/common/oauth2/authorize',
  'https://r.manage.microsoft.com/ReportingService, https://fef.msub03.manage.microsoft.com/',
  'error 0x80180026 (-2145910746) AADSTS50076 at 127.0.0.1',
  'Client version 5.00.9128.1007, OS version 10.0.22631.1, build 10.0.26100.1',
  'S-1-5-18, S-1-5-32-544, S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464',
  '{00000000-0000-0000-0000-000000000021} 0000000a-0000-0000-c000-000000000000',
  'NT AUTHORITY\\SYSTEM in C:\\Users\\Public and C:\\Windows\\System32\\CCM',
  'ROOT\\ccm\\Policy\\Machine, SOFTWARE\\Microsoft\\CCM, HKLM\\SYSTEM\\CurrentControlSet',
  'comanagementhandler.cpp:655 ccmsetup.exe client.msi Microsoft.Intune.Management System.Net.WebException',
  'CoManagementHandler CcmExec MS DM Server ScopeId_ AutoEnroll Microsoft-Windows-AAD/Operational',
  '11/18/2026 10:00:02.123 2026-11-18T09:00:00Z +060 12:34:56',
  'User = NULL, Host: localhost, ComputerName = (null), Domain=WORKGROUP, Server: Microsoft-IIS/10.0',
  'SITE=P01 SMSSITECODE=P01 PackageID P0100042',
  '\\\\.\\pipe\\ccm \\\\?\\C:\\Windows',
  'RegisterDeviceWithManagementUsingAADDeviceCredentials/CoManagementSettings_AutoEnroll/Capabilities2',
  'Uploading to autologon.microsoftazuread-sso.com and enterpriseregistration.windows.net',
];

for (const text of kept) {
  test(`kept: ${text}`, () => {
    assert.equal(redactText(text), text);
  });
}

test('a name of everyday use is replaced where it clearly is a name, and left where it is a word', () => {
  assert.equal(
    redactText('CONTOSO\\admin ran the test as admin; ComputerName="test"'),
    'domain-1\\user-1 ran the test as admin; ComputerName="device-1"',
  );
});

test('equal things stay equal, whatever their case and form', () => {
  assert.equal(
    redactText('contoso\\x, CONTOSO\\adele and Adele@contoso.com on ADELE-PC: ComputerName=adele-pc'),
    'domain-1\\x, domain-1\\user-1 and user-1@domain-1.example on device-1: ComputerName=device-1',
  );
});

test('the name and the id of one device are one device', () => {
  const text =
    '| Device State |\r\n  AzureAdJoined : YES\r\n  DomainJoined : YES\r\n  Device Name : PC-0042\r\n' +
    '  DeviceId : 3f0c7b1a-58d2-4c1e-9a6b-7d20e4f19c35\r\n';
  assert.match(
    redactText(text, 'dsregcmd.txt'),
    /device-1\r\n {2}DeviceId : 0{8}-0000-0000-0002-000000000001/,
  );
});

test('what the user keeps stays, and what the user adds goes', () => {
  const text = 'ComputerName=PC-0042 of CONTOSO\\adele, project Bluebird';
  assert.equal(
    redactText(text, 'Any.log', { keep: ['pc-*'], add: ['bluebird'] }),
    'ComputerName=PC-0042 of domain-1\\user-1, project other-1',
  );
});

test('a name that a line break cuts in two is found, and the lines stay', () => {
  assert.equal(
    redactText('ComputerName=WORKSTATION42\r\n> on WORKST\r\n> ATION42 again'),
    'ComputerName=device-1\r\n> on device-1\r\n>  again',
  );
});

test('text in bytes of a registry file is written again, on as many lines', () => {
  const bytes =
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\X]\r\n"P"=hex(2):';
  const wide = (text: string): string =>
    [...Buffer.from(text, 'utf16le')].map((one) => one.toString(16).padStart(2, '0')).join(',');
  assert.equal(
    redactText(`${bytes}${wide('C:\\Users\\adele')},\\\r\n  ${wide('\\x\0')}\r\n`, 'x.reg').replace(
      /\\\r\n {2}/,
      '',
    ),
    `${bytes}${wide('C:\\Users\\user-1\\x\0')}\r\n`,
  );
});

test('a number in bytes stays', () => {
  const text =
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\CCM]\r\n"CoManagementFlags"=hex(b):03,20,00,00,00,00,00,00\r\n';
  assert.equal(redactText(text, 'x.reg'), text);
});
