/**
 * Makes cases with planted secrets: names, ids, addresses and tokens drawn from a seed, written into every kind of
 * artefact in the shapes that the tools use. Everything is invented.
 */
import { utf16Hex } from './utf16Hex.ts';

/** A secret, and how it is written where no other form of it is. */
export interface Secret {
  readonly kind: string;
  readonly text: string;
}

export interface PlantedCase {
  readonly name: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly secrets: readonly Secret[];
  /** A text that goes out beside the files. */
  readonly note: string;
}

export function plantCase(seed: number): PlantedCase {
  const draw = drawing(seed);
  const person = `${draw.word(5)}.${draw.word(6)}`;
  const account = draw.word(7);
  const profile = draw.word(8);
  const company = draw.word(8);
  const netbios = draw.word(7).toUpperCase();
  const domain = `${draw.word(4)}.${netbios.toLowerCase()}.${draw.pick(['local', 'com', 'de', 'corp', 'net', 'intern'])}`;
  const publicDomain = `${company}.${draw.pick(['com', 'org', 'co.uk', 'at', 'io'])}`;
  const device = draw.pick([
    `DESKTOP-${draw.capitals(7)}`,
    `PC-${draw.digits(4)}${draw.word(2).toUpperCase()}`,
    `${draw.word(3).toUpperCase()}${draw.digits(5)}`,
    `L-${draw.word(8)}`,
  ]);
  const [siteServer, gateway, distribution, share, controller] = [1, 2, 3, 4, 5].map(
    (i) => `${draw.word(5)}srv${i}${draw.digits(2)}`,
  );
  const tenantId = draw.guid();
  const deviceId = draw.guid();
  const enrollmentId = draw.guid().toUpperCase();
  const clientId = draw.guid().toUpperCase();
  const managedId = draw.guid();
  const policyId = draw.guid();
  const correlation = draw.guid();
  const compact = draw.hex(32);
  const [inside, outside] = [
    `10.${draw.number(1, 254)}.${draw.number(1, 254)}.${draw.number(1, 254)}`,
    `93.${draw.number(1, 254)}.${draw.number(1, 254)}.${draw.number(1, 254)}`,
  ];
  const inside6 = `fd${draw.hex(2)}:${draw.hex(4)}:${draw.hex(4)}::${draw.number(1, 9)}${draw.hex(2)}`;
  const mac = Array.from({ length: 6 }, () => draw.hex(2).toUpperCase())
    .join('-')
    .replace(/^../, 'A4');
  const sid = `S-1-5-21-${draw.digits(9)}-${draw.digits(9)}-${draw.digits(9)}-${draw.number(1100, 9999)}`;
  const entraSid = `S-1-12-1-${draw.digits(9)}-${draw.digits(10)}-${draw.digits(9)}-${draw.digits(9)}`;
  const serial = draw.capitals(10);
  const assetTag = `AT${draw.digits(8)}`;
  const [thumbprint, rootThumbprint] = [draw.hex(40).toUpperCase(), draw.hex(40)];
  const subject = `${draw.word(6)} ${draw.word(7)}`;
  const unit = `${draw.word(9)} ${draw.word(4)}`;
  const webToken = `eyJ${draw.base64(40)}.${draw.base64(90)}.${draw.base64(43)}`;
  const signature = `${draw.base64(42)}%3D`;
  const blob = draw.base64(88);
  const password = `${draw.word(4)}!${draw.digits(4)}Zq`;
  const productKey = Array.from({ length: 5 }, () => draw.capitals(5)).join('-');
  const encodedPerson = draw.word(9);
  const upn = `${person}@${publicDomain}`;
  const tenantDomain = `${company}${draw.digits(2)}.onmicrosoft.com`;
  const [installer, launcher] = [draw.word(9), draw.word(8)];
  const [owner, registrant, shown] = [1, 2, 3].map(
    () => `${capitalised(draw.word(7))} ${capitalised(draw.word(9))}`,
  );
  const [organisation, buyer] = [1, 2].map(
    () => `${capitalised(draw.word(8))} ${draw.word(6)} ${draw.pick(['GmbH', 'Ltd', 'services'])}`,
  );

  const ccm = (component: string, lines: readonly string[]): string =>
    lines
      .map(
        (line, i) =>
          `<![LOG[${line}]LOG]!><time="10:${String(i % 60).padStart(2, '0')}:02.000-60" date="11-18-2026" component="${component}" context="${i % 3 === 0 ? `${netbios}\\${account}` : ''}" type="1" thread="4812" file="${component.toLowerCase()}.cpp:${100 + i}">`,
      )
      .join('\r\n');

  const files = [
    {
      path: `${device}/Logs/CoManagementHandler.log`,
      text: ccm('CoManagementHandler', [
        `AAD-Join Info: type = 1, DeviceId = ${deviceId}, TenantId = ${tenantId}, EnrollmentUrl = https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc`,
        `Processing GET for assignment (ScopeId_${policyId.toUpperCase()}/ConfigurationPolicy_${policyId} : 3)`,
        `User ${netbios}\\${account} is logged on, SID ${sid}`,
        `${registrant} told ${organisation} that ${shown}, ${owner} of ${buyer}, and ${installer} saw ${launcher}`,
        `UserDisplayName: ${shown}`,
        `Device ${device} belongs to ${account} and was enrolled for ${upn}`,
        `Enrolling device to MDM... Try #1 out of 3`,
        `MDM enrollment failed with error code 0x80180026 'Mobile Device Management (MDM) was blocked, possibly by Group Policy or the SetManagedExternally function.'. Will retry in 15 minutes...`,
        `Token for ${upn} : Bearer ${webToken}`,
        `Correlation ${correlation} of tenant ${company} (${tenantDomain})`,
      ]),
    },
    {
      path: `${device}/Logs/LocationServices.log`,
      text: ccm('LocationServices', [
        `Assigned MP is ${siteServer}.${domain}, internet gateway https://${gateway}.cloudapp.net/CCM_Proxy_MutualAuth/7205759`,
        `MP [${siteServer}] of site P01 resolves to ${inside}, ${inside6} and ${outside}:443`,
        `Distribution Point='http://${distribution}.${domain}/SMS_DP_SMSPKG$/P0100042', Locality='LOCAL'`,
        `Failed to open \\\\${share}\\packages$\\setup.exe for ${account}`,
        `LSVerifySiteVersion : domain controller is ${controller}.${domain}`,
        `<Computer>${device}.${domain}</Computer><SerialNumber>${serial}</SerialNumber>`,
        `HostName is now ${device}`,
        `Connect to https://login.microsoftonline.com/${tenantId}/oauth2/token?username=${encodeURIComponent(upn)}`,
        `Blob https://${company}store.blob.core.windows.net/logs?sv=2022-11-02&sig=${signature}`,
        `Adapter ${mac} connected, asset tag: AssetTag=${assetTag}`,
      ]),
    },
    {
      path: `${device}/Logs/SCNotify_${netbios}@${account}_1.log`,
      text: ccm('SCNotify', [
        `Profile C:\\Users\\${profile}\\AppData\\Local\\Temp was loaded`,
        `user ${profile}`,
      ]),
    },
    {
      path: `${device}/Logs/ccmsetup.log`,
      text: ccm('ccmsetup', [
        `Params to send FQDN of ${device}: CCMHOSTNAME=${gateway}.cloudapp.net SMSSITECODE=P01 AADTENANTID=${tenantId} /regtoken:${webToken}`,
        `Certificate [Thumbprint ${thumbprint}] issued to 'CN=${subject}, OU=${unit}, O=Invented'`,
        `Certificate hash ${thumbprint.replace(/(..)(?!$)/g, '$1 ')} is used`,
        `SMSPublicRootKey=${draw.hex(300).toUpperCase()}`,
        `Password=${password} for the proxy`,
        `Windows key ${productKey} was applied`,
        `Payload ${blob} received`,
        `Encoded ${base64Of(`${encodedPerson}@${publicDomain}`)} and ${base64OfWide(encodedPerson)} and ${encodedPerson} himself`,
        `Client id is GUID:${clientId}, packed ${compact}`,
      ]),
    },
    {
      path: `${device}/Logs/client.msi.log`,
      text: [
        '=== Verbose logging started: 11/18/2026  9:02:11  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\WINDOWS\\ccmsetup\\ccmsetup.exe ===',
        `MSI (s) (90:64) [09:02:11:456]: Command Line: CURRENTDIRECTORY=C:\\Users\\${launcher} CLIENTUILEVEL=3 MSICLIENTUSESEXTERNALUI=1 CLIENTPROCESSID=6136 USERNAME="${owner}" COMPANYNAME="${buyer}"`,
        `MSI (s) (90:64) [09:02:11:457]: PROPERTY CHANGE: Adding LogonUser property. Its value is '${installer}'.`,
        `MSI (s) (90:64) [09:02:11:458]: PROPERTY CHANGE: Adding USERNAME property. Its value is '${owner}'.`,
        `MSI (s) (90:64) [09:02:11:459]: PROPERTY CHANGE: Modifying COMPANYNAME property. Its current value is 'Microsoft'. Its new value: '${buyer}'.`,
        `Property(S): LogonUser = ${installer}`,
        `Property(S): USERNAME = ${owner}`,
        `Property(S): COMPANYNAME = ${buyer}`,
        `Property(S): UserSID = ${sid}`,
        'MSI (s) (90:64) [09:02:42:461]: MainEngineThread is returning 0',
        '=== Logging stopped: 11/18/2026  9:02:42 ===',
        '',
      ].join('\r\n'),
    },
    {
      path: `${device}/enrollment.reg`,
      text: [
        'Windows Registry Editor Version 5.00',
        '',
        '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\CCM]',
        '"CoManagementFlags"=dword:00002001',
        '',
        `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\${enrollmentId}]`,
        '"EnrollmentState"=dword:00000001',
        '"ProviderID"="MS DM Server"',
        `"UPN"="${upn}"`,
        `"AADTenantID"="${tenantId}"`,
        `"SID"="${entraSid}"`,
        `"RootCertThumbPrint"="${rootThumbprint}"`,
        `"Profile"=hex(2):${utf16Hex(`C:\\Users\\${profile}\\AppData`)}`,
        `"Servers"=hex(7):${utf16Hex(`${siteServer}.${domain}\0${distribution}\0`)}`,
        `"Opaque"=hex:${utf16Hex(`...${upn}...`)}`,
        `"Cert"=hex:${bytesOfHex(thumbprint)}`,
        `"Path"="C:\\\\Users\\\\${profile}\\\\ntuser.dat"`,
        `"Share"="\\\\\\\\${share}\\\\packages$"`,
        '',
        `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\${enrollmentId}\\DMClient\\MS DM Server]`,
        `"EntDMID"="${managedId}"`,
        `"EntDeviceName"="${device}"`,
        '',
        `[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\TenantInfo\\${tenantId}]`,
        `"DisplayName"="${company}"`,
        '',
        '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]',
        `"RegisteredOwner"="${registrant}"`,
        `"RegisteredOrganization"="${organisation}"`,
        '',
      ].join('\r\n'),
    },
    {
      path: `${device}/reg-query.txt`,
      text: [
        '',
        `HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo\\${thumbprint}`,
        `    TenantId    REG_SZ    ${tenantId}`,
        `    UserEmail    REG_SZ    ${upn}`,
        `    Blob    REG_BINARY    ${utf16Hex(account).replaceAll(',', '').toUpperCase()}`,
        '',
        'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
        `    Domain    REG_SZ    ${domain}`,
        `    Hostname    REG_SZ    ${device}`,
        '',
      ].join('\r\n'),
    },
    {
      path: `${device}/dsregcmd-${device}.txt`,
      text: [
        '+----------------------------------------------------------------------+',
        '| Device State                                                         |',
        '+----------------------------------------------------------------------+',
        '',
        '             AzureAdJoined : YES',
        '              DomainJoined : YES',
        `                DomainName : ${netbios}`,
        `               Device Name : ${device}.${domain}`,
        '',
        '+----------------------------------------------------------------------+',
        '| Tenant Details                                                       |',
        '+----------------------------------------------------------------------+',
        '',
        `                TenantName : ${company}`,
        `                  TenantId : ${tenantId}`,
        '                    MdmUrl : https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
        `    Executing Account Name : ${netbios}\\${account}, ${upn}`,
        '',
      ].join('\r\n'),
    },
    {
      path: `${device}/events.txt`,
      text: [
        'Log Name:      Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin',
        'Source:        Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
        'Date:          11/18/2026 10:00:04 AM',
        'Event ID:      76',
        'Task Category: None',
        'Level:         Error',
        'Keywords:      ',
        `User:          ${netbios}\\${account}`,
        `Computer:      ${device}.${domain}`,
        'Description:',
        `Auto MDM Enroll: Device Credential (0x0), Failed (Unknown Win32 Error code: 0x8018002b) for ${person} at ${publicDomain}`,
        '',
      ].join('\r\n'),
    },
    {
      path: `${device}/UpdateTrustedSites.log`,
      text: `Adding ${siteServer} for ${account}  $$<UpdateTrustedSites><11-18-2026 09:00:00.000-60><thread=4812 (0x12CC)>\r\n`,
    },
  ];
  const secrets: readonly (readonly [string, string | undefined])[] = [
    ['person', person],
    ['account', account],
    ['profile', profile],
    ['encoded person', encodedPerson],
    ['tenant name', company],
    ['netbios', netbios],
    ['domain', domain],
    ['public domain', publicDomain],
    ['device', device],
    ['site server', siteServer],
    ['gateway', gateway],
    ['distribution point', distribution],
    ['share', share],
    ['domain controller', controller],
    ['tenant id', tenantId],
    ['device id', deviceId],
    ['enrollment id', enrollmentId],
    ['client id', clientId],
    ['managed id', managedId],
    ['policy id', policyId],
    ['correlation', correlation],
    ['compact id', compact],
    ['inside address', inside],
    ['outside address', outside],
    ['inside address 6', inside6],
    ['mac', mac],
    ['sid', sid],
    ['entra sid', entraSid],
    ['serial', serial],
    ['asset tag', assetTag],
    ['thumbprint', thumbprint],
    ['spaced thumbprint', thumbprint.replace(/(..)(?!$)/g, '$1 ')],
    ['thumbprint bytes', bytesOfHex(thumbprint)],
    ['root thumbprint', rootThumbprint],
    ['subject', subject],
    ['unit', unit],
    ['web token', webToken],
    ['signature', signature],
    ['blob', blob],
    ['password', password],
    ['product key', productKey],
    ['upn', upn],
    ['encoded upn', encodeURIComponent(upn)],
    ['base64 upn', base64Of(`${encodedPerson}@${publicDomain}`)],
    ['base64 person', base64OfWide(encodedPerson)],
    ['tenant domain', tenantDomain],
    ['storage', `${company}store`],
    ['user of Windows Installer', installer],
    ['profile on a command line', launcher],
    ['owner of the client package', owner],
    ['buyer of the client package', buyer],
    ['registered owner', registrant],
    ['registered organisation', organisation],
    ['display name', shown],
    ['wide profile', utf16Hex(profile)],
    ['wide server', utf16Hex(siteServer ?? '')],
    ['wide upn', utf16Hex(upn)],
    ['wide account', utf16Hex(account).replaceAll(',', '')],
  ];
  return {
    name: device,
    files,
    secrets: secrets.map(([kind, text = '']) => ({ kind, text })),
    note: `Asked ${account} (${upn}) to restart ${device}; see \\\\${share}\\cases\\1.txt and ${inside}.`,
  };
}

