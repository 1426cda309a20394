/**
 * The labels and titles by which output of `dsregcmd` is recognised and, where its line breaks are lost, cut into
 * fields. What a field means stands in the catalogue; a test holds this list and the catalogue together.
 */

/** Labels that no other tool prints. One of them says what the text is. */
export const ownLabels: readonly string[] = [
  // Device State
  'AzureAdJoined',
  'EnterpriseJoined',
  'DomainJoined',
  // Device Details
  'DeviceCertificateValidity',
  'KeyContainerId',
  'TpmProtected',
  'DeviceAuthStatus',
  // Tenant Details
  'AuthCodeUrl',
  'AccessTokenUrl',
  'MdmUrl',
  'MdmTouUrl',
  'JoinSrvVersion',
  'JoinSrvUrl',
  'JoinSrvId',
  'KeySrvVersion',
  'KeySrvUrl',
  'KeySrvId',
  'WebAuthNSrvVersion',
  'WebAuthNSrvUrl',
  'WebAuthNSrvId',
  'DeviceManagementSrvVer',
  'DeviceManagementSrvUrl',
  'DeviceManagementSrvId',
  'dmComplianceUrl',
  // User State and Work Account
  'NgcSet',
  'NgcKeyId',
  'WorkplaceJoined',
  'WorkAccountCount',
  'WamDefaultSet',
  'WamDefaultAuthority',
  'WamDefaultId',
  'WamDefaultGUID',
  'WorkplaceDeviceId',
  'WorkplaceThumbprint',
  'WorkplaceIdp',
  'WorkplaceTenantId',
  'WorkplaceTenantName',
  'WorkplaceMdmUrl',
  'WorkplaceSettingsUrl',
  // SSO State
  'AzureAdPrt',
  'AzureAdPrtUpdateTime',
  'AzureAdPrtExpiryTime',
  'AzureAdPrtAuthority',
  'AcquirePrtDiagnostics',
  'RefreshPrtDiagnostics',
  'Previous Prt Attempt',
  'EnterprisePrt',
  'EnterprisePrtUpdateTime',
  'EnterprisePrtExpiryTime',
  'EnterprisePrtAuthority',
  'OnPremTgt',
  'CloudTgt',
  'KerbTopLevelNames',
  // Diagnostic Data
  'AD Connectivity Test',
  'AD Configuration Test',
  'DRS Discovery Test',
  'DRS Connectivity Test',
  'Token acquisition Test',
  'Fallback to Sync-Join',
  'Previous Registration',
  'Registration Type',
  'Error Phase',
  'Client ErrorCode',
  'Server ErrorCode',
  'AadRecoveryEnabled',
  'KeySignTest',
  'DisplayNameUpdated',
  'OsVersionUpdated',
  'HostNameUpdated',
  'Last HostName Update',
  // Ngc Prerequisite Check
  'IsDeviceJoined',
  'IsUserAzureAD',
  'PostLogonEnabled',
  'DeviceEligible',
  'SessionIsNotRemote',
  'X509CertRequired',
  'CertEnrollment',
  'AdfsRefreshToken',
  'AdfsRaIsReady',
  'LogonCertTemplateReady',
  'PreReqResult',
  // dsregcmd /join /debug
  'preCheckResult',
  'deviceKeysHealthy',
  'isDcAvailable',
  'dsrInstance',
];

/** Labels that other tools and logs print too. They count beside an own one, and end a value on a long line. */
export const sharedLabels: readonly string[] = [
  'DomainName',
  'Device Name',
  'Virtual Desktop',
  'DeviceId',
  'Thumbprint',
  'KeyProvider',
  'TenantName',
  'TenantId',
  'Idp',
  'MdmComplianceUrl',
  'SettingsUrl',
  'CanReset',
  'Attempt Status',
  'User Identity',
  'Credential Type',
  'Correlation ID',
  'Endpoint URI',
  'HTTP Method',
  'HTTP Error',
  'HTTP status',
  'Server Error Code',
  'Server Error Description',
  'Diagnostics Reference',
  'User Context',
  'Client Time',
  'Server Message',
  'Https Status',
  'Request Id',
  'Executing Account Name',
  'PolicyEnabled',
  'Auto Detect Settings',
  'Auto-Configuration URL',
  'Proxy Server List',
  'Proxy Bypass List',
  'Access Type',
  'isJoined',
  'isSystem',
  'keyContainer',
  'elapsedSeconds',
  'resultCode',
];

/** Titles as printed in their boxes; work accounts carry a number behind theirs. */
export const sectionTitles: readonly string[] = [
  'Device State',
  'Device Details',
  'Tenant Details',
  'User State',
  'Work Account',
  'SSO State',
  'Diagnostic Data',
  'IE Proxy Config for Current User',
  'WinHttp Default Proxy Config',
  'Ngc Prerequisite Check',
];

/** No label that the tool prints is longer, blanks included. */
export const longestLabel = 40;

const ownSet: ReadonlySet<string> = new Set(ownLabels.map((label) => label.toLowerCase()));
const sharedSet: ReadonlySet<string> = new Set(sharedLabels.map((label) => label.toLowerCase()));
const titleSet: ReadonlySet<string> = new Set(sectionTitles.map((title) => title.toLowerCase()));

/** Whether the tool prints this label, and whether nobody else does. Upper and lower case count alike. */
export function labelOrigin(label: string): 'own' | 'shared' | 'unknown' {
  const key = label.toLowerCase();
  if (ownSet.has(key)) return 'own';
  return sharedSet.has(key) ? 'shared' : 'unknown';
}

/** Whether `text` is the beginning of a label: what is left when output is cut within a line. */
export function startsLabel(text: string): boolean {
  const key = text.toLowerCase();
  if (key.length < 4) return false;
  return [...ownSet, ...sharedSet].some((label) => label.startsWith(key));
}

/** Whether this is a title of a section, a work account's number left aside. */
export function isSectionTitle(title: string): boolean {
  const words = title.toLowerCase().split(' ');
  if (words.length > 1 && Number.isInteger(Number(words.at(-1)))) words.pop();
  return titleSet.has(words.join(' '));
}
