import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

const section = 'Tenant Details';

/** Section "Tenant Details": what the device knows of its tenant, above all the addresses of the MDM service. */
export const tenantFields: readonly DsregcmdEntry[] = [
  describeField({
    id: 'dsregcmd.tenant-name',
    identifies: 'tenant',
    section: null,
    field: 'TenantName',
    stage: 'join',
    meaning: 'The name of the tenant that the device is joined to.',
    sample: 'TenantName : Contoso',
  }),
  describeField({
    id: 'dsregcmd.tenant-id',
    identifies: 'tenant',
    section: null,
    field: 'TenantId',
    stage: 'join',
    fact: 'join-tenant',
    meaning: 'The id of the tenant that the device is joined to.',
    healthy: 'The tenant to which the ConfigMgr site is attached.',
    ifWrong: 'A device that is joined to another tenant cannot enroll into the Intune of this one.',
    sample: 'TenantId : 7b0c2f4e-1d6a-4f83-9b57-2c8e40a1d935',
  }),
  describeField({
    id: 'dsregcmd.idp',
    section: null,
    field: 'Idp',
    stage: 'join',
    meaning:
      'The identity provider of the join. Microsoft Entra prints the same name in every public tenant.',
    sample: 'Idp : login.windows.net',
  }),
  describeField({
    id: 'dsregcmd.auth-code-url',
    section: null,
    field: 'AuthCodeUrl',
    stage: 'join',
    fact: 'sign-in-tenant',
    meaning:
      'Where the device asks for authorisation codes. The host differs in national clouds; an id of a tenant in it has to be the one of TenantId.',
    sample: 'AuthCodeUrl : https://login.microsoftonline.com/common/oauth2/authorize',
  }),
  describeField({
    id: 'dsregcmd.access-token-url',
    section: null,
    field: 'AccessTokenUrl',
    stage: 'join',
    meaning: 'Where the device asks for tokens. It must be reachable for users and for SYSTEM.',
    sample: 'AccessTokenUrl : https://login.microsoftonline.com/common/oauth2/token',
  }),
  describeField({
    id: 'dsregcmd.mdm-url',
    section: null,
    field: 'MdmUrl',
    stage: 'discovery',
    fact: 'mdm-url',
    meaning:
      'The enrollment address of the MDM service, as the tenant hands it to the user who ran the command. A filled address does not prove that the device is enrolled, and an empty one does not rule co-management out: with the device credential ConfigMgr takes the address from its site.',
    healthy:
      'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc, or that of the national cloud.',
    ifWrong:
      'Empty: MDM is not set up in the tenant, or this user is not in the MDM user scope. Enrollment with user credentials fails; with the device credential it can still succeed.',
    cause:
      'The MDM user scope in Microsoft Entra is None or a group without this user, or the user has no licence.',
    remedy:
      'In the Entra admin center, under Mobility (MDM), set the MDM user scope of Microsoft Intune to All or to a group that holds the user. Run dsregcmd /status as that user, not as another administrator.',
    expectation: { kind: 'not-empty' },
    severity: 'warning',
    causeId: 'mdm-scope',
    sample: 'MdmUrl : https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
  }),
  describeField({
    id: 'dsregcmd.mdm-tou-url',
    section: null,
    field: 'MdmTouUrl',
    stage: 'discovery',
    meaning: 'The terms of use of the MDM service. Empty and filled together with MdmUrl.',
    sample: 'MdmTouUrl : https://portal.manage.microsoft.com/TermsofUse.aspx',
  }),
  describeField({
    id: 'dsregcmd.mdm-compliance-url',
    section: null,
    field: 'MdmComplianceUrl',
    aliases: ['dmComplianceUrl'],
    stage: 'discovery',
    meaning: 'Where users see whether the device complies. Empty and filled together with MdmUrl.',
    sample: 'MdmComplianceUrl : https://portal.manage.microsoft.com/?portalAction=Compliance',
  }),
  describeField({
    id: 'dsregcmd.settings-url',
    section: null,
    field: 'SettingsUrl',
    meaning: 'Where settings of the user are synchronised (Enterprise State Roaming). Usually empty.',
    evidence: 'unverified',
    sample: 'SettingsUrl :',
  }),
  ...[
    ['join-srv-version', 'JoinSrvVersion', 'Version of the service that joins devices.', '2.0'],
    [
      'join-srv-url',
      'JoinSrvUrl',
      'The service that joins devices; it must be reachable for SYSTEM.',
      'https://enterpriseregistration.windows.net/EnrollmentServer/device/',
    ],
    [
      'join-srv-id',
      'JoinSrvId',
      'Name of the service that joins devices.',
      'urn:ms-drs:enterpriseregistration.windows.net',
    ],
    ['key-srv-version', 'KeySrvVersion', 'Version of the service that registers keys.', '1.0'],
    [
      'key-srv-url',
      'KeySrvUrl',
      'The service that registers keys, as for Windows Hello.',
      'https://enterpriseregistration.windows.net/EnrollmentServer/key/',
    ],
    [
      'key-srv-id',
      'KeySrvId',
      'Name of the service that registers keys.',
      'urn:ms-drs:enterpriseregistration.windows.net',
    ],
    ['webauthn-srv-version', 'WebAuthNSrvVersion', 'Version of the service for security keys.', '1.0'],
    [
      'webauthn-srv-url',
      'WebAuthNSrvUrl',
      'The service for security keys.',
      'https://enterpriseregistration.windows.net/webauthn/7b0c2f4e-1d6a-4f83-9b57-2c8e40a1d935/',
    ],
    [
      'webauthn-srv-id',
      'WebAuthNSrvId',
      'Name of the service for security keys.',
      'urn:ms-drs:enterpriseregistration.windows.net',
    ],
    [
      'device-management-srv-ver',
      'DeviceManagementSrvVer',
      'Version of the service that manages device objects.',
      '1.0',
    ],
    [
      'device-management-srv-url',
      'DeviceManagementSrvUrl',
      'The service of Microsoft Entra that manages the device object. It is not the MDM service.',
      'https://enterpriseregistration.windows.net/manage/7b0c2f4e-1d6a-4f83-9b57-2c8e40a1d935/',
    ],
    [
      'device-management-srv-id',
      'DeviceManagementSrvId',
      'Name of the service that manages device objects. It is not the MDM service.',
      'urn:ms-drs:enterpriseregistration.windows.net',
    ],
  ].map(([id = '', field = '', meaning = '', value = '']) =>
    // Microsoft prints these fields in its samples and does not explain them.
    describeField({
      id: `dsregcmd.${id}`,
      section,
      field,
      meaning,
      evidence: 'unverified',
      sample: `${field} : ${value}`,
    }),
  ),
];
