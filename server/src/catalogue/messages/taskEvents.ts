import type { MessageEntry } from '../types.ts';

/** Events of the Task Scheduler and of the first-run experience. A completed task (102) says nothing about its result. */
export const taskEventMessages: readonly MessageEntry[] = [
  {
    id: 'task-event.triggered',
    logs: ['TaskScheduler'],
    templates: [
      'Schedule created by enrollment client for automatically enrolling in MDM from AAD',
      'Schedule created by enrollment client for automatically enrolling in MDM from Azure Active Directory',
      'Schedule created by enrollment client for automatically enrolling in MDM from Microsoft Entra ID',
    ],
    samples: [
      'Task Scheduler launched the task "\\Microsoft\\Windows\\EnterpriseMgmt\\Schedule created by enrollment client for automatically enrolling in MDM from AAD"',
      'Task Scheduler launched the task "\\Microsoft\\Windows\\EnterpriseMgmt\\Schedule created by enrollment client for automatically enrolling in MDM from Azure Active Directory"',
      'Task Scheduler launched the task "\\Microsoft\\Windows\\EnterpriseMgmt\\Schedule created by enrollment client for automatically enrolling in MDM from Microsoft Entra ID"',
    ],
    stage: 'enroll',
    tone: 'progress',
    signal: null,
    eventId: 107,
    meaning:
      'The enrollment task of group policy ran. It is the other way of enrolling, not the one of co-management.',
    cause: null,
    remedy: null,
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },
  {
    id: 'task-event.completed',
    logs: ['TaskScheduler'],
    templates: [
      'Task Scheduler successfully completed task "{path}Schedule created by enrollment client for automatically enrolling in MDM from {directory}',
    ],
    samples: [
      'Task Scheduler successfully completed task "\\Microsoft\\Windows\\EnterpriseMgmt\\Schedule created by enrollment client for automatically enrolling in MDM from AAD"',
    ],
    stage: 'enroll',
    tone: 'progress',
    signal: null,
    eventId: 102,
    meaning:
      'The enrollment task of group policy ended. That is written after success and after failure alike and tells nothing about the result.',
    cause: null,
    remedy: 'Read events 75 and 76 of the MDM event log.',
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },
  {
    id: 'task-event.start-blocked',
    logs: ['TaskScheduler'],
    templates: [
      'Task Scheduler failed to start "{path}Schedule created by enrollment client for automatically enrolling in MDM from {directory}2149056522',
      'Error Value: 2149056522',
    ],
    samples: [
      'Task Scheduler failed to start "\\Microsoft\\Windows\\EnterpriseMgmt\\Schedule created by enrollment client for automatically enrolling in MDM from AAD" task. Additional Data: Error Value: 2149056522.',
      'Additional Data: Error Value: 2149056522.',
    ],
    stage: 'enroll',
    tone: 'warning',
    signal: 'already-enrolled',
    causeId: 'already-enrolled',
    impliedCode: 0x8018000a,
    eventId: 7016,
    meaning:
      'The enrollment task of group policy did not start because the device looks enrolled already (0x8018000A).',
    cause: 'Another MDM, or stale keys below HKLM\\SOFTWARE\\Microsoft\\Enrollments.',
    remedy: 'Unenroll, or remove the stale key.',
    reference: 'windows-auto-enrollment',
    evidence: 'documented',
  },
  {
    id: 'shell-event.device-preparation-timed-out',
    logs: ['Shell-Core'],
    templates: ['CommercialOOBE_ESPDevicePreparation_PolicyProvidersInstallation_TimedOut'],
    samples: [
      'CommercialOOBE_ESPDevicePreparation_PolicyProvidersInstallation_TimedOut; errorCode: 2147943860',
    ],
    stage: 'client',
    tone: 'warning',
    signal: null,
    causeId: 'esp-time-out',
    impliedCode: 0x800705b4,
    meaning: 'The Enrollment Status Page gave up waiting for the ConfigMgr client (0x800705B4).',
    cause:
      'The package was not downloaded, the cloud management gateway was not reached, or the installation took too long.',
    remedy: 'Check InstallationState, ccmsetup.log, and the time-out of the page.',
    reference: 'autopilot-enrollment',
    evidence: 'documented',
  },
];
