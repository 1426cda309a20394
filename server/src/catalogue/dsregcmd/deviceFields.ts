import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

/** Sections "Device State" and "Device Details": whether and how the device is joined. */
export const deviceFields: readonly DsregcmdEntry[] = [
  describeField({
    id: 'dsregcmd.azure-ad-joined',
    section: 'Device State',
    field: 'AzureAdJoined',
    stage: 'join',
    fact: 'entra-joined',
    meaning:
      'Whether the device is joined to Microsoft Entra ID. With DomainJoined YES it is hybrid joined, with NO it is joined to Microsoft Entra only. Co-management needs one of the two; a registration (WorkplaceJoined) is not enough.',
    healthy: 'YES.',
    ifWrong:
      'The device is not joined to Microsoft Entra, so it gets no token and cannot be co-managed until it is.',
    cause:
      'The join has not run yet or failed; while DomainJoined is YES, the section Diagnostic Data below says at which phase.',
    remedy:
      'Check that the client setting "Automatically register new Windows 10 domain joined devices with Microsoft Entra ID" is Yes, that the device is in the scope of Microsoft Entra Connect and that the service connection point is set; then restart, and run dsregcmd /status again as an administrator.',
    reference: 'hybrid-join-control',
    expectation: { kind: 'none-of', values: ['NO', 'FALSE'] },
    severity: 'error',
    causeId: 'not-joined',
    sample: 'AzureAdJoined : YES',
  }),
  describeField({
    id: 'dsregcmd.enterprise-joined',
    section: 'Device State',
    field: 'EnterpriseJoined',
    stage: 'join',
    meaning:
      'Whether the device is registered with a device registration service of its own organisation (AD FS). It cannot be that and joined to Microsoft Entra at once.',
    healthy: 'NO for a co-managed device.',
    ifWrong: 'YES means a join to the on-premises service, which Intune does not accept.',
    sample: 'EnterpriseJoined : NO',
  }),
  describeField({
    id: 'dsregcmd.domain-joined',
    section: 'Device State',
    field: 'DomainJoined',
    stage: 'join',
    fact: 'domain-joined',
    meaning:
      'Whether the device is a member of an Active Directory domain. Both values are fine together with AzureAdJoined YES; with AzureAdJoined NO it tells which kind of join is to be repaired.',
    healthy: 'YES for a hybrid joined device, NO for one that is joined to Microsoft Entra only.',
    sample: 'DomainJoined : YES',
  }),
  describeField({
    id: 'dsregcmd.domain-name',
    identifies: 'domain',
    section: 'Device State',
    field: 'DomainName',
    stage: 'join',
    meaning: 'The domain that the device is a member of.',
    sample: 'DomainName : CONTOSO',
  }),
  describeField({
    id: 'dsregcmd.device-name',
    identifies: 'device',
    section: 'Device State',
    field: 'Device Name',
    meaning: 'The name of the device; with the domain where it has one.',
    evidence: 'reported',
    sample: 'Device Name : pc-0147.corp.contoso.com',
  }),
  describeField({
    id: 'dsregcmd.virtual-desktop',
    section: 'Device State',
    field: 'Virtual Desktop',
    meaning:
      'Whether the device carries the marks of a virtual desktop. NOT SET is usual for a physical device; INVALID means that the marks are there and wrong.',
    sample: 'Virtual Desktop : NOT SET',
  }),
  describeField({
    id: 'dsregcmd.device-id',
    identifies: 'device',
    section: null,
    field: 'DeviceId',
    stage: 'join',
    meaning:
      'The id of the device in the Microsoft Entra tenant. Search for it in the Entra admin center to see whether the device exists there and is enabled, and whether there are two of it.',
    sample: 'DeviceId : 3f9d1b62-58c7-4ae0-8b14-96d20e7fa451',
  }),
  describeField({
    id: 'dsregcmd.thumbprint',
    identifies: 'certificate',
    section: null,
    field: 'Thumbprint',
    stage: 'join',
    meaning: 'The thumbprint of the certificate by which the device proves to Microsoft Entra what it is.',
    sample: 'Thumbprint : 0A1B2C3D4E5F60718293A4B5C6D7E8F901234567',
  }),
  describeField({
    id: 'dsregcmd.device-certificate-validity',
    section: null,
    field: 'DeviceCertificateValidity',
    stage: 'join',
    meaning: 'From when to when the device certificate is valid: ten years from the join.',
    healthy: 'The end lies in the future, the start in the past. The start is the moment of the join.',
    ifWrong: 'Outside of it the device cannot sign in; a start in the future means that a clock is wrong.',
    sample: 'DeviceCertificateValidity : [ 2025-03-04 08:11:52.000 UTC -- 2035-03-04 08:41:52.000 UTC ]',
  }),
  describeField({
    id: 'dsregcmd.key-container-id',
    section: null,
    field: 'KeyContainerId',
    stage: 'join',
    meaning: 'The container of the private key that belongs to the device certificate.',
    sample: 'KeyContainerId : c81e728d-9d4c-4f63-8f06-7f89cc14862c',
  }),
  describeField({
    id: 'dsregcmd.key-provider',
    section: null,
    field: 'KeyProvider',
    stage: 'join',
    meaning: 'What stores the private key: the platform provider is the TPM, the other one is software.',
    sample: 'KeyProvider : Microsoft Platform Crypto Provider',
  }),
  describeField({
    id: 'dsregcmd.tpm-protected',
    section: null,
    field: 'TpmProtected',
    stage: 'join',
    meaning:
      'Whether the private key of the device lies in a TPM. NO is not a fault; with YES, a TPM that was cleared or replaced makes the key unusable.',
    sample: 'TpmProtected : YES',
  }),
  describeField({
    id: 'dsregcmd.device-auth-status',
    section: null,
    field: 'DeviceAuthStatus',
    stage: 'join',
    fact: 'device-authentication',
    meaning:
      'Whether the device could sign in to Microsoft Entra as itself. Enrollment with the device credential needs it. Shown from Windows 10 21H1 on.',
    healthy: 'SUCCESS. "FAILED. ERROR" only says that the test could not run, as without a network.',
    ifWrong:
      'Microsoft Entra does not accept the device: it is disabled or deleted there. Enrollment with the device credential fails.',
    cause: 'Somebody disabled or deleted the device object, or it left the scope of Microsoft Entra Connect.',
    remedy:
      'Look for the DeviceId in the Entra admin center. Enable the device; if it is gone, run dsregcmd /leave as SYSTEM, restart and let it join again.',
    reference: 'dsregcmd',
    expectation: { kind: 'starts-with', values: ['SUCCESS', 'FAILED. ERROR'] },
    severity: 'error',
    causeId: 'device-disabled',
    sample: 'DeviceAuthStatus : SUCCESS',
  }),
];
