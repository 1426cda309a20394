import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noChoices, nothingBeside, redactCase } from '../../../../server/src/analysis/index.ts';
import { analyser } from '../checkCase.ts';
import { redactText } from './redactText.ts';
import { utf16Hex } from './utf16Hex.ts';

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
  ['"ProductId"="00330-80000-00000-AA123"', '"ProductId"="product-key-1"'],
  ['on DESKTOP-Q8W7E6R and Laptop-h1ld3', 'on device-1 and device-2'],
  ['switch port of 3c52.82af.10a0', 'switch port of 0200.0000.0001'],
  ['site server 10.1.2.3, Driver: 10.1.2.4', 'site server 192.0.2.1, Driver: 192.0.2.2'],
  ['"NameServer"="10.211.6.1,10.211.6.2"', '"NameServer"="192.0.2.1,192.0.2.2"'],
  ['http://10.20.30.40/x [fd00:1234::5]:443', 'http://192.0.2.1/x [2001:db8::2]:443'],
  ['mapped ::ffff:10.1.1.1', 'mapped ::ffff:192.0.2.1'],
  ['Authorization: Bearer 0.AXoAq3Yx9LmPk2Wd8RtVb5Nz', 'Authorization: Bearer token-1'],
  ['x-functions-key: aZ09bY18cX27dW36eV45', 'x-functions-key: token-1'],
  ['password: Tr0ub4dor&3 and the pwd is Geheim!789', 'password: token-1 and the pwd is token-2'],
  ['recovery 123456-234567-345678-456789-567890-678901-789012-890123', 'recovery token-1'],
  ['User "Zebulon Whitcombe" signed in', 'User "user-1" signed in'],
  [
    '{"givenName":"Mark","surname":"Case","displayName":"Mark Case"}, mark the case',
    '{"givenName":"user-1","surname":"user-2","displayName":"user-3"}, mark the case',
  ],
  ['"onPremisesSamAccountName":"pvane"', '"onPremisesSamAccountName":"user-1"'],
  ['"RegisteredOwner"="Leopoldina Grebe"', '"RegisteredOwner"="user-1"'],
  ['<Property Name="MachineName" Value="GIRLITZ9"/>', '<Property Name="MachineName" Value="device-1"/>'],
  ["profile C:\\Users\\o'brien\\x", 'profile C:\\Users\\user-1\\x'],
  ['D:\\Profiles\\weihe.VOGEL\\NTUSER.DAT', 'D:\\Profiles\\user-1\\NTUSER.DAT'],
  ['\\\\fileserv\\homes$\\turmfalke\\docs', '\\\\host-1\\homes$\\user-1\\docs'],
  ['\\\\fs-heron\\finance-payroll$\\setup.log', '\\\\host-1\\name-1\\setup.log'],
  ['C:\\x\\OneDrive - Fabrikam Mills\\y', 'C:\\x\\OneDrive - tenant-1\\y'],
  ['CN=\\"Bl\u00e4sshuhn, Karl\\", OU=Teich', 'CN=\\"name-1\\", OU=name-2'],
  ['CN=Bussard\\, Anna,OU=Greife', 'CN=name-1,OU=name-2'],
  ['TERMSRV/UHU-11', 'TERMSRV/host-1'],
  ['neuntoeter&#64;wingtip.example', 'user-1&#64;domain-1.example'],
  ['BIOS SN=MXL0Z821R7, IMEI: 356938035643809', 'BIOS SN=serial-1, IMEI: serial-2'],
  ['Phone: +44 20 7946 0958', 'Phone: name-1'],
  ["user 'moorland\\\\dagmar' failed", "user 'domain-1\\\\user-1' failed"],
  ['Network access account moorland\\svc-sccm-naa', 'Network access account domain-1\\user-1'],
  ['where ResourceName = "HAENSEL7"', 'where ResourceName = "device-1"'],
  ['Registered Owner:   Rumpel Stilzchen', 'Registered Owner:   user-1'],
  ['Registered Organization:  The Mill & Co', 'Registered Organization:  name-1'],
  ['    RegisteredOwner    REG_SZ    Rumpel Stilzchen', '    RegisteredOwner    REG_SZ    user-1'],
  ['    DefaultPassword    REG_SZ    hunter2hunter2', '    DefaultPassword    REG_SZ    token-1'],
  ['"Rumpel Stilzchen" <rumpel@moorland.example>', '"user-1" <user-2@domain-1.example>'],
  ['bypass *.moorland.local;', 'bypass *.domain-1.example;'],
  [
    '"RegisteredOwner"="Leopoldina Grebe", "RegisteredOrganization"="Heron Works GmbH": Leopoldina Grebe (Grebe, Leopoldina) told Heron Works GmbH',
    '"RegisteredOwner"="user-1", "RegisteredOrganization"="name-1": user-1 (user-1) told name-1',
  ],
  [
    '"Surname"="Grebe", "GivenName"="Mark": Grebe left a mark',
    '"Surname"="user-1", "GivenName"="user-2": user-1 left a mark',
  ],
  ['UserDisplayName: Leopoldina Grebe', 'UserDisplayName: user-1'],
  ['DisplayName = Leopoldina Grebe', 'DisplayName = name-1'],
  ['Property(S): LogonUser = dunlin', 'Property(S): LogonUser = user-1'],
  ['Property(S): USERNAME = Leopoldina Grebe', 'Property(S): USERNAME = user-1'],
  ['Property(S): COMPANYNAME = Heron works', 'Property(S): COMPANYNAME = name-1'],
  [
    "PROPERTY CHANGE: Adding USERNAME property. Its value is 'Orla O'Grebe'. Orla O'Grebe",
    "PROPERTY CHANGE: Adding USERNAME property. Its value is 'user-1'. user-1",
  ],
  [
    "PROPERTY CHANGE: Modifying USERNAME property. Its current value is 'Leopoldina Grebe'. Its new value: 'dunlin'.",
    "PROPERTY CHANGE: Modifying USERNAME property. Its current value is 'user-1'. Its new value: 'user-2'.",
  ],
  [
    'CURRENTDIRECTORY=C:\\Users\\dunlin CLIENTUILEVEL=3 CLIENTPROCESSID=6136 USERNAME="Leopoldina Grebe"',
    'CURRENTDIRECTORY=C:\\Users\\user-1 CLIENTUILEVEL=3 CLIENTPROCESSID=6136 USERNAME="user-2"',
  ],
  ['copy C:\\Users\\dunlin D:\\x for dunlin', 'copy C:\\Users\\user-1 D:\\x for user-1'],
  [
    'C:\\Users\\dunlin is full and can hold no more of what the client of ConfigMgr writes; dunlin knows',
    'C:\\Users\\user-1 is full and can hold no more of what the client of ConfigMgr writes; user-1 knows',
  ],
  [
    '"C:\\Users\\leopoldina grebe" or C:\\Users\\Leopoldina Grebe',
    '"C:\\Users\\user-1" or C:\\Users\\user-1',
  ],
  ['cn=pcs,dc=moorland,dc=local', 'cn=name-1,dc=domain-1,dc=local'],
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
  'The bearer authentication failed; Basic authentication is off; the password is case-sensitive; Token is null',
  'User "Local System" and User \'Network Service\', HTTP/1.1, OneDrive - Personal',
  '\\\\.\\pipe\\x C:\\ProgramData\\AppData\\x Policies\\{31B2F340-016D-11D2-945F-00C04FB984F9}',
  'Agent/5.0.9.10 FileVersion=10.0.22.1 version 5.0.9.10 ClientVer: 5.0.9.10',
  '"Domain"=dword:00000001',
  'Registered Owner: Windows User, user hklm\\software, account NT AUTHORITY\\SYSTEM, user system32\\drivers',
  'HKLM\\SOFTWARE\\Microsoft\\Internet Settings\\5.0\\User Agent\\Templates and user agent\\templates',
  'DisplayName = Configuration Manager Client, DisplayName = Microsoft Edge, "DisplayName"="Some Product"',
  'Property(S): USERNAME = Windows User',
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

