import type { ScheduledTaskEntry } from './types.ts';

/** Scheduled tasks of join and enrollment, and the commands that they run. */
export const scheduledTaskEntries: readonly ScheduledTaskEntry[] = [
  {
    id: 'task.group-policy-enrollment',
    names: [
      'Schedule created by enrollment client for automatically enrolling in MDM from AAD',
      'Schedule created by enrollment client for automatically enrolling in MDM from Azure Active Directory',
      'Schedule created by enrollment client for automatically enrolling in MDM from Microsoft Entra ID',
    ],
    meaning:
      'Made by the Group Policy for automatic enrollment, not by ConfigMgr; it tries every five minutes for one day. Its presence says that another route to Intune is open beside co-management.',
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },
  {
    id: 'task.schedule-first',
    names: ['Schedule #1 created by enrollment client'],
    meaning: 'First of the three sync schedules of an enrollment: often, shortly after it.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.schedule-second',
    names: ['Schedule #2 created by enrollment client'],
    meaning: 'Second of the three sync schedules of an enrollment: less often, in its first hours.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.schedule-regular',
    names: ['Schedule #3 created by enrollment client'],
    meaning: 'The regular sync of an enrolled device, about every eight hours.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.schedule-sign-in',
    names: ['Login Schedule created by enrollment client'],
    meaning: 'Syncs an enrolled device when a user signs in.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.session',
    names: ['Schedule to run OMADMClient by client', 'Schedule to run OMADMClient by server'],
    meaning:
      'Starts one management session of an enrolled device, asked for by the device or by the service.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.push',
    names: ['PushLaunch'],
    meaning: 'Starts a management session when the service sends a push notification.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.push-renewal',
    names: ['PushRenewal'],
    meaning: 'Renews the channel over which the service sends push notifications.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.device-join',
    names: ['Automatic-Device-Join'],
    meaning: 'Joins the device to Microsoft Entra, and tries again every hour as long as that failed.',
    reference: 'comanagement-auto-enroll',
    evidence: 'documented',
  },
  {
    id: 'task.command-user',
    names: ['/AutoEnrollMDM'],
    meaning: 'Switch of deviceenroller.exe: enroll with the credential of the signed-in user.',
    reference: null,
    evidence: 'reported',
  },
  {
    id: 'task.command-device',
    names: ['/AutoEnrollMDMUsingAADDeviceCredential'],
    meaning: 'Switch of deviceenroller.exe: enroll with the credential of the device.',
    reference: null,
    evidence: 'reported',
  },
];