interface Drawing {
  number(from: number, to: number): number;
  pick(items: readonly string[]): string;
  word(length: number): string;
  capitals(length: number): string;
  digits(length: number): string;
  hex(length: number): string;
  base64(length: number): string;
  guid(): string;
}

function drawing(seed: number): Drawing {
  let state = (seed * 2_654_435_761) >>> 0;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
  const number = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const from = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(number(0, alphabet.length - 1))).join('');
  // Syllables, so that names look like names.
  const word = (length: number): string =>
    Array.from({ length }, (_, i) => from(i % 2 === 0 ? 'bdfgklmnprstvz' : 'aeiou', 1)).join('');
  return {
    number,
    pick: (items) => items[number(0, items.length - 1)] ?? '',
    word,
    capitals: (length) =>
      `${from('ABCDEFGHJKLMNPQRSTUVWXYZ', 1)}${from('0123456789', 1)}${from('ABCDEFGHJKLMNPQRSTUVWXYZ0123456789', length - 2)}`,
    digits: (length) => from('123456789', 1) + from('0123456789', length - 1),
    hex: (length) => from('0123456789abcdef', length),
    base64: (length) => from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', length),
    guid: () => [8, 4, 4, 4, 12].map((length) => from('123456789abcdef', length)).join('-'),
  };
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function base64Of(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function base64OfWide(text: string): string {
  return Buffer.from(text, 'utf16le').toString('base64');
}

function bytesOfHex(hex: string): string {
  return (hex.toLowerCase().match(/../g) ?? []).join(',');
}
