import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

const section = 'Diagnostic Data';
const testPasses = { kind: 'starts-with', values: ['PASS', 'SKIPPED'] } as const;

/** Section "Diagnostic Data": why a hybrid join does not come about, and whether a joined device's keys work. */
export const diagnosticFields: readonly DsregcmdEntry[] = [
  // Before a join
  describeField({
    id: 'dsregcmd.diagnostics-reference',
    section,
    field: 'Diagnostics Reference',
    meaning: 'The page on which Microsoft explains join errors.',
    sample: 'Diagnostics Reference : www.microsoft.com/aadjerrors',
  }),
  describeField({
    id: 'dsregcmd.user-context',
    section,
    field: 'User Context',
    stage: 'join',
    meaning:
      'As whom the tests ran: SYSTEM, ELEVATED User or UN-ELEVATED User. The real join runs as SYSTEM, so only a run in an elevated prompt tests what counts.',
    healthy: 'SYSTEM for the join tests; UN-ELEVATED User for the token of a user.',
    sample: 'User Context : SYSTEM',
  }),
  describeField({
    id: 'dsregcmd.client-time',
    section,
    field: 'Client Time',
    stage: 'join',
    meaning: 'The clock of the device when the command ran, in UTC.',
    healthy: 'Within five minutes of the real time.',
    ifWrong: 'A wrong clock makes tokens and certificates invalid.',
    sample: 'Client Time : 2026-05-12 07:31:50.000 UTC',
  }),
  describeField({
    id: 'dsregcmd.ad-connectivity-test',
    section,
    field: 'AD Connectivity Test',
    stage: 'join',
    meaning: 'Whether a domain controller answers.',
    healthy: 'PASS.',
    ifWrong: 'No domain controller is reachable, so the join stops in its pre-check phase.',
    cause:
      'The device is outside the corporate network or without VPN, or its name resolution does not know the domain.',
    remedy:
      'Connect the device to the corporate network, check with nltest /dsgetdc: and let the join run again.',
    expectation: testPasses,
    causeId: 'domain-controller',
    sample: 'AD Connectivity Test : PASS',
  }),
  describeField({
    id: 'dsregcmd.ad-configuration-test',
    section,
    field: 'AD Configuration Test',
    stage: 'join',
    meaning: 'Whether the service connection point of the forest can be read and names a tenant.',
    healthy: 'PASS.',
    ifWrong:
      'The device does not learn its tenant; the join stops in its discover phase, usually with 0x801c001d.',
    cause:
      'The service connection point is missing, wrong, or set for some devices only through the registry.',
    remedy:
      'Set the service connection point with Microsoft Entra Connect, or by policy for a targeted deployment.',
    reference: 'hybrid-join-control',
    expectation: testPasses,
    causeId: 'service-connection-point',
    sample: 'AD Configuration Test : PASS',
  }),
  describeField({
    id: 'dsregcmd.drs-discovery-test',
    section,
    field: 'DRS Discovery Test',
    stage: 'join',
    meaning:
      'Whether the device learns the addresses of device registration and whether its tenant is federated.',
    healthy: 'PASS.',
    ifWrong: 'The addresses of device registration could not be read; the join stops in its discover phase.',
    cause: 'SYSTEM cannot reach the internet: no proxy for SYSTEM, a firewall, or TLS inspection.',
    remedy:
      'Let SYSTEM reach enterpriseregistration.windows.net and login.microsoftonline.com, with a machine-wide proxy where there is one (netsh winhttp).',
    expectation: testPasses,
    causeId: 'network',
    sample: 'DRS Discovery Test : PASS',
  }),
  describeField({
    id: 'dsregcmd.drs-connectivity-test',
    section,
    field: 'DRS Connectivity Test',
    stage: 'join',
    meaning: 'Whether the device registration service answers. Skipped where the test before it failed.',
    healthy: 'PASS.',
    ifWrong: 'The device registration service does not answer.',
    cause: 'SYSTEM cannot reach the internet: no proxy for SYSTEM, a firewall, or TLS inspection.',
    remedy: 'Let SYSTEM reach enterpriseregistration.windows.net and device.login.microsoftonline.com.',
    expectation: testPasses,
    causeId: 'network',
    sample: 'DRS Connectivity Test : PASS',
  }),
  describeField({
    id: 'dsregcmd.token-acquisition-test',
    section,
    field: 'Token acquisition Test',
    stage: 'join',
    meaning:
      'Whether the computer account gets a token, which only federated tenants need. If it does not, the join falls back to waiting for synchronisation, unless that is switched off.',
    healthy: 'PASS, or SKIPPED in a tenant that is not federated.',
    ifWrong:
      'The federation service gave the computer no token; the join stops in its auth phase or falls back to sync join.',
    cause:
      'AD FS is not reachable, its windowstransport endpoints are disabled, or its claim rules for devices are missing.',
    remedy:
      'Check the WS-Trust endpoints and the claim rules of AD FS, or rely on synchronisation with Microsoft Entra Connect.',
    reference: 'hybrid-join-troubleshoot',
    expectation: testPasses,
    causeId: 'federation',
    sample: 'Token acquisition Test : PASS',
  }),
  describeField({
    id: 'dsregcmd.fallback-to-sync-join',
    section,
    field: 'Fallback to Sync-Join',
    stage: 'join',
    meaning:
      'Whether a failed sign-in of the computer may be made up for by synchronisation. Shown from Windows 10 1803 on.',
    healthy: 'ENABLED.',
    ifWrong:
      'DISABLED: a registry value forbids the fallback, so that a fault of the federation service stops every join.',
    expectation: { kind: 'none-of', values: ['DISABLED'] },
    severity: 'information',
    sample: 'Fallback to Sync-Join : ENABLED',
  }),
  describeField({
    id: 'dsregcmd.previous-registration',
    section,
    field: 'Previous Registration',
    stage: 'join',
    meaning:
      'When the last join failed, in UTC. Only failures are kept, and the lines below belong to that moment.',
    sample: 'Previous Registration : 2026-05-12 07:21:12.000 UTC',
  }),
  describeField({
    id: 'dsregcmd.registration-type',
    section,
    field: 'Registration Type',
    stage: 'join',
    meaning:
      'How the device tried to join: sync waits for the object that Microsoft Entra Connect synchronises; a federated tenant joins at once.',
    sample: 'Registration Type : sync',
  }),
  describeField({
    id: 'dsregcmd.error-phase',
    section,
    field: 'Error Phase',
    stage: 'join',
    fact: 'join-error-phase',
    meaning:
      'Where the join stopped: pre-check (no domain controller), discover (no tenant or no addresses), auth (no token for the computer), join (the service refused).',
    sample: 'Error Phase : join',
  }),
  describeField({
    id: 'dsregcmd.client-error-code',
    section,
    field: 'Client ErrorCode',
    stage: 'join',
    fact: 'join-error-code',
    meaning: 'The error with which the last join failed, as an HRESULT.',
    healthy: '0x0, or the line is not there.',
    ifWrong:
      'The last join failed with this code. 0x801c03f2 with "is not found" is expected until Microsoft Entra Connect has synchronised the device.',
    remedy: 'Look the code up, and read Server ErrorCode and Server Message where the service answered.',
    reference: 'hybrid-join-troubleshoot',
    expectation: { kind: 'one-of', values: [0] },
    severity: 'warning',
    sample: 'Client ErrorCode : 0x0',
  }),
  describeField({
    id: 'dsregcmd.server-error-code-join',
    section,
    field: 'Server ErrorCode',
    stage: 'join',
    meaning:
      'The refusal in the words of the device registration service. DirectoryError together with "is not found" means that the device object has not been synchronised yet; then waiting is right at first.',
    sample: 'Server ErrorCode : DirectoryError',
  }),
  describeField({
    id: 'dsregcmd.server-message',
    section,
    field: 'Server Message',
    stage: 'join',
    meaning:
      'What the device registration service says about its refusal; the id in it is that of the device.',
    sample:
      'Server Message : The device object by the given id (3f9d1b62-58c7-4ae0-8b14-96d20e7fa451) is not found.',
  }),
  describeField({
    id: 'dsregcmd.https-status',
    section,
    field: 'Https Status',
    stage: 'join',
    meaning: 'The HTTP status with which the device registration service answered.',
    sample: 'Https Status : 400',
  }),
  describeField({
    id: 'dsregcmd.request-id',
    section,
    field: 'Request Id',
    stage: 'join',
    meaning: 'The id by which Microsoft finds that join request in its own logs.',
    sample: 'Request Id : 0f4c2a6e-95b1-4d37-8a52-c6e1d07f3b98',
  }),
  // After a join
  describeField({
    id: 'dsregcmd.aad-recovery-enabled',
    section,
    field: 'AadRecoveryEnabled',
    stage: 'join',
    meaning: 'Whether the device is marked for recovery because its keys do not work.',
    healthy: 'NO.',
    ifWrong: 'The keys of the device are unusable; until it has joined again, it gets no token.',
    cause: 'The TPM was cleared, replaced or locked, or the disk was cloned.',
    remedy:
      'Sign in once: a hybrid joined device recovers silently, a Microsoft Entra joined one asks the user. If it stays, leave with dsregcmd /leave and join again.',
    expectation: { kind: 'none-of', values: ['YES', 'TRUE'] },
    severity: 'error',
    causeId: 'tpm',
    sample: 'AadRecoveryEnabled : NO',
  }),
  describeField({
    id: 'dsregcmd.key-sign-test',
    section: null,
    field: 'KeySignTest',
    stage: 'join',
    meaning:
      'Whether the device can sign with its key. The test needs an elevated prompt and says so otherwise.',
    healthy: 'PASSED.',
    ifWrong: 'The key of the device does not work, so the device cannot sign in to Microsoft Entra.',
    cause: 'The TPM was cleared, replaced or locked, or the disk was cloned.',
    remedy: 'Sign in once so that the recovery can run; otherwise leave with dsregcmd /leave and join again.',
    expectation: { kind: 'starts-with', values: ['PASS', 'MUST Run elevated', 'SKIPPED', 'NOT TESTED'] },
    severity: 'error',
    causeId: 'tpm',
    sample: 'KeySignTest : PASSED',
  }),
  describeField({
    id: 'dsregcmd.executing-account-name',
    identifies: 'user',
    section,
    field: 'Executing Account Name',
    meaning:
      'Who ran the command. The token and work accounts shown are those of this account, and those of another user remain unknown.',
    healthy: 'The user whose enrollment is looked into.',
    evidence: 'reported',
    sample: 'Executing Account Name : CONTOSO\\m.weber, m.weber@contoso.com',
  }),
  describeField({
    id: 'dsregcmd.display-name-updated',
    section,
    fact: 'managed-by-mdm',
    factWhen: { kind: 'one-of', values: ['Managed by MDM'] },
    field: 'DisplayNameUpdated',
    meaning:
      'Whether the device keeps its display name in Microsoft Entra up to date. "Managed by MDM" leaves that to the MDM service, which suggests an enrollment and does not prove one.',
    evidence: 'reported',
    reference: null,
    sample: 'DisplayNameUpdated : Managed by MDM',
  }),
  describeField({
    id: 'dsregcmd.os-version-updated',
    section,
    fact: 'managed-by-mdm',
    factWhen: { kind: 'one-of', values: ['Managed by MDM'] },
    field: 'OsVersionUpdated',
    meaning:
      'Whether the device keeps its Windows version in Microsoft Entra up to date. "Managed by MDM" leaves that to the MDM service, which suggests an enrollment and does not prove one.',
    evidence: 'reported',
    reference: null,
    sample: 'OsVersionUpdated : Managed by MDM',
  }),
  describeField({
    id: 'dsregcmd.host-name-updated',
    section,
    field: 'HostNameUpdated',
    meaning: 'Whether the host names of the device object in Microsoft Entra are up to date.',
    evidence: 'reported',
    reference: null,
    sample: 'HostNameUpdated : YES',
  }),
  describeField({
    id: 'dsregcmd.last-host-name-update',
    section,
    field: 'Last HostName Update',
    meaning: 'When the host names of the device object were last updated, or NONE.',
    evidence: 'reported',
    reference: null,
    sample: 'Last HostName Update : NONE',
  }),
];
