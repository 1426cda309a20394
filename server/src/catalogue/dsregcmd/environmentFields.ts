import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

const currentUser = 'IE Proxy Config for Current User';
const hello = 'Ngc Prerequisite Check';

/** The proxy sections, and "Ngc Prerequisite Check" about Windows Hello, which does not concern enrollment. */
export const environmentFields: readonly DsregcmdEntry[] = [
  ...[
    [
      'auto-detect-settings',
      'Auto Detect Settings',
      'Whether this user looks for a proxy by itself (WPAD).',
      'YES',
    ],
    [
      'auto-configuration-url',
      'Auto-Configuration URL',
      'The proxy script of this user.',
      'http://proxy.contoso.com/proxy.pac',
    ],
    ['proxy-server-list', 'Proxy Server List', 'The proxy of this user.', 'proxy.contoso.com:8080'],
    [
      'proxy-bypass-list',
      'Proxy Bypass List',
      'The addresses that this user reaches without the proxy.',
      '*.contoso.com',
    ],
  ].map(([id = '', field = '', meaning = '', value = '']) =>
    describeField({
      id: `dsregcmd.${id}`,
      section: currentUser,
      field,
      meaning: `${meaning} Join and enrollment run as SYSTEM, which does not use it.`,
      reference: null,
      evidence: 'reported',
      sample: `${field} : ${value}`,
    }),
  ),
  describeField({
    id: 'dsregcmd.access-type',
    section: 'WinHttp Default Proxy Config',
    field: 'Access Type',
    stage: 'join',
    meaning:
      'How SYSTEM reaches the internet by default: DIRECT, or through a named proxy (netsh winhttp). Join and enrollment run as SYSTEM.',
    healthy: 'DIRECT where devices reach the internet without a proxy.',
    ifWrong: 'DIRECT in a network that needs a proxy makes joining and enrolling time out.',
    reference: null,
    evidence: 'reported',
    sample: 'Access Type : DIRECT',
  }),
  ...[
    ['is-device-joined', 'IsDeviceJoined', 'Whether the device is joined to Microsoft Entra.', 'YES'],
    [
      'is-user-azure-ad',
      'IsUserAzureAD',
      'Whether the user signed in with an account of Microsoft Entra.',
      'YES',
    ],
    ['policy-enabled', 'PolicyEnabled', 'Whether a policy enables Windows Hello for Business.', 'NO'],
    ['post-logon-enabled', 'PostLogonEnabled', 'Whether Windows Hello is set up right after sign-in.', 'YES'],
    ['device-eligible', 'DeviceEligible', 'Whether the hardware suits Windows Hello.', 'YES'],
    ['session-is-not-remote', 'SessionIsNotRemote', 'Whether the user sits at the device.', 'YES'],
    [
      'x509-cert-required',
      'X509CertRequired',
      'Whether Windows Hello needs a certificate. Older Windows only.',
      'NO',
    ],
    ['cert-enrollment', 'CertEnrollment', 'Who issues certificates for Windows Hello.', 'none'],
    ['adfs-refresh-token', 'AdfsRefreshToken', 'Whether the user has a token of AD FS.', 'YES'],
    ['adfs-ra-is-ready', 'AdfsRaIsReady', 'Whether AD FS is ready to issue certificates.', 'YES'],
    [
      'logon-cert-template-ready',
      'LogonCertTemplateReady',
      'Whether the certificate template is in place.',
      'YES ( StateReady )',
    ],
    [
      'pre-req-result',
      'PreReqResult',
      'Whether Windows will set up Windows Hello for this user.',
      'WillNotProvision',
    ],
    [
      'ngc-on-prem-tgt',
      'OnPremTGT',
      'Whether the user has a cloud Kerberos ticket for resources on premises.',
      'NO',
    ],
  ].map(([id = '', field = '', meaning = '', value = '']) =>
    describeField({
      id: `dsregcmd.${id}`,
      section: hello,
      field,
      meaning: `${meaning} Concerns Windows Hello, not enrollment.`,
      sample: `${field} : ${value}`,
    }),
  ),
];