test('the key of Windows goes, however its bytes are written', () => {
  const bytes = 'a4,00,00,00,03,00,00,00,4b,37,56,51';
  assert.equal(
    redactText(
      `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"DigitalProductId"=hex:${bytes}\r\n`,
      'a.reg',
    ),
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"DigitalProductId"=hex:${bytes.replace(/[0-9a-f]/g, '0')}\r\n`,
  );
  const query = (digits: string): string =>
    `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\X\r\n    DigitalProductId4    REG_BINARY    ${digits}\r\n`;
  const digits = 'A40000000300000030303333';
  assert.equal(redactText(query(digits), 'reg.txt'), query('0'.repeat(digits.length)));
});

test('what labelled values hold as bytes is a name wherever it stands', () => {
  const reg = (value: string): string =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"Servers"=hex(7):${utf16Hex(value)}\r\n`;
  const redacted = redactText(reg('SMSGODWIT\0\0'), 'a.reg');
  assert.equal(redacted, reg('host-1\0\0'));
});

test('the columns of a list of events say what their cells hold', () => {
  const rows = (user: string, computer: string): string =>
    'Level,Date and Time,Source,Event ID,Task Category,User,Computer,Message\r\n' +
    `Error,11/18/2026 10:00:00 AM,Microsoft-Windows-AAD,76,None,${user},${computer},"${computer} failed"\r\n`;
  assert.equal(redactText(rows('godfrey', 'SWIFTLET'), 'events.csv'), rows('user-1', 'device-1'));
});

test('a log whose lines are full of commas and labels is no table', () => {
  const line =
    '<![LOG[{"deviceName":"KIOSKQUARTZ","note":"a","tenantName":"b"}]LOG]!><time="10:00:00.000-60" date="11-18-2026" component="X" context="" type="1" thread="1" file="">\r\n';
  assert.equal(redactText(line.repeat(3)).match(/component="X"/g)?.length, 3);
  assert.equal(redactText(line.repeat(3)).match(/"deviceName":"device-1"/g)?.length, 3);
});

test('a name that artefacts say themselves is replaced behind its label only, as the copy is judged by them', () => {
  const reg = (organisation: string): string =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"RegisteredOrganization"="${organisation}"\r\n"X"="MS DM Server"\r\n`;
  assert.equal(redactText(reg('MS DM Server'), 'a.reg'), reg('name-1'));
});

test('who owns a device by the registry is replaced in every other file, too', () => {
  const reg =
    'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\X]\r\n"RegisteredOwner"="Leopoldina Grebe"\r\n';
  const files = { 'a.reg': reg, 'a.log': 'Leopoldina Grebe was here' };
  const readings = Object.entries(files).map(([path, text]) =>
    analyser.read(path, text, 'utf-8', text.length),
  );
  const copy = redactCase('case', readings, nothingBeside, noChoices, analyser);
  assert.equal(copy.files[1]?.text, 'user-1 was here');
});
