import type { DsregcmdEntry } from '../types.ts';
import { describeField } from './field.ts';

const section = 'User State';

/** Sections "User State" and "Work Account": what belongs to the user who ran the command. */
export const userFields: readonly DsregcmdEntry[] = [
  describeField({
    id: 'dsregcmd.ngc-set',
    section: null,
    field: 'NgcSet',
    meaning: 'Whether this user has a Windows Hello key. Not needed for enrollment.',
    sample: 'NgcSet : YES',
  }),
  describeField({
    id: 'dsregcmd.ngc-key-id',
    section: null,
    field: 'NgcKeyId',
    meaning: 'The id of the Windows Hello key of this user.',
    sample: 'NgcKeyId : {5A0D33C1-2E4B-4C8A-9D6F-B1E7C0F4A826}',
  }),
  describeField({
    id: 'dsregcmd.can-reset',
    section,
    field: 'CanReset',
    meaning:
      'How the user can reset the Windows Hello PIN: DestructiveOnly, NonDestructiveOnly, DestructiveAndNonDestructive, or Unknown after an error.',
    sample: 'CanReset : DestructiveAndNonDestructive',
  }),
  describeField({
    id: 'dsregcmd.workplace-joined',
    section,
    field: 'WorkplaceJoined',
    stage: 'join',
    fact: 'workplace-joined',
    meaning:
      'Whether this user added a work account to Windows, so that the device is registered in Microsoft Entra. A registration alone is not enough for co-management.',
    healthy: 'NO.',
    ifWrong:
      'The device is registered by this user. Without AzureAdJoined YES it cannot be co-managed; with it, it has two objects in Microsoft Entra.',
    cause:
      'A user added a work account in Settings or agreed when an Office app offered it, often before the device was joined.',
    remedy:
      'Disconnect the account under Settings > Accounts > Access work or school, and delete the registered object in Microsoft Entra.',
    reference: 'comanagement-tutorial',
    expectation: { kind: 'none-of', values: ['YES', 'TRUE'] },
    severity: 'information',
    sample: 'WorkplaceJoined : NO',
  }),
  describeField({
    id: 'dsregcmd.work-account-count',
    section,
    field: 'WorkAccountCount',
    stage: 'join',
    meaning: 'How many work accounts this user added; each has a section "Work Account" of its own.',
    evidence: 'reported',
    sample: 'WorkAccountCount : 1',
  }),
  describeField({
    id: 'dsregcmd.wam-default-set',
    section,
    field: 'WamDefaultSet',
    meaning:
      'Whether Windows has a default web account for this user. ERROR is usual where the command runs as an administrator or as SYSTEM.',
    healthy: 'YES when run as the signed-in user.',
    sample: 'WamDefaultSet : YES',
  }),
  describeField({
    id: 'dsregcmd.wam-default-authority',
    section,
    field: 'WamDefaultAuthority',
    meaning:
      'Who issued the default web account: organizations is Microsoft Entra, consumers a Microsoft account.',
    sample: 'WamDefaultAuthority : organizations',
  }),
  describeField({
    id: 'dsregcmd.wam-default-id',
    section,
    field: 'WamDefaultId',
    meaning: 'The provider of the default web account; always the same address for Microsoft Entra.',
    sample: 'WamDefaultId : https://login.microsoft.com',
  }),
  describeField({
    id: 'dsregcmd.wam-default-guid',
    section,
    field: 'WamDefaultGUID',
    meaning: 'The id of that provider, and in brackets whether it is Microsoft Entra or a Microsoft account.',
    sample: 'WamDefaultGUID : {B16898C6-A148-4967-9171-64D755DA8520} (AzureAd)',
  }),
  ...[
    [
      'workplace-device-id',
      'WorkplaceDeviceId',
      'The id of the registered device object in Microsoft Entra.',
      '3f9d1b62-58c7-4ae0-8b14-96d20e7fa451',
    ],
    [
      'workplace-thumbprint',
      'WorkplaceThumbprint',
      'The thumbprint of the certificate of the registration.',
      '0A1B2C3D4E5F60718293A4B5C6D7E8F901234567',
    ],
    ['workplace-idp', 'WorkplaceIdp', 'The identity provider of the registration.', 'login.windows.net'],
    [
      'workplace-tenant-id',
      'WorkplaceTenantId',
      'The tenant in which the user registered the device; it may be another than that of the join.',
      '7b0c2f4e-1d6a-4f83-9b57-2c8e40a1d935',
    ],
    [
      'workplace-tenant-name',
      'WorkplaceTenantName',
      'The name of the tenant in which the user registered the device.',
      'Fabrikam',
    ],
    [
      'workplace-mdm-url',
      'WorkplaceMdmUrl',
      'The MDM address of the tenant of the registration. It says nothing about co-management.',
      'https://enrollment.manage.microsoft.com/enrollmentserver/discovery.svc',
    ],
    [
      'workplace-settings-url',
      'WorkplaceSettingsUrl',
      'Where settings of the registered account are synchronised. Usually empty.',
      '',
    ],
  ].map(([id = '', field = '', meaning = '', value = '']) =>
    describeField({
      id: `dsregcmd.${id}`,
      section: null,
      field,
      stage: 'join',
      meaning,
      evidence: 'reported',
      sample: `${field} : ${value}`.trim(),
    }),
  ),
];
